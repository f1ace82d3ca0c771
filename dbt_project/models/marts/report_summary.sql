with documents as (
    select * from {{ ref('stg_documents') }}
),

claims as (
    select
        document_id,
        cast(count(*) as integer) as claim_count,
        cast(count(*) filter (where is_mapped) as integer) as mapped_count,
        cast(count(*) filter (where not_observed_because is null) as integer) as observed_count,
        cast(count(*) filter (where qualifier <> 'NONE') as integer) as hedged_count,
        cast(count(distinct indicator) as integer) as indicator_count
    from {{ ref('claim_bounds') }}
    group by document_id
),

refusals as (
    select
        reading_id,
        cast(count(*) as integer) as refusal_count
    from {{ source('raw', 'refusals') }}
    group by reading_id
),

baselines as (
    select
        claims.document_id,
        cast(count(*) filter (where baselines.derivation = 'derived') as integer) as baselines_derived,
        cast(count(*) filter (where baselines.derivation = 'refused') as integer) as baselines_refused,
        cast(count(*) filter (where baselines.verdict = 'consistent') as integer) as baselines_consistent,
        cast(count(*) filter (where baselines.verdict = 'revised_or_conflict') as integer)
            as baselines_revised_or_conflict
    from {{ ref('implied_baselines') }} as baselines
    inner join {{ ref('claim_bounds') }} as claims on baselines.level_claim_id = claims.claim_id
    group by claims.document_id
),

checks as (
    select
        document_id,
        cast(count(*) filter (where verdict = 'holds') as integer) as checks_holding,
        cast(count(*) filter (where verdict = 'remainder') as integer) as checks_with_remainder,
        cast(count(*) filter (where verdict = 'violated') as integer) as checks_violated,
        cast(count(*) filter (where verdict = 'incomplete') as integer) as checks_incomplete
    from {{ ref('reconciliations') }}
    group by document_id
),

conflicts as (
    select
        claims.document_id,
        cast(count(distinct evidence.derived_id) as integer) as conflict_count
    from {{ ref('evidence') }} as evidence
    inner join {{ ref('claim_bounds') }} as claims on evidence.claim_id = claims.claim_id
    where evidence.derived_kind = 'conflict'
    group by claims.document_id
),

final as (
    select
        documents.document_id,
        documents.title,
        documents.publisher,
        documents.compiling_org,
        documents.published_on,
        documents.placement_status,
        coalesce(claims.claim_count, 0) as claim_count,
        coalesce(claims.mapped_count, 0) as mapped_count,
        coalesce(claims.observed_count, 0) as observed_count,
        coalesce(claims.hedged_count, 0) as hedged_count,
        coalesce(claims.indicator_count, 0) as indicator_count,
        coalesce(refusals.refusal_count, 0) as refusal_count,
        coalesce(baselines.baselines_derived, 0) as baselines_derived,
        coalesce(baselines.baselines_refused, 0) as baselines_refused,
        coalesce(baselines.baselines_consistent, 0) as baselines_consistent,
        coalesce(baselines.baselines_revised_or_conflict, 0) as baselines_revised_or_conflict,
        coalesce(checks.checks_holding, 0) as checks_holding,
        coalesce(checks.checks_with_remainder, 0) as checks_with_remainder,
        coalesce(checks.checks_violated, 0) as checks_violated,
        coalesce(checks.checks_incomplete, 0) as checks_incomplete,
        coalesce(conflicts.conflict_count, 0) as conflict_count,
        documents.is_sample
    from documents
    left join claims on documents.document_id = claims.document_id
    left join refusals on documents.reading_id = refusals.reading_id
    left join baselines on documents.document_id = baselines.document_id
    left join checks on documents.document_id = checks.document_id
    left join conflicts on documents.document_id = conflicts.document_id
)

select * from final
