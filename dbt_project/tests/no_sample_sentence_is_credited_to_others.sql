-- A row that a sample's sentence stands behind and that does not say so.
select
    evidence.derived_id,
    'a sample stands behind this observation and is_sample is false' as reason
from {{ ref('evidence') }} as evidence
inner join {{ ref('observations') }} as observations on evidence.derived_id = observations.observation_id
where evidence.derived_kind = 'observation' and evidence.is_sample and not observations.is_sample
