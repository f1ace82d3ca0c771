with claims as (
    select * from {{ ref('observed_claims') }}
    where is_current
),

vintages as (
    select * from {{ ref('vintages') }}
),

baselines as (
    select * from {{ ref('growth_baselines') }}
    where is_current and refusal_reason is null
),

levels as (
    select * from {{ ref('level_implications') }}
    where is_current and refusal_reason is null and method in ('level_from_growth', 'part_from_share', 'growth_chain')
        and indicator not like 'part_of:%'
),

sources as (
    select
        observation_id,
        min(indicator_label) as indicator_label,
        bool_or(is_mapped) as is_mapped,
        bool_or(is_sample) as is_sample,
        {{ sorted_set('publisher', '; ') }} as publishers
    from claims
    group by observation_id
),

revised as (
    select
        observation_id,
        cast(count(*) as integer) as vintage_count
    from vintages
    group by observation_id
),

stated as (
    select
        vintages.observation_id,
        leads.indicator,
        sources.indicator_label,
        leads.entity,
        leads.ref_area,
        leads.time_period,
        leads.freq,
        leads.transformation,
        leads.base_period,
        leads.price_basis,
        leads.unit_measure,
        greatest(
            least(vintages.printed_value, coalesce(vintages.obs_upper, vintages.printed_value)),
            coalesce(vintages.obs_lower, vintages.printed_value)
        ) as obs_value,
        {{ interval_of('vintages') }},
        'stated' as origin,
        case
            when vintages.is_conflict then 'conflict'
            when vintages.claim_count = 1 then 'single'
            else 'agree'
        end as agreement,
        case when sources.is_mapped then 'reviewed' else 'unreviewed' end as review_status,
        case
            when vintages.is_conflict then 'U'
            when vintages.definition <> 'same' then 'D'
            when vintages.claim_status = 'preliminary' then 'P'
            when vintages.claim_status = 'estimate' then 'E'
            else 'A'
        end as obs_status,
        vintages.claim_count,
        vintages.organisation_count,
        revised.vintage_count,
        vintages.compiling_org,
        sources.publishers,
        vintages.latest_published_on,
        vintages.lead_claim_id,
        cast(null as {{ type_text() }}) as implied_id,
        sources.is_sample
    from vintages
    inner join claims as leads on vintages.lead_claim_id = leads.claim_id
    inner join sources on vintages.observation_id = sources.observation_id
    inner join revised on vintages.observation_id = revised.observation_id
    where vintages.next_known_on is null
),

candidates as (
    {% for id, claim, relation in [
        ('implied_baseline_id', 'level_claim_id', 'baselines'), ('implied_level_id', 'from_claim_id', 'levels')
    ] -%}
    select
        {{ id }} as implied_id,
        {{ claim }} as lead_claim_id,
        observation_id,
        indicator,
        indicator_label,
        entity,
        ref_area,
        time_period,
        transformation,
        unit_measure,
        is_mapped,
        is_sample,
        compiling_org,
        published_on,
        obs_status,
        {{ interval_of() }}
    from {{ relation }}
    {{ "union all" if not loop.last }}
    {% endfor %}
),

-- the later report's implication supersedes the earlier one's; among equals the tighter leads
ranked as (
    select
        candidates.*,
        documents.publisher,
        row_number() over (
            partition by candidates.observation_id
            order by
                candidates.published_on desc nulls last,
                candidates.obs_upper - candidates.obs_lower asc nulls last,
                candidates.implied_id asc nulls last
        ) as candidate_rank,
        cast(count(*) over (partition by candidates.observation_id) as integer) as candidate_count,
        max({{ lower_key('candidates.obs_lower', 'candidates.lower_open') }}) over (
            partition by candidates.observation_id
        ) as highest_lower,
        min({{ upper_key('candidates.obs_upper', 'candidates.upper_open') }}) over (
            partition by candidates.observation_id
        ) as lowest_upper,
        bool_or(candidates.is_sample) over (partition by candidates.observation_id) as any_sample
    from candidates
    inner join {{ ref('claim_bounds') }} as documents on candidates.lead_claim_id = documents.claim_id
    left join stated on candidates.observation_id = stated.observation_id
    where stated.observation_id is null
),

implied as (
    select
        observation_id,
        indicator,
        indicator_label,
        entity,
        ref_area,
        time_period,
        {{ period_freq('time_period') }} as freq,
        transformation,
        '_Z' as base_period,
        'not_stated' as price_basis,
        unit_measure,
        {{ as_decimal('(obs_lower + obs_upper) / 2e0') }} as obs_value,
        {{ interval_of() }},
        'implied' as origin,
        case
            when candidate_count = 1 then 'single'
            when highest_lower > lowest_upper then 'conflict'
            else 'agree'
        end as agreement,
        case when is_mapped then 'reviewed' else 'unreviewed' end as review_status,
        case when highest_lower > lowest_upper then 'U' else obs_status end as obs_status,
        candidate_count as claim_count,
        1 as organisation_count,
        1 as vintage_count,
        compiling_org,
        publisher as publishers,
        published_on as latest_published_on,
        cast(null as {{ type_text() }}) as lead_claim_id,
        implied_id,
        any_sample as is_sample
    from ranked
    where candidate_rank = 1
),

final as (
    select * from stated
    union all
    select * from implied
)

select * from final
