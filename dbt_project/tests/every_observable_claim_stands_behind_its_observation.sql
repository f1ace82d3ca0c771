-- A claim that states an observation and is not among its evidence, or an observation without evidence.
select
    claims.claim_id as row_id,
    'a claim that is an observation must stand in its evidence' as reason
from {{ ref('claims') }} as claims
left join {{ ref('evidence') }} as evidence
    on
        claims.claim_id = evidence.claim_id
        and evidence.derived_kind = 'observation'
        and claims.observation_id = evidence.derived_id
where claims.observation_id is not null and evidence.claim_id is null
union all
select
    observations.observation_id as row_id,
    'an observation must have evidence' as reason
from {{ ref('observations') }} as observations
left join {{ ref('evidence') }} as evidence
    on evidence.derived_kind = 'observation' and observations.observation_id = evidence.derived_id
where evidence.derived_id is null
