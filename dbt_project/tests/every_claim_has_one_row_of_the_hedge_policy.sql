-- A claim of the shelf that the hedge policy does not cover, so that it would vanish from the marts.
select
    claims.claim_id,
    'no row of hedge_policy covers this hedge and numeral' as reason
from {{ ref('stg_claims') }} as claims
left join {{ ref('claim_bounds') }} as bounds on claims.claim_id = bounds.claim_id
where bounds.claim_id is null
