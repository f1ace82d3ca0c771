-- What the other version of the hedge policy would change: the same claims, statements and changes, read again.
-- Where a run of statements ends, and what else follows (implied levels, checks, ratios, tightened bounds) stay as the
-- version that holds makes them.
with policy_bounds as (
    select * from {{ ref('policy_bounds') }}
),

claims as (
    select * from {{ ref('claim_bounds') }}
    where is_current
),

observed as (
    select * from {{ ref('observed_claims') }}
    where is_current
),

statements as (
    select * from {{ ref('statements') }}
    where next_known_on is null
),

vintages as (
    select * from {{ ref('vintages') }}
    where next_known_on is null
),

observations as (
    select * from {{ ref('observations') }}
    where origin = 'stated'
),

baselines as (
    select * from {{ ref('implied_baselines') }}
),

edges as (
    select * from {{ ref('growth_edges') }}
    where role = 'growth_of' and refusal_reason is null
),

moved_observations as (
    select distinct observed.observation_id
    from observed
    inner join policy_bounds on observed.claim_id = policy_bounds.claim_id
),

observed_again as (
    select
        observed.observation_id,
        observed.compiling_org,
        observed.definition,
        observed.claim_id,
        observed.published_on,
        {{ read_again('observed', 'policy_bounds') }}
    from observed
    inner join moved_observations on observed.observation_id = moved_observations.observation_id
    inner join statements
        on
            observed.observation_id = statements.observation_id
            and observed.compiling_org = statements.compiling_org
            and observed.definition = statements.definition
            and observed.published_on between statements.first_published_on and statements.latest_published_on
    left join policy_bounds on observed.claim_id = policy_bounds.claim_id
),

met_again as (
    select
        observation_id,
        compiling_org,
        definition,
        {{ intersection() }}
    from observed_again
    group by observation_id, compiling_org, definition
),

stated_again as (
    select
        met_again.observation_id,
        met_again.compiling_org,
        met_again.definition,
        coalesce(met_again.lower_key > met_again.upper_key, false) as is_empty,
        coalesce(
            max(case when definition = 'same' then lower_key end) over (partition by observation_id)
            > min(case when definition = 'same' then upper_key end) over (partition by observation_id), false
        ) as is_conflict,
        {{ ends_of_intersection('met_again') }}
    from met_again
),

ranked_again as (
    select
        observed_again.*,
        row_number() over (
            partition by observation_id, compiling_org, definition
            order by
                obs_upper - obs_lower asc nulls last,
                published_on desc nulls last,
                claim_id asc nulls last
        ) as claim_rank
    from observed_again
),

-- the statement that leads; where it contradicts itself its tightest claim stands alone
leading_again as (
    select
        vintages.observation_id,
        vintages.definition,
        stated_again.is_conflict,
        {% for column in interval_columns() -%}
        case when stated_again.is_empty then leads.{{ column }} else stated_again.{{ column }} end
            as {{ column }}{{ "," if not loop.last }}
        {% endfor %}
    from vintages
    inner join stated_again
        on
            vintages.observation_id = stated_again.observation_id
            and vintages.compiling_org = stated_again.compiling_org
            and vintages.definition = stated_again.definition
    inner join ranked_again as leads
        on
            stated_again.observation_id = leads.observation_id
            and stated_again.compiling_org = leads.compiling_org
            and stated_again.definition = leads.definition
            and leads.claim_rank = 1
),

moved_baselines as (
    {% for claim in ['change_claim_id', 'level_claim_id'] -%}
    select edges.implied_baseline_id
    from edges
    inner join policy_bounds on edges.{{ claim }} = policy_bounds.claim_id
    union
    {% endfor -%}
    select baselines.implied_baseline_id
    from baselines
    inner join moved_observations on baselines.observation_id = moved_observations.observation_id
),

