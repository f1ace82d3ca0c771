-- an empty cell of the seed is the same as '-'
with decisions as (
    select
        claim_id,
        decision,
        expect,
        coalesce(nullif(corrected_column, ''), '-') as corrected_column,
        coalesce(nullif(corrected_value, ''), '-') as corrected_value,
        reason,
        decided_on,
        decided_by
    from {{ ref('claim_decisions') }}
),

raw_claims as (
    select * from {{ source('raw', 'claims') }}
),

documents as (
    select * from {{ ref('stg_documents') }}
),

-- the claim as any reading prints it, a reading that still stands first
met as (
    select
        decisions.claim_id,
        decisions.decision,
        decisions.corrected_column,
        raw_claims.value_text,
        documents.is_current,
        documents.shelf_path,
        coalesce(documents.is_sample, false) as is_sample,
        row_number() over (
            partition by decisions.claim_id, decisions.decision, decisions.corrected_column
            order by
                case when documents.is_current then 0 else 1 end asc nulls last,
                raw_claims.reading_id asc nulls last
        ) as reading_rank
    from decisions
    inner join raw_claims on decisions.claim_id = raw_claims.claim_id
    left join documents on raw_claims.reading_id = documents.reading_id
),

final as (
    select
        {{ key_of(['decisions.claim_id', 'decisions.decision', 'decisions.corrected_column']) }} as decision_id,
        decisions.claim_id,
        decisions.decision,
        decisions.expect,
        decisions.corrected_column,
        decisions.corrected_value,
        decisions.reason,
        decisions.decided_on,
        decisions.decided_by,
        met.shelf_path,
        case
            when met.claim_id is not null and met.is_current and met.value_text = decisions.expect then 'applied'
            else 'unmatched'
        end as status,
        case
            when met.claim_id is null then 'no reading holds this claim: the text was changed or the id is mistyped'
            when met.is_current is null then 'the text was read anew and the figure was not found at its old place'
            when not met.is_current then 'the report was withdrawn'
            when met.value_text <> decisions.expect then concat('the source now prints ', met.value_text)
        end as likely_cause,
        coalesce(met.is_sample, false) as is_sample
    from decisions
    left join met
        on
            decisions.claim_id = met.claim_id
            and decisions.decision = met.decision
            and decisions.corrected_column = met.corrected_column
            and met.reading_rank = 1
)

select * from final
