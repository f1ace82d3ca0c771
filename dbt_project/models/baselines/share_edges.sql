with links as (
    select * from {{ ref('stg_claim_links') }}
    where role in ('share_of', 'expresses')
),

claims as (
    select * from {{ ref('claim_bounds') }}
),

ends as (
    select
        claim_id as share_claim_id,
        min(document_id) as document_id,
        min(case when role = 'share_of' then target_claim_id end) as whole_claim_id,
        min(case when role = 'expresses' then target_claim_id end) as part_claim_id
    from links
    group by claim_id
),

-- a printed share of a printed whole, a printed part, or both
joined as (
    select
        ends.*,
        shares.kind as share_kind,
        shares.indicator as share_indicator,
        shares.indicator_label as share_label,
        shares.entity as share_entity,
        shares.ref_area as share_area,
        coalesce(shares.time_period, parts.time_period, wholes.time_period) as time_period,
        shares.is_mapped as share_is_mapped,
        shares.measure_key as share_key,
        wholes.measure_key as whole_key,
        shares.unit_dimension as share_dimension,
        shares.unit_measure as share_unit,
        shares.is_sample,
        shares.is_current,
        shares.compiling_org,
        shares.published_on,
        shares.obs_value as share_value,
        parts.indicator as part_indicator,
        parts.indicator_label as part_label,
        parts.entity as part_entity,
        parts.ref_area as part_area,
        parts.unit_measure as part_unit,
        parts.is_whole_number as part_is_whole_number,
        parts.obs_value as part_value,
        wholes.indicator as whole_indicator,
        wholes.indicator_label as whole_label,
        wholes.entity as whole_entity,
        wholes.ref_area as whole_area,
        wholes.unit_measure as whole_unit,
        wholes.is_whole_number as whole_is_whole_number,
        wholes.obs_value as whole_value,
        {% for column in interval_columns() -%}
        shares.{{ column }} as share_{{ column }},
        parts.{{ column }} as part_{{ column }},
        wholes.{{ column }} as whole_{{ column }},
        {% endfor -%}
        case
            when
                shares.kind = 'level' and shares.unit_measure like '%/%'
                and ends.part_claim_id is not null and ends.whole_claim_id is null
                and parts.unit_measure <> split_part(shares.unit_measure, '/', 1) then 'unit_mismatch'
            when shares.kind = 'level' and shares.unit_measure not like '%/%' then 'not_a_share'
            when shares.kind = 'share' and shares.unit_dimension not in ('percent', 'ratio') then 'not_a_share'
            when shares.kind not in ('share', 'level') then 'not_a_share'
            when
                shares.review_status = 'rejected' or parts.review_status = 'rejected'
                or wholes.review_status = 'rejected' then 'rejected'
            when shares.claim_status in ('target', 'rule') then 'target_or_rule'
            when
                parts.unit_measure is not null and wholes.unit_measure is not null
                and parts.unit_measure <> wholes.unit_measure then 'unit_mismatch'
            when ends.part_claim_id is null and wholes.unit_measure is null then 'no_unit'
            when ends.whole_claim_id is null and parts.unit_measure is null then 'no_unit'
            when
                parts.time_period is not null and wholes.time_period is not null
                and parts.time_period <> wholes.time_period then 'period_mismatch'
            when coalesce(shares.time_period, parts.time_period, wholes.time_period) is null then 'no_period'
            when parts.obs_lower < 0e0 or wholes.obs_lower < 0e0 then 'negative_level'
        end as refusal_reason
    from ends
    inner join claims as shares on ends.share_claim_id = shares.claim_id
    left join claims as parts on ends.part_claim_id = parts.claim_id
    left join claims as wholes on ends.whole_claim_id = wholes.claim_id
),

final as (
    select
        joined.*,
        case
            when share_kind = 'level' then 'average'
            when whole_claim_id is not null and part_claim_id is not null then 'check'
            when whole_claim_id is not null then 'part_from_share'
            else 'whole_from_share'
        end as method,
        share_key is not null and share_key <> coalesce(whole_key, '~') as has_own_label,
        cast(case when share_dimension = 'percent' then 100e0 else 1e0 end as {{ type_double() }}) as share_base
    from joined
)

select * from final
