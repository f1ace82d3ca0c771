with claims as (
    select * from {{ ref('claim_bounds') }}
    where is_current
),

quotes as (
    select
        claim_id,
        sentence,
        shelf_path
    from {{ ref('claims') }}
),

evidence as (
    select * from {{ ref('evidence') }}
),

observations as (
    select * from {{ ref('observations') }}
),

-- how many derived rows lean on a claim
leaning as (
    select
        claim_id,
        cast(count(*) as integer) as dependent_count
    from evidence
    group by claim_id
),

conflicting as (
    select
        claim_id,
        min(derived_id) as case_id
    from evidence
    where derived_kind = 'conflict'
    group by claim_id
),

violated as (
    select
        evidence.claim_id,
        min(checks.reconciliation_id) as case_id,
        min(case when checks.likely_factor is not null then checks.reconciliation_id end) as slip_id
    from evidence
    inner join {{ ref('reconciliations') }} as checks on evidence.derived_id = checks.reconciliation_id
    where evidence.derived_kind = 'reconciliation' and checks.verdict = 'violated'
    group by evidence.claim_id
),

contradicted as (
    select distinct claim_id from {{ ref('settlements') }}
    where conflict_kind = 'relations'
),

mismatched as (
    select
        level_claim_id as claim_id,
        min(implied_baseline_id) as case_id
    from {{ ref('implied_baselines') }}
    where verdict = 'revised_or_conflict'
    group by level_claim_id
),

judged as (
    select
        claims.claim_id,
        claims.document_id,
        claims.value_text,
        claims.measure_key,
        claims.indicator,
        claims.time_period,
        claims.unit_measure,
        claims.is_sample,
        coalesce(leaning.dependent_count, 0) as dependent_count,
        case
            when claims.review_status = 'rejected' then 'none'
            when conflicting.claim_id is not null then 'conflict'
            when violated.slip_id is not null then 'magnitude_slip'
            when violated.claim_id is not null then 'violated_check'
            when contradicted.claim_id is not null then 'contradicted_together'
            when claims.not_observed_because in (
                'ambiguous_multiple', 'doubtful_digits', 'no_unit', 'label_of_the_whole'
            )
                then claims.not_observed_because
            when mismatched.claim_id is not null then 'revised_or_conflict'
            when claims.not_observed_because in ('no_period', 'no_measure', 'no_direction')
                then claims.not_observed_because
            when not claims.is_mapped and claims.not_observed_because is null then 'unmapped_label'
            else 'none'
        end as why,
        conflicting.case_id as conflict_id,
        coalesce(violated.slip_id, violated.case_id) as check_id,
        mismatched.case_id as baseline_id
    from claims
    left join leaning on claims.claim_id = leaning.claim_id
    left join conflicting on claims.claim_id = conflicting.claim_id
    left join violated on claims.claim_id = violated.claim_id
    left join contradicted on claims.claim_id = contradicted.claim_id
    left join mismatched on claims.claim_id = mismatched.claim_id
),

reasons as (
    select * from {{ ref('review_reasons') }}
),

ranked as (
    select
        judged.claim_id,
        reasons.why,
        row_number() over (
            order by
                reasons.urgency asc nulls last,
                judged.dependent_count desc nulls last,
                judged.claim_id asc nulls last
        ) as review_rank
    from judged
    inner join reasons on judged.why = reasons.why
),

final as (
    select
        judged.claim_id,
        cast(ranked.review_rank as integer) as review_rank,
        judged.why,
        reasons.explanation as reason,
        reasons.settled_by,
        -- what is explained is the case, where it is more than the claim
        concat(
            'figures explain ',
            coalesce(
                case
                    when judged.why = 'conflict' then judged.conflict_id
                    when judged.why in ('magnitude_slip', 'violated_check') then judged.check_id
                    when judged.why = 'revised_or_conflict' then judged.baseline_id
                end,
                judged.claim_id
            )
        ) as command,
        case reasons.seed
            when 'claim_decisions'
                then concat(
                    judged.claim_id, ',', reasons.decision, ',"', coalesce(judged.value_text, ''), '",',
                    reasons.corrected_column, ',',
                    case when reasons.decision = 'correct' then '<right value>' else '<right value or ->' end,
                    ',<why>,<day>,<who>'
                )
            when 'indicator_labels'
                then concat(
                    '"', coalesce(judged.measure_key, ''), '",', coalesce(judged.unit_measure, '*'),
                    ',*,<indicator>,same,<why>,<day>'
                )
        end as row_to_add,
        judged.dependent_count,
        judged.document_id,
        quotes.shelf_path,
        quotes.sentence,
        judged.value_text,
        judged.measure_key,
        judged.indicator,
        judged.time_period,
        judged.unit_measure,
        judged.is_sample
    from ranked
    inner join judged on ranked.claim_id = judged.claim_id
    inner join reasons on ranked.why = reasons.why
    inner join quotes on ranked.claim_id = quotes.claim_id
)

select * from final
