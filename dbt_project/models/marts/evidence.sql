with observations as (
    select * from {{ ref('observations') }}
),

observed as (
    select * from {{ ref('observed_claims') }}
    where is_current
),

baselines as (
    select * from {{ ref('implied_baselines') }}
),

levels as (
    select * from {{ ref('implied_levels') }}
),

checks as (
    select
        check_id,
        observed_claim_id,
        other_claim_id,
        third_claim_id
    from {{ ref('checks') }}
    union all
    select
        check_id,
        -- where the whole is absent the parts stand for themselves
        case when verdict <> 'incomplete' or observed_value is not null then observed_claim_id end as observed_claim_id,
        other_claim_id,
        third_claim_id
    from {{ ref('cross_checks') }}
),

part_terms as (
    select * from {{ ref('part_terms') }}
),

part_sums as (
    select * from {{ ref('part_sums') }}
),

claims as (
    select
        claim_id,
        is_sample
    from {{ ref('claim_bounds') }}
    where is_current
),

statements as (
    select * from {{ ref('statements') }}
    where next_known_on is null
),

-- what each claim does for the statement that stands: where claims share no value, those that lie beyond
-- the lowest upper end or the highest lower end of all contradict
stated as (
    select
        observations.observation_id as derived_id,
        observed.claim_id,
        observations.agreement,
        case
            when observed.claim_id = observations.lead_claim_id then 'leads'
            when observed.definition <> 'same' and observations.obs_status <> 'D' then 'definition_differs'
            when observed.published_on < statements.first_published_on then 'superseded'
            when
                observations.agreement = 'conflict'
                and (
                    {{ lower_key('observed.obs_lower', 'observed.lower_open') }} > statements.lowest_upper
                    or {{ upper_key('observed.obs_upper', 'observed.upper_open') }} < statements.highest_lower
                ) then 'conflicts'
            else 'agrees'
        end as role
    from observations
    inner join observed on observations.observation_id = observed.observation_id
    inner join statements
        on
            observed.observation_id = statements.observation_id
            and observed.compiling_org = statements.compiling_org
            and observed.definition = statements.definition
    where observations.origin = 'stated'
),

of_baselines as (
    {% for column, role in [('level_claim_id', 'level'), ('published_claim_id', 'published')] -%}
    select
        implied_baseline_id as derived_id,
        {{ column }} as claim_id,
        '{{ role }}' as role
    from baselines
    where {{ column }} is not null
    union all
    {% endfor -%}
    select
        baselines.implied_baseline_id as derived_id,
        edges.change_claim_id as claim_id,
        case when edges.method = 'amount' then 'change_amount' else 'growth' end as role
    from baselines
    inner join {{ ref('growth_edges') }} as edges on baselines.implied_baseline_id = edges.implied_baseline_id
),

of_levels as (
    {% for column, role in [
        ('claim_id', 'relation'), ('from_claim_id', 'level'), ('published_claim_id', 'published')
    ] -%}
    select
        implied_level_id as derived_id,
        {{ column }} as claim_id,
        '{{ role }}' as role
    from levels
    where {{ column }} is not null
    {{ "union all" if not loop.last }}
    {% endfor %}
),

-- the changes of a chain beside the last, which the row itself names
steps_of_chains as (
    {% for column in ['growth_claim_1', 'growth_claim_2'] -%}
    select
        levels.implied_level_id as derived_id,
        chains.{{ column }} as claim_id,
        'relation' as role
    from levels
    inner join {{ ref('growth_chains') }} as chains
        on levels.observation_id = chains.observation_id and levels.claim_id = chains.growth_claim_id
    where
        levels.method = 'growth_chain' and chains.{{ column }} <> levels.claim_id
        {{ 'and chains.growth_claim_2 <> chains.growth_claim_1' if column == 'growth_claim_2' }}
        and levels.from_claim_id = chains.root_claim_id
    {{ "union all" if not loop.last }}
    {% endfor -%}
),

-- the parts of each list
listed as (
    select
        part_sums.part_sum_id,
        part_sums.whole_claim_id,
        part_sums.first_part_claim_id,
        part_terms.part_claim_id
    from part_sums
    inner join part_terms
        on part_sums.whole_claim_id = part_terms.whole_claim_id and part_sums.list_no = part_terms.list_no
),

-- the parts of a remainder beside the first, which the row itself names
parts_of_remainders as (
    select
        levels.implied_level_id as derived_id,
        listed.part_claim_id as claim_id,
        'part' as role
    from levels
    inner join listed
        on levels.from_claim_id = listed.whole_claim_id and levels.claim_id = listed.first_part_claim_id
    where levels.method = 'remainder' and listed.part_claim_id <> levels.claim_id
),

of_checks as (
    {% for column, role in [
        ('observed_claim_id', 'observed'), ('other_claim_id', 'expected_from'), ('third_claim_id', 'expected_from')
    ] -%}
    select
        check_id as derived_id,
        {{ column }} as claim_id,
        '{{ role }}' as role
    from checks
    where {{ column }} is not null
    {{- ' and (other_claim_id is null or third_claim_id <> other_claim_id)' if column == 'third_claim_id' }}
    union all
    {% endfor -%}
    select
        checks.check_id as derived_id,
        listed.part_claim_id as claim_id,
        'part' as role
    from checks
    inner join listed on checks.check_id = listed.part_sum_id
    union all
    select
        checks.check_id as derived_id,
        terms.part_claim_id as claim_id,
        'part' as role
    from checks
    inner join {{ ref('cross_terms') }} as terms on checks.check_id = terms.list_id
),

of_implications as (
    select * from of_baselines
    union all
    select * from of_levels
    union all
    select * from steps_of_chains
),

united as (
    select 'observation' as derived_kind, derived_id, claim_id, role from stated
    union all
    select 'conflict' as derived_kind, derived_id, claim_id, role from stated
    where agreement = 'conflict' and role in ('leads', 'conflicts')
    union all
    select 'observation' as derived_kind, observations.observation_id as derived_id, implied.claim_id, implied.role
    from observations
    inner join of_implications as implied on observations.implied_id = implied.derived_id
    where implied.role <> 'published'
    union all
    select 'implied_baseline' as derived_kind, derived_id, claim_id, role from of_baselines
    union all
    select 'implied_level' as derived_kind, derived_id, claim_id, role from of_levels
    union all
    select 'implied_level' as derived_kind, derived_id, claim_id, role from steps_of_chains
    union all
    select 'implied_level' as derived_kind, derived_id, claim_id, role from parts_of_remainders
    union all
    select 'reconciliation' as derived_kind, derived_id, claim_id, role from of_checks
),

final as (
    select
        united.derived_kind,
        united.derived_id,
        united.claim_id,
        united.role,
        claims.is_sample
    from united
    inner join claims on united.claim_id = claims.claim_id
)

select * from final
