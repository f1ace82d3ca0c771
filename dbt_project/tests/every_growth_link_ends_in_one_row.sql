-- A change that the text links to a level and that no row derives from or refuses, or more than one.
-- A change printed with both levels ends in the baseline of the later one.
with links as (
    select
        links.claim_id,
        links.role,
        links.target_claim_id,
        bool_or(links.role = 'growth_of') over (partition by links.claim_id) as leads_to_a_level
    from {{ ref('stg_claim_links') }} as links
    inner join {{ ref('claims') }} as claims on links.claim_id = claims.claim_id
    where links.role in ('growth_of', 'growth_from')
),

ends as (
    select
        'growth_of' as role,
        evidence.claim_id,
        baselines.level_claim_id as target_claim_id
    from {{ ref('implied_baselines') }} as baselines
    inner join {{ ref('evidence') }} as evidence
        on
            evidence.derived_kind = 'implied_baseline'
            and baselines.implied_baseline_id = evidence.derived_id
            and evidence.role in ('growth', 'change_amount')
    union all
    select
        'growth_from' as role,
        claim_id,
        from_claim_id as target_claim_id
    from {{ ref('implied_levels') }}
    where method = 'level_from_growth'
)

select
    links.claim_id,
    links.role,
    links.target_claim_id,
    count(ends.claim_id) as row_count,
    'a change and the level that it is linked to must end in one row: derived, or refused with a reason' as reason
from links
left join ends
    on links.claim_id = ends.claim_id and links.role = ends.role and links.target_claim_id = ends.target_claim_id
where links.role = 'growth_of' or not links.leads_to_a_level
group by links.claim_id, links.role, links.target_claim_id
having count(ends.claim_id) <> 1
