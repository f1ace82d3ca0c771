with terms as (
    select * from {{ ref('tightening_terms') }}
),

relations as (
    select * from {{ ref('tightening_relations') }}
),

ends as (
    select * from {{ ref('tightening_round_3') }}
),

starts as (
    select * from {{ ref('tightening_start') }}
),

observed as (
    select * from {{ ref('observed_claims') }}
    where is_current
),

observations as (
    select * from {{ ref('observations') }}
    where agreement = 'conflict' and origin = 'stated'
),

evidence as (
    select * from {{ ref('evidence') }}
    where derived_kind = 'observation' and role in ('leads', 'agrees', 'conflicts')
),

claims as (
    select * from {{ ref('claim_bounds') }}
    where is_current
),

-- a relation that cannot hold by itself, or relations that hold one by one and leave some level no value together
contradictions as (
    select
        'relation' as conflict_kind,
        relation_id as conflict_id,
        relation_id
    from relations
    where is_quarantined
    {% for side in ['below', 'above'] -%}
    union
    select
        'relations' as conflict_kind,
        variable_id as conflict_id,
        contradicted_{{ side }}_by as relation_id
    from ends
    where contradicted_{{ side }}_by is not null
    {% endfor %}
),

-- a base that no relation prints is named by the latest claim of the organisation that states it
base_claims as (
    select
        terms.variable_id,
        observed.claim_id,
        row_number() over (
            partition by terms.variable_id
            order by observed.published_on desc nulls last, observed.claim_id asc nulls last
        ) as choice
    from (
        select distinct terms.variable_id
        from terms
        inner join contradictions on terms.relation_id = contradictions.relation_id
        where terms.claim_id is null
    ) as terms
    inner join starts on terms.variable_id = starts.variable_id
    inner join observed
        on
            starts.observation_id = observed.observation_id
            and starts.compiling_org = observed.compiling_org
            and observed.definition = 'same'
),

-- either is settled by the removal of any one of its figures; the figure whose removal settles most
-- contradictions, and that fewest sound relations support, comes first
figures as (
    select
        terms.relation_id,
        coalesce(terms.claim_id, base_claims.claim_id) as claim_id,
        terms.variable_id as figure_id
    from terms
    left join base_claims
        on terms.variable_id = base_claims.variable_id and terms.claim_id is null and base_claims.choice = 1
    union all
    select
        relation_id,
        factor_claim_id as claim_id,
        factor_claim_id as figure_id
    from terms
    where factor_claim_id is not null
),

counted as (
    select
        figures.figure_id,
        cast(count(distinct contradictions.conflict_id) as integer) as settles_count,
        cast(count(*) filter (where contradictions.conflict_id is null) as integer) as supported_by_count
    from figures
    left join contradictions on figures.relation_id = contradictions.relation_id
    group by figures.figure_id
),

-- a figure that stands in both relations of a contradiction is one
contradicting as (
    select
        contradictions.conflict_kind,
        contradictions.conflict_id,
        figures.claim_id,
        max(counted.settles_count) as settles_count,
        min(counted.supported_by_count) as supported_by_count
    from figures
    inner join contradictions on figures.relation_id = contradictions.relation_id
    inner join counted on figures.figure_id = counted.figure_id
    group by contradictions.conflict_kind, contradictions.conflict_id, figures.claim_id
),

of_relations as (
    select
        conflict_kind,
        conflict_id,
        claim_id,
        cast(
            row_number() over (
                partition by conflict_kind, conflict_id
                order by
                    settles_count desc nulls last,
                    supported_by_count asc nulls last,
                    claim_id asc nulls last
            ) as integer
        ) as set_no,
        cast(count(*) over (partition by conflict_kind, conflict_id) as integer) as set_count,
        1 as set_size,
        settles_count,
        supported_by_count
    from contradicting
    where claim_id is not null
),

-- an observation in conflict: each lower end of a claim is a point; the claims that do not hold a point are
-- a set whose removal settles the conflict, and the smallest of these sets count. Of many the first are listed:
-- a thousand claims that all differ have a thousand sets of 999
members as (
    select
        evidence.derived_id as observation_id,
        claims.claim_id,
        {{ lower_key('claims.obs_lower', 'claims.lower_open') }} as lower_key,
        {{ upper_key('claims.obs_upper', 'claims.upper_open') }} as upper_key
    from evidence
    inner join observations on evidence.derived_id = observations.observation_id
    inner join claims on evidence.claim_id = claims.claim_id
),

ends_of_members as (
    select
        observation_id,
        lower_key as point,
        1 as lower_count,
        0 as upper_count
    from members
    where lower_key is not null
    union all
    select
        observation_id,
        upper_key as point,
        0 as lower_count,
        1 as upper_count
    from members
    where upper_key is not null
),

-- beginning behind a point or ending before it: counted along the line, not claim by claim
passed as (
    select
        observation_id,
        point,
        lower_count,
        sum(lower_count) over (partition by observation_id)
        - sum(lower_count) over (partition by observation_id order by point asc nulls last)
        + sum(upper_count) over (partition by observation_id order by point asc nulls last)
        - sum(upper_count) over (partition by observation_id, point) as outside_count
    from ends_of_members
),

sets as (
    select
        observation_id,
        point,
        cast(max(outside_count) as integer) as set_size
    from passed
    where lower_count = 1 and outside_count > 0
    group by observation_id, point
),

smallest as (
    select
        sets.*,
        min(set_size) over (partition by observation_id) as least_size
    from sets
),

numbered as (
    select
        observation_id,
        point,
        set_size,
        row_number() over (partition by observation_id order by point asc nulls last) as set_no,
        count(*) over (partition by observation_id) as set_count
    from smallest
    where set_size = least_size
),

of_observations as (
    select
        'observation' as conflict_kind,
        numbered.observation_id as conflict_id,
        members.claim_id,
        cast(numbered.set_no as integer) as set_no,
        cast(numbered.set_count as integer) as set_count,
        numbered.set_size,
        1 as settles_count,
        0 as supported_by_count
    from numbered
    inner join members
        on
            numbered.observation_id = members.observation_id
            and (numbered.point < members.lower_key or numbered.point > members.upper_key)
    where numbered.set_no <= {{ var('listed_settlements') }}
),

united as (
    select * from of_relations
    union all
    select * from of_observations
),

final as (
    select
        united.conflict_kind,
        united.conflict_id,
        united.set_no,
        united.set_count,
        united.claim_id,
        united.set_size,
        united.settles_count,
        united.supported_by_count,
        claims.indicator,
        claims.entity,
        claims.ref_area,
        claims.time_period,
        claims.obs_value,
        claims.unit_measure,
        claims.compiling_org,
        claims.is_sample
    from united
    inner join claims on united.claim_id = claims.claim_id
)

select * from final
