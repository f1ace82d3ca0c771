with baselines as (
    select * from {{ ref('growth_baselines') }}
),

levels as (
    select * from {{ ref('level_implications') }}
),

observed as (
    select
        claim_id,
        observation_id
    from {{ ref('observed_claims') }}
),

published as (
    select * from {{ ref('vintages') }}
    where next_known_on is null
),

united as (
    {% for id, claim, relation in [
        ('implied_baseline_id', 'level_claim_id', 'baselines'),
        ('implied_level_id', 'from_claim_id', 'levels')
    ] -%}
    select
        {{ id }} as implied_id,
        {{ claim }} as claim_id,
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
        {{ as_decimal(
            gap('united.obs_lower', 'united.obs_upper', 'published.obs_lower', 'published.obs_upper'),
            'greatest(abs(united.obs_lower), abs(united.obs_upper))'
        ) }} as gap
    from united
    left join observed on united.claim_id = observed.claim_id
    -- what a figure itself states is nothing to hold against what follows from it
    left join published
        on
            united.observation_id = published.observation_id
            and united.observation_id is distinct from observed.observation_id
)

select * from final
