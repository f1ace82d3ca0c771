-- A derived baseline without a level and a change that is not the level.
select
    implied_baseline_id,
    'a derived baseline must name its level and the change that it was derived with' as reason
from {{ ref('implied_baselines') }}
where
    derivation = 'derived'
    and (
        coalesce(rate_claim_id, amount_claim_id) is null
        or level_claim_id = coalesce(rate_claim_id, amount_claim_id)
        or (method = 'both' and (rate_claim_id is null or amount_claim_id is null))
    )
