with links as (
    select * from {{ ref('stg_claim_links') }}
    where role = 'part_of'
),

claims as (
    select * from {{ ref('claim_bounds') }}
),

-- a part of a part is not counted twice
terms as (
    select
        links.claim_id as part_claim_id,
        links.target_claim_id as whole_claim_id,
        links.document_id,
        links.coverage,
        links.coverage_text
    from links
    left join links as to_part
        on links.claim_id = to_part.claim_id and links.target_claim_id <> to_part.target_claim_id
    left join links as to_whole
        on
            to_part.target_claim_id = to_whole.claim_id
            and links.target_claim_id = to_whole.target_claim_id
    group by links.claim_id, links.target_claim_id, links.document_id, links.coverage, links.coverage_text
    having count(to_whole.claim_id) = 0
),

valued as (
    select
        terms.*,
        parts.sentence_no,
        parts.obs_value,
        {{ interval_of('parts') }},
        wholes.claim_id is not null and wholes.review_status <> 'rejected' as has_whole,
        wholes.obs_upper as whole_upper,
        coalesce(
            parts.review_status = 'rejected' or parts.kind <> coalesce(wholes.kind, parts.kind), true
        ) as is_unfit,
        -- a part printed without its noun is a count, whatever its whole counts
        parts.unit_measure is null or (
            parts.unit_measure <> coalesce(wholes.unit_measure, parts.unit_measure)
            and not (
                'count' in (parts.unit_measure, wholes.unit_measure)
                and parts.unit_measure in ('count', 'person', 'household')
                and wholes.unit_measure in ('count', 'person', 'household')
            )
        ) as has_other_unit
    from terms
    left join claims as parts on terms.part_claim_id = parts.claim_id
    left join claims as wholes on terms.whole_claim_id = wholes.claim_id
),

-- parts of several sentences may be several ways to cut one whole: where all together exceed it and
-- each sentence alone does not, each sentence is a list of its own
by_sentence as (
    select
        whole_claim_id,
        sentence_no,
        sum(obs_lower) as lower_sum,
        max(whole_upper) as whole_upper
    from valued
    where not is_unfit and not has_other_unit
    group by whole_claim_id, sentence_no
),

cuts as (
    select
        whole_claim_id,
        count(*) > 1 and sum(lower_sum) > max(whole_upper) and max(lower_sum) <= max(whole_upper) as is_cut_by_sentence
    from by_sentence
    group by whole_claim_id
),

final as (
    select
        valued.*,
        cast(case when coalesce(cuts.is_cut_by_sentence, false) then valued.sentence_no else 0 end as integer)
            as list_no
    from valued
    left join cuts on valued.whole_claim_id = cuts.whole_claim_id
)

select * from final