changes_again as (
    select
        edges.implied_baseline_id,
        edges.role,
        edges.method,
        edges.refusal_reason,
        levels.is_whole_number,
        levels.measure_key,
        {{ read_again('changes', 'change_bounds', 'change_') }},
        {{ read_again('levels', 'level_bounds', 'level_') }}
    from edges
    inner join moved_baselines on edges.implied_baseline_id = moved_baselines.implied_baseline_id
    inner join claims as changes on edges.change_claim_id = changes.claim_id
    inner join claims as levels on edges.level_claim_id = levels.claim_id
    left join policy_bounds as change_bounds on edges.change_claim_id = change_bounds.claim_id
    left join policy_bounds as level_bounds on edges.level_claim_id = level_bounds.claim_id
),

factored_again as (
    select
        changes_again.*,
        {{ growth_factors() }}
    from changes_again
),

edges_again as (
    select
        implied_baseline_id,
        is_whole_number,
        measure_key,
        {{ other_level() }}
    from factored_again
),

joint_again as (
    select
        implied_baseline_id,
        is_whole_number,
        measure_key,
        {{ intersection() }}
    from edges_again
    group by implied_baseline_id, is_whole_number, measure_key
),

opened_again as (
    select
        joint_again.implied_baseline_id,
        joint_again.is_whole_number,
        joint_again.measure_key,
        joint_again.lower_key > joint_again.upper_key as is_empty,
        {{ ends_of_intersection('joint_again') }}
    from joint_again
),

explained_again as (
    select
        opened_again.*,
        {{ why_no_baseline('opened_again', 'opened_again') }} as why_refused
    from opened_again
),

implied_again as (
    select
        implied_baseline_id,
        why_refused as refusal_reason,
        {{ implied_interval() }}
    from explained_again
),

-- what was published, as the other version reads it
published_again as (
    select
        vintages.observation_id,
        vintages.definition,
        {% for column in interval_columns() -%}
        case when leading_again.observation_id is null then vintages.{{ column }} else leading_again.{{ column }} end
            as {{ column }}{{ "," if not loop.last }}
        {% endfor %}
    from vintages
    left join leading_again on vintages.observation_id = leading_again.observation_id
),

united as (
    select
        'observation' as derived_kind,
        observations.observation_id as derived_id,
        observations.indicator,
        observations.indicator_label,
        observations.entity,
        observations.ref_area,
        observations.time_period,
        observations.transformation,
        observations.unit_measure,
        {{ side_by_side('observations', 'again') }}
        observations.agreement as verdict,
        case
            when again.is_conflict then 'conflict'
            when observations.claim_count = 1 then 'single'
            else 'agree'
        end as compared_verdict,
        cast(null as {{ type_text() }}) as refusal_reason,
        cast(null as {{ type_text() }}) as compared_refusal_reason,
        observations.is_sample
    from observations
    inner join leading_again as again on observations.observation_id = again.observation_id
    union all
    select
        'implied_baseline' as derived_kind,
        baselines.implied_baseline_id as derived_id,
        baselines.indicator,
        baselines.indicator_label,
        baselines.entity,
        baselines.ref_area,
        baselines.time_period,
        baselines.transformation,
        baselines.unit_measure,
        {{ side_by_side('baselines', 'again') }}
        baselines.verdict,
        {{ verdict_of_comparison('again', 'published') }} as compared_verdict,
        baselines.refusal_reason,
        again.refusal_reason as compared_refusal_reason,
        baselines.is_sample
    from baselines
    inner join implied_again as again on baselines.implied_baseline_id = again.implied_baseline_id
    left join published_again as published on baselines.observation_id = published.observation_id
),

final as (
    select
        derived_kind,
        derived_id,
        indicator,
        indicator_label,
        entity,
        ref_area,
        time_period,
        transformation,
        unit_measure,
        '{{ var("hedge_policy_version") }}' as policy_version,
        '{{ var("compare_policy_version") }}' as compared_version,
        {% for prefix in ['', 'compared_'] -%}
        {% for column in interval_columns() -%}
        {{ prefix }}{{ column }},
        {% endfor -%}
        {{ prefix }}verdict,
        {{ prefix }}refusal_reason,
        {% endfor -%}
        is_sample
    from united
    where
        {% for column in interval_columns() + ['verdict', 'refusal_reason'] -%}
        {{ column }} is distinct from compared_{{ column }}{{ " or" if not loop.last }}
        {% endfor %}
)

select * from final
