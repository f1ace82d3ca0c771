-- A statement of growth that leans on a level that was derived from that very growth, or any implied growth.
select
    observations.observation_id,
    'an observation of growth must be stated: a level derived from growth proves nothing about it' as reason
from {{ ref('observations') }} as observations
where observations.origin = 'implied' and observations.transformation like 'change_%'
union all
select
    baselines.observation_id,
    'the published level that a baseline is compared with is the level that it was derived from' as reason
from {{ ref('implied_baselines') }} as baselines
where
    baselines.published_claim_id = baselines.level_claim_id
    or baselines.published_claim_id = baselines.rate_claim_id
    or baselines.published_claim_id = baselines.amount_claim_id
