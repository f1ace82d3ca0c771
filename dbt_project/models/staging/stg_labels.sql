with claims as (
    select * from {{ ref('stg_claims') }}
),

labels as (
    select * from {{ ref('indicator_labels') }}
),

indicators as (
    select * from {{ ref('indicators') }}
),

generic as (
    select * from {{ ref('generic_labels') }}
),

volume_terms as (
    select * from {{ ref('volume_growth_terms') }}
),

keys as (
    select distinct
        measure_key,
        coalesce(unit_measure, '~') as unit_measure,
        compiling_org
    from claims
    where measure_key is not null
),

-- the row that says most about the case wins: this organisation before any, this unit before any
candidates as (
    select
        keys.measure_key,
        keys.unit_measure,
        keys.compiling_org,
        labels.indicator,
        labels.definition,
        labels.reason,
        row_number() over (
            partition by keys.measure_key, keys.unit_measure, keys.compiling_org
            order by
                case when labels.compiling_org = '*' then 1 else 0 end asc nulls last,
                case when labels.unit_measure = '*' then 1 else 0 end asc nulls last
        ) as candidate_rank
    from keys
    inner join labels
        on
            keys.measure_key = labels.measure_key
            and (labels.unit_measure = '*' or keys.unit_measure = labels.unit_measure)
            and (labels.compiling_org = '*' or keys.compiling_org = labels.compiling_org)
),

-- a label that no one has mapped is still known to grow in volume by the words in it
of_volume as (
    select
        measures.measure_key,
        min(volume_terms.reason) as volume_reason
    from (select distinct measure_key from keys) as measures
    inner join volume_terms
        on measures.measure_key like concat('%', volume_terms.term, '%')
    group by measures.measure_key
),

final as (
    select
        keys.measure_key,
        keys.unit_measure,
        keys.compiling_org,
        coalesce(
            candidates.indicator,
            concat(
                'provisional:', keys.measure_key,
                case when generic.measure_key is not null then concat(' of ', keys.compiling_org) else '' end
            )
        ) as indicator,
        coalesce(indicators.label, keys.measure_key) as indicator_label,
        candidates.indicator is not null as is_mapped,
        coalesce(candidates.definition, 'same') as definition,
        candidates.reason as mapping_reason,
        coalesce(indicators.volume_growth, of_volume.measure_key is not null) as volume_growth
    from keys
    left join candidates
        on
            keys.measure_key = candidates.measure_key
            and keys.unit_measure = candidates.unit_measure
            and keys.compiling_org = candidates.compiling_org
            and candidates.candidate_rank = 1
    left join indicators on candidates.indicator = indicators.indicator
    left join generic on keys.measure_key = generic.measure_key
    left join of_volume on keys.measure_key = of_volume.measure_key
)

select * from final
