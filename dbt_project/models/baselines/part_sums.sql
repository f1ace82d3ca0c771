with terms as (
    select * from {{ ref('part_terms') }}
),

claims as (
    select * from {{ ref('claim_bounds') }}
),

summed as (
    select
        whole_claim_id,
        list_no,
        document_id,
        cast(count(*) as integer) as part_count,
        cast(count(*) filter (where is_unfit or has_other_unit) as integer) as unfit_count,
        bool_and(has_whole) as has_whole,
        case
            when bool_or(coverage = 'exhaustive') then 'exhaustive'
            when bool_or(coverage = 'partial') then 'partial'
            else 'unknown'
        end as coverage,
        min(coverage_text) as coverage_text,
        min(part_claim_id) as first_part_claim_id,
        sum(obs_value) as obs_value,
        case when count(*) = count(obs_lower) then sum(obs_lower) end as obs_lower,
        case when count(*) = count(obs_upper) then sum(obs_upper) end as obs_upper,
        bool_or(lower_open) as lower_open,
        bool_or(upper_open) as upper_open,
        case when count(*) = count(strict_lower) then sum(strict_lower) end as strict_lower,
        case when count(*) = count(strict_upper) then sum(strict_upper) end as strict_upper,
        bool_or(strict_lower_open) as strict_lower_open,
        bool_or(strict_upper_open) as strict_upper_open
    from terms
    group by whole_claim_id, list_no, document_id
),

judged as (
    select
        summed.*,
        wholes.indicator,
        wholes.indicator_label,
        wholes.entity,
        wholes.ref_area,
        wholes.time_period,
        wholes.transformation,
        wholes.unit_measure,
        wholes.is_whole_number,
        wholes.is_sample,
        wholes.is_current,
        wholes.compiling_org,
        wholes.published_on,
        wholes.obs_value as whole_value,
        wholes.obs_lower as whole_lower,
        wholes.obs_upper as whole_upper,
        wholes.lower_open as whole_lower_open,
        wholes.upper_open as whole_upper_open,
        wholes.strict_lower as whole_strict_lower,
        wholes.strict_upper as whole_strict_upper,
        wholes.strict_lower_open as whole_strict_lower_open,
        wholes.strict_upper_open as whole_strict_upper_open,
        {{ overlap(
            'summed.obs_lower', 'summed.obs_upper', 'summed.lower_open', 'summed.upper_open',
            'wholes.obs_lower', 'wholes.obs_upper', 'wholes.lower_open', 'wholes.upper_open'
        ) }} as meets,
        summed.obs_lower > wholes.obs_upper as exceeds
    from summed
    left join claims as wholes on summed.whole_claim_id = wholes.claim_id
),

final as (
    select
        {{ key_of(["'parts'", 'whole_claim_id', 'cast(list_no as ' ~ type_text() ~ ')']) }} as part_sum_id,
        judged.*,
        case when part_count > 1 or coverage = 'exhaustive' then 'sum_of_parts' else 'part_of_whole' end as kind,
        case
            when not has_whole or unfit_count > 0 or whole_value is null then 'incomplete'
            when coverage = 'exhaustive' and meets then 'holds'
            when coverage = 'exhaustive' then 'violated'
            when exceeds then 'violated'
            when part_count = 1 then 'holds'
            when meets then 'holds'
            else 'remainder'
        end as verdict,
        has_whole and unfit_count = 0
        and (coverage = 'exhaustive' or (part_count > 1 and meets)) as complete_by_sum,
        {{ magnitude_slip('obs_value', 'whole_value') }} as likely_factor
    from judged
)

select * from final
