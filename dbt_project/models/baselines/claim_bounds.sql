with claims as (
    select
        *,
        unit_dimension in ('percent', 'points') as is_percentage
    from {{ ref('stg_claims') }}
),

policy_rows as (
    select * from {{ ref('hedge_policy') }}
    where policy_version = '{{ var("hedge_policy_version") }}'
),

labels as (
    select * from {{ ref('stg_labels') }}
),

links as (
    select * from {{ ref('stg_claim_links') }}
),

-- the level that a change, share or multiple speaks of lends it its name and its place
subjects as (
    select
        claim_id,
        coalesce(
            min(case when role = 'growth_of' then target_claim_id end),
            min(case when role = 'growth_from' then target_claim_id end)
        ) as level_claim_id,
        min(case when role in ('part_of', 'share_of') then target_claim_id end) as whole_claim_id
    from links
    where role in ('growth_of', 'growth_from', 'part_of', 'share_of')
    group by claim_id
),

classed as (
    select
        claims.*,
        {{ numeral_class() }} as numeral_class
    from claims
),

-- a class that has no row of its own under a hedge is read as any other number
policy_of_class as (
    select
        pairs.qualifier,
        pairs.numeral_class,
        policy_rows.step_from,
        policy_rows.step_below,
        policy_rows.strict_step,
        policy_rows.conventional_step,
        policy_rows.fixed_step,
        {% for reading in ['strict', 'conventional'] -%}
        {% for end in ['lower', 'upper'] -%}
        policy_rows.{{ reading }}_{{ end }},
        policy_rows.{{ reading }}_{{ end }}_steps,
        policy_rows.{{ reading }}_{{ end }}_open,
        {% endfor -%}
        {% endfor -%}
        row_number() over (
            partition by pairs.qualifier, pairs.numeral_class, policy_rows.step_from
            order by case when policy_rows.numeral_class = 'any' then 1 else 0 end asc nulls last
        ) as choice
    from (select distinct qualifier, numeral_class from classed) as pairs
    inner join policy_rows
        on
            pairs.qualifier = policy_rows.qualifier
            and policy_rows.numeral_class in (pairs.numeral_class, 'any')
),

measured as (
    select
        claims.claim_id,
        chosen.*,
        {{ policy_width('chosen.strict_step') }} as strict_width,
        {{ policy_width('chosen.conventional_step') }} as conventional_width
    from classed as claims
    inner join policy_of_class as chosen
        on
            claims.qualifier = chosen.qualifier
            and claims.numeral_class = chosen.numeral_class
            and chosen.choice = 1
            and coalesce(claims.last_nonzero_place, 0e0) >= chosen.step_from
            and coalesce(claims.last_nonzero_place, 0e0) < chosen.step_below
),

-- the interval of the number as printed, before its sign and its unit
magnitudes as (
    select
        claims.*,
        {% for reading in ['strict', 'conventional'] -%}
        {% for end in ['lower', 'upper'] -%}
        {{ policy_end(reading, end) }} as {{ reading }}_{{ end }}_printed,
        policy.{{ reading }}_{{ end }}_open as {{ reading }}_{{ end }}_printed_open,
        {% endfor -%}
        {% endfor -%}
        case
            when claims.kind in ('change_rate', 'change_amount', 'points', 'average_rate')
                and claims.direction = 'down' then -1e0
            else 1e0
        end as sign
    from classed as claims
    inner join measured as policy on claims.claim_id = policy.claim_id
),

-- a fall is a negative change: its ends swap
signed as (
    select
        magnitudes.*,
        sign * value * unit_factor as obs_value,
        {% for reading in ['strict', 'conventional'] -%}
        case when sign < 0e0 then -{{ reading }}_upper_printed else {{ reading }}_lower_printed end * unit_factor
            as {{ reading }}_from,
        case when sign < 0e0 then -{{ reading }}_lower_printed else {{ reading }}_upper_printed end * unit_factor
            as {{ reading }}_to,
        case when sign < 0e0 then {{ reading }}_upper_printed_open else {{ reading }}_lower_printed_open end
            as {{ reading }}_from_open,
        case when sign < 0e0 then {{ reading }}_lower_printed_open else {{ reading }}_upper_printed_open end
            as {{ reading }}_to_open,
        {% endfor -%}
        is_discrete_unit and value = round(value)
        and kind in ('level', 'change_amount', 'difference')
        and not {{ has_code('flags', 'per_period') }} as is_whole_number
    from magnitudes
),

-- an interval that holds no whole number stays as it is
fitted as (
    select
        signed.*,
        {% for reading in ['strict', 'conventional'] -%}
        is_whole_number and coalesce(
            not {{ holds_nothing(
                reading ~ '_from', reading ~ '_to', reading ~ '_from_open', reading ~ '_to_open', 'true'
            ) }}, true
        ) as {{ reading }}_is_whole{{ "," if not loop.last }}
        {% endfor %}
    from signed
),

