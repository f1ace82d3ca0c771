with baselines as (
    select * from {{ ref('growth_baselines') }}
),

levels as (
    select * from {{ ref('level_implications') }}
),

published as (
    select * from {{ ref('vintages') }}
    where next_known_on is null
),

united as (
    {% for id, relation in [('implied_baseline_id', 'baselines'), ('implied_level_id', 'levels')] -%}
    select
        {{ id }} as implied_id,
        observation_id,
        refusal_reason,
        {{ interval_of() }}
    from {{ relation }}
    {{ "union all" if not loop.last }}
    {% endfor %}
),

final as (
    select
        united.implied_id,
        published.lead_claim_id as published_claim_id,
        published.printed_value as published_value,
        published.obs_lower as published_lower,
        published.obs_upper as published_upper,
        {{ verdict_of_comparison('united', 'published') }} as verdict,
        {{ overlap(
            'united.strict_lower', 'united.strict_upper', 'united.strict_lower_open', 'united.strict_upper_open',
            'published.strict_lower', 'published.strict_upper', 'published.strict_lower_open',
            'published.strict_upper_open'
        ) }} as is_strictly_possible,
        {{ gap('united.obs_lower', 'united.obs_upper', 'published.obs_lower', 'published.obs_upper') }} as gap
    from united
    left join published on united.observation_id = published.observation_id
)

select * from final
