with claims as (
    select * from {{ ref('stg_claims') }}
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

{{ intervals_under(var("hedge_policy_version")) }},

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
        {{ period_freq('dimensioned.time_period') }} as freq,
        case
            when dimensioned.kind = 'level' and {{ has_code('dimensioned.flags', 'per_period') }}
                then 'level_per_period'
            when dimensioned.kind = 'level' and {{ has_code('dimensioned.flags', 'average') }}
                then 'level_average'
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
        {{ interval_of() }},
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