-- both readings, tightened to whole numbers and open where unbounded
bounded as (
    select
        fitted.*,
        {% for reading, prefix in [('conventional', 'obs'), ('strict', 'strict')] -%}
        case when {{ reading }}_is_whole then {{ whole_lower(reading ~ '_from') }} else {{ reading }}_from end
            as {{ prefix }}_lower,
        case when {{ reading }}_is_whole then {{ whole_upper(reading ~ '_to') }} else {{ reading }}_to end
            as {{ prefix }}_upper,
        {{ reading }}_from is null or (
            {{ reading }}_from_open and (not {{ reading }}_is_whole or {{ is_whole(reading ~ '_from') }})
        ) as {{ 'lower_open' if prefix == 'obs' else 'strict_lower_open' }},
        {{ reading }}_to is null or (
            {{ reading }}_to_open and (not {{ reading }}_is_whole or {{ is_whole(reading ~ '_to') }})
        ) as {{ 'upper_open' if prefix == 'obs' else 'strict_upper_open' }}{{ "," if not loop.last }}
        {% endfor %}
    from fitted
),

dimensioned as (
    select
        bounded.*,
        subjects.level_claim_id,
        subjects.whole_claim_id,
        coalesce(subject_claims.measure_key, bounded.measure_key) as label_key,
        coalesce(subject_claims.unit_measure, bounded.unit_measure, '~') as label_unit,
        coalesce(nullif(subject_claims.entity, '_T'), bounded.entity) as label_entity,
        coalesce(nullif(subject_claims.ref_area, '_U'), bounded.ref_area) as label_area,
        whole_claims.measure_key as whole_key,
        whole_claims.entity as whole_entity,
        whole_claims.ref_area as whole_area
    from bounded
    left join subjects on bounded.claim_id = subjects.claim_id
    left join claims as subject_claims on subjects.level_claim_id = subject_claims.claim_id
    left join claims as whole_claims on subjects.whole_claim_id = whole_claims.claim_id
),

labelled as (
    select
        dimensioned.*,
        labels.indicator,
        labels.indicator_label,
        coalesce(labels.is_mapped, false) as is_mapped,
        case
            when dimensioned.decision = 'definition_differs' then 'differs'
            else coalesce(labels.definition, 'same')
        end as definition,
        coalesce(dimensioned.decision_reason, labels.mapping_reason) as decision_or_mapping_reason,
        coalesce(labels.volume_growth, false) as volume_growth,
        coalesce(labels.additive_over_time, false) as additive_over_time,
        {{ period_freq('dimensioned.time_period') }} as freq,
        case
            when dimensioned.kind = 'level' and {{ has_code('dimensioned.flags', 'per_period') }}
                then 'level_per_period'
            when dimensioned.kind in ('change_rate', 'change_amount', 'points')
                then concat(
                    dimensioned.kind,
                    coalesce(
                        case {{ months_between('dimensioned.base_period', 'dimensioned.time_period') }}
                            when 12 then '_on_year'
                            when 6 then '_on_half_year'
                            when 3 then '_on_quarter'
                            when 1 then '_on_month'
                        end,
                        '_on_base'
                    )
                )
            else dimensioned.kind
        end as transformation
    from dimensioned
    left join labels
        on
            dimensioned.label_key = labels.measure_key
            and dimensioned.label_unit = labels.unit_measure
            and dimensioned.compiling_org = labels.compiling_org
),

final as (
    select
        claim_id,
        document_id,
        sentence_no,
        char_start,
        kind,
        value_text,
        value,
        qualifier,
        numeral_class,
        direction,
        unit,
        unit_dimension,
        unit_measure,
        is_whole_number,
        label_key as measure_key,
        indicator,
        coalesce(indicator_label, label_key) as indicator_label,
        is_mapped,
        definition,
        volume_growth,
        additive_over_time,
        label_entity as entity,
        label_area as ref_area,
        time_period,
        freq,
        period_basis,
        base_period,
        transformation,
        price_basis,
        case when kind = 'level' and price_basis = 'as_reported' then 'not_stated' else price_basis end
            as observed_price_basis,
        claim_status,
        flags,
        doubts,
        compiling_org,
        publisher,
        is_own_publication,
        lead_rank,
        published_on,
        withdrawn_on,
        is_current,
        is_sample,
        obs_value,
        obs_lower,
        obs_upper,
        lower_open,
        upper_open,
        strict_lower,
        strict_upper,
        strict_lower_open,
        strict_upper_open,
        whole_claim_id,
        case
            when decision = 'reject' then 'rejected'
            when decision is not null or is_mapped then 'reviewed'
            else 'unreviewed'
        end as review_status,
        decision_or_mapping_reason as review_reason,
        {{ why_not_observed() }} as not_observed_because
    from labelled
)

select * from final
