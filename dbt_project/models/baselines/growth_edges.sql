with links as (
    select * from {{ ref('stg_claim_links') }}
    where role in ('growth_of', 'growth_from')
),

claims as (
    select * from {{ ref('claim_bounds') }}
),

-- the earlier level that a change starts from, where the text prints it too
starts as (
    select
        claim_id,
        min(target_claim_id) as start_claim_id
    from links
    where role = 'growth_from'
    group by claim_id
),

joined as (
    select
        links.role,
        changes.claim_id as change_claim_id,
        levels.claim_id as level_claim_id,
        starts.start_claim_id,
        case
            when changes.kind in ('change_rate', 'average_rate') then 'rate'
            when changes.kind = 'multiple' then 'multiple'
            when changes.kind = 'points' then 'points'
            when changes.kind = 'change_amount' then 'amount'
            else 'none'
        end as method,
        case
            when links.role = 'growth_of' then coalesce(changes.base_period, start_claims.time_period)
            else changes.time_period
        end as other_period,
        changes.price_basis = 'not_stated' as basis_assumed,
        case when 'forecast' in (changes.claim_status, levels.claim_status) then 'F' else 'E' end as obs_status,
        {% for column in interval_columns() -%}
        changes.{{ column }} as change_{{ column }},
        levels.{{ column }} as level_{{ column }},
        {% endfor -%}
        case
            when changes.review_status = 'rejected' or levels.review_status = 'rejected' then 'rejected'
            when changes.kind = 'average_rate' then 'average_rate'
            when changes.kind not in ('change_rate', 'change_amount', 'points', 'multiple') then 'not_a_change'
            when levels.kind not in ('level', 'share') then 'not_a_level'
            when {{ has_code('changes.doubts', 'ambiguous_multiple') }} then 'ambiguous_multiple'
            when
                changes.claim_status in ('target', 'rule') or levels.claim_status in ('target', 'rule')
                then 'target_or_rule'
            when
                {{ has_code('levels.doubts', 'magnitude_doubt') }}
                or {{ has_code('changes.doubts', 'magnitude_doubt') }}
                or {{ has_code('levels.doubts', 'estimated_digits') }}
                or {{ has_code('changes.doubts', 'estimated_digits') }} then 'doubtful_digits'
            when changes.kind <> 'multiple' and changes.direction is null then 'no_direction'
            when {{ has_code('changes.price_basis', 'real') }} then 'basis_real'
            when {{ has_code('changes.price_basis', 'constant_prices') }} then 'basis_constant_prices'
            when {{ has_code('changes.price_basis', 'like_for_like') }} then 'basis_like_for_like'
            when {{ has_code('changes.price_basis', 'constant_currency') }} then 'basis_constant_currency'
            when {{ has_code('changes.price_basis', 'seasonally_adjusted') }} then 'basis_seasonally_adjusted'
            when {{ has_code('changes.price_basis', 'same_scope') }} then 'basis_same_scope'
            when {{ has_code('changes.price_basis', 'other_currency') }} then 'basis_other_currency'
            when levels.price_basis not in ('not_stated', 'as_reported') then 'basis_of_the_level'
            when
                levels.volume_growth and changes.kind in ('change_rate', 'multiple')
                and changes.price_basis <> 'as_reported' then 'volume_indicator'
            when levels.unit_measure is null then 'no_unit'
            when changes.kind = 'change_amount' and changes.unit_measure is null then 'no_unit'
            when
                changes.kind = 'change_amount' and changes.unit_measure <> levels.unit_measure
                then 'unit_mismatch'
            when changes.kind = 'points' and levels.unit_dimension not in ('percent', 'points')
                then 'unit_mismatch'
            when changes.kind in ('change_rate', 'multiple') and levels.unit_dimension in ('percent', 'points')
                then 'percent_of_percent'
            when levels.time_period is null then 'no_period'
            when
                links.role = 'growth_of' and changes.time_period is not null
                and changes.time_period <> levels.time_period then 'period_mismatch'
            when
                links.role = 'growth_of'
                and levels.time_period = coalesce(changes.base_period, start_claims.time_period)
                then 'period_mismatch'
            when
                links.role = 'growth_from' and changes.base_period is not null
                and changes.base_period <> levels.time_period then 'period_mismatch'
            when links.role = 'growth_from' and changes.time_period = levels.time_period then 'period_mismatch'
            when
                case
                    when links.role = 'growth_of' then coalesce(changes.base_period, start_claims.time_period)
                    else changes.time_period
                end is null then 'no_base_period'
            when levels.obs_lower < 0e0 and changes.kind in ('change_rate', 'multiple') then 'negative_level'
            when
                (changes.kind = 'change_rate' and changes.obs_upper <= -100e0)
                or (changes.kind = 'multiple' and changes.obs_upper <= 0e0) then 'nothing_left'
        end as refusal_reason
    from links
    inner join claims as changes on links.claim_id = changes.claim_id
    inner join claims as levels on links.target_claim_id = levels.claim_id
    left join starts on links.claim_id = starts.claim_id
    left join claims as start_claims on starts.start_claim_id = start_claims.claim_id
),

-- new level / old level, for rates and multiples
factored as (
    select
        joined.*,
        {{ growth_factors() }}
    from joined
),

final as (
    select
        role,
        change_claim_id,
        level_claim_id,
        start_claim_id,
        method,
        coalesce(other_period, '_U') as other_period,
        -- changes of a level since one period make one baseline together; a refused one is a row by itself
        case
            when role = 'growth_from' then cast(null as {{ type_text() }})
            when refusal_reason is null then {{ key_of(['level_claim_id', 'other_period']) }}
            else {{ key_of(['level_claim_id', 'other_period', 'change_claim_id']) }}
        end as implied_baseline_id,
        basis_assumed,
        obs_status,
        refusal_reason,
        factor_obs_lower,
        factor_obs_upper,
        {{ other_level() }}
    from factored
)

select * from final
