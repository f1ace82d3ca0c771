-- Every relation as a sum of terms that is zero (is_equality) or not negative: whole - parts, level - factor x base.
with part_sums as (
    select * from {{ ref('part_sums') }}
    where verdict in ('holds', 'remainder', 'violated') and is_current
),

part_terms as (
    select * from {{ ref('part_terms') }}
),

edges as (
    select * from {{ ref('growth_edges') }}
    where role = 'growth_of' and refusal_reason is null
),

baselines as (
    select * from {{ ref('growth_baselines') }}
    where is_current
),

shares as (
    select * from {{ ref('share_edges') }}
    where method = 'check' and refusal_reason is null and share_kind = 'share' and is_current
),

observed as (
    select * from {{ ref('observed_claims') }}
    where is_current
),

statements as (
    select * from {{ ref('statements') }}
    where next_known_on is null
),

-- claims of one organisation's standing statement are one variable; any other claim is one by itself
variables as (
    select
        observed.claim_id,
        {{ key_of(['statements.observation_id', 'statements.compiling_org', 'statements.definition']) }} as variable_id
    from observed
    inner join statements
        on
            observed.observation_id = statements.observation_id
            and observed.compiling_org = statements.compiling_org
            and observed.definition = statements.definition
            and observed.published_on >= statements.first_published_on
    where not statements.disagrees_with_itself
),

of_claims as (
    select
        part_sum_id as relation_id,
        'sum_of_parts' as relation_kind,
        complete_by_sum as is_equality,
        whole_claim_id as claim_id,
        1e0 as sign,
        false as is_base,
        1e0 as factor_lower,
        1e0 as factor_upper,
        cast(null as {{ type_text() }}) as factor_claim_id
    from part_sums
    union all
    select
        part_sums.part_sum_id as relation_id,
        'sum_of_parts' as relation_kind,
        part_sums.complete_by_sum as is_equality,
        part_terms.part_claim_id as claim_id,
        -1e0 as sign,
        false as is_base,
        1e0 as factor_lower,
        1e0 as factor_upper,
        cast(null as {{ type_text() }}) as factor_claim_id
    from part_sums
    inner join part_terms
        on part_sums.whole_claim_id = part_terms.whole_claim_id and part_sums.list_no = part_terms.list_no
    union all
    {% for claim, sign, lower, upper, factor_claim in [
        ('part_claim_id', '1e0', '1e0', '1e0', 'cast(null as ' ~ type_text() ~ ')'),
        (
            'whole_claim_id', '-1e0', 'share_obs_lower / share_base', 'share_obs_upper / share_base',
            'share_claim_id'
        )
    ] -%}
    select
        {{ key_of(["'share'", 'share_claim_id', 'part_claim_id', 'whole_claim_id']) }} as relation_id,
        'share' as relation_kind,
        true as is_equality,
        {{ claim }} as claim_id,
        {{ sign }} as sign,
        false as is_base,
        {{ lower }} as factor_lower,
        {{ upper }} as factor_upper,
        {{ factor_claim }} as factor_claim_id
    from shares
    union all
    {% endfor -%}
    select
        {{ key_of(['change_claim_id', 'level_claim_id']) }} as relation_id,
        'growth' as relation_kind,
        true as is_equality,
        level_claim_id as claim_id,
        1e0 as sign,
        false as is_base,
        1e0 as factor_lower,
        1e0 as factor_upper,
        cast(null as {{ type_text() }}) as factor_claim_id
    from edges
    union all
    select
        {{ key_of(['change_claim_id', 'level_claim_id']) }} as relation_id,
        'growth' as relation_kind,
        true as is_equality,
        start_claim_id as claim_id,
        -1e0 as sign,
        true as is_base,
        coalesce(factor_obs_lower, 1e0) as factor_lower,
        case when method in ('rate', 'multiple') then factor_obs_upper else 1e0 end as factor_upper,
        case when method in ('rate', 'multiple') then change_claim_id end as factor_claim_id
    from edges
    where start_claim_id is not null
    union all
    select
        {{ key_of(['change_claim_id', 'level_claim_id']) }} as relation_id,
        'growth' as relation_kind,
        true as is_equality,
        change_claim_id as claim_id,
        -1e0 as sign,
        false as is_base,
        1e0 as factor_lower,
        1e0 as factor_upper,
        cast(null as {{ type_text() }}) as factor_claim_id
    from edges
    where method in ('amount', 'points')
),

-- a base that the text does not print is what the same organisation states of that period
of_bases as (
    select
        {{ key_of(['edges.change_claim_id', 'edges.level_claim_id']) }} as relation_id,
        'growth' as relation_kind,
        true as is_equality,
        cast(null as {{ type_text() }}) as claim_id,
        {{ key_of(['statements.observation_id', 'statements.compiling_org', 'statements.definition']) }}
            as variable_id,
        -1e0 as sign,
        true as is_base,
        coalesce(edges.factor_obs_lower, 1e0) as factor_lower,
        case when edges.method in ('rate', 'multiple') then edges.factor_obs_upper else 1e0 end as factor_upper,
        case when edges.method in ('rate', 'multiple') then edges.change_claim_id end as factor_claim_id
    from edges
    inner join baselines on edges.implied_baseline_id = baselines.implied_baseline_id
    inner join statements
        on
            baselines.observation_id = statements.observation_id
            and baselines.compiling_org = statements.compiling_org
            and statements.definition = 'same'
    where edges.start_claim_id is null and not statements.disagrees_with_itself
),

united as (
    select
        of_claims.relation_id,
        of_claims.relation_kind,
        of_claims.is_equality,
        of_claims.claim_id,
        coalesce(variables.variable_id, of_claims.claim_id) as variable_id,
        of_claims.sign,
        of_claims.is_base,
        of_claims.factor_lower,
        of_claims.factor_upper,
        of_claims.factor_claim_id
    from of_claims
    left join variables on of_claims.claim_id = variables.claim_id
    union all
    select
        relation_id,
        relation_kind,
        is_equality,
        claim_id,
        variable_id,
        sign,
        is_base,
        factor_lower,
        factor_upper,
        factor_claim_id
    from of_bases
),

counted as (
    select
        united.*,
        count(*) over (partition by relation_id, variable_id) as times
    from united
),

-- a relation says something only where it has its ends, a growth its base, and no variable twice
whole as (
    select relation_id
    from counted
    group by relation_id, relation_kind
    having count(*) > 1 and max(times) = 1 and (relation_kind <> 'growth' or bool_or(is_base))
),

final as (
    select
        counted.relation_id,
        counted.relation_kind,
        counted.is_equality,
        counted.variable_id,
        counted.claim_id,
        cast(counted.sign as {{ type_double() }}) as sign,
        counted.factor_lower,
        counted.factor_upper,
        counted.factor_claim_id
    from counted
    inner join whole on counted.relation_id = whole.relation_id
)

select * from final
