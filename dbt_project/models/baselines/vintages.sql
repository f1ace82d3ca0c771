with compared as (
    select * from {{ ref('statements') }}
),

claims as (
    select * from {{ ref('observed_claims') }}
),

-- the claim that leads: the tightest of the leading organisation's run
leads as (
    select
        compared.observation_id,
        compared.known_on,
        claims.claim_id,
        claims.obs_value,
        {{ interval_of('claims') }},
        claims.claim_status,
        row_number() over (
            partition by compared.observation_id, compared.known_on
            order by
                claims.obs_upper - claims.obs_lower asc nulls last,
                claims.published_on desc nulls last,
                claims.claim_id asc nulls last
        ) as claim_rank
    from compared
    inner join claims
        on
            compared.observation_id = claims.observation_id
            and compared.compiling_org = claims.compiling_org
            and compared.definition = claims.definition
            and claims.published_on between compared.first_published_on and compared.latest_published_on
            and (claims.withdrawn_on is null or compared.known_on < claims.withdrawn_on)
    where compared.lead_order = 1
),

-- where an organisation contradicts itself the leading claim stands alone
final as (
    select
        compared.observation_id,
        compared.known_on,
        compared.next_known_on,
        compared.compiling_org,
        compared.definition,
        leads.claim_id as lead_claim_id,
        leads.claim_status,
        leads.obs_value as printed_value,
        compared.first_published_on,
        compared.latest_published_on,
        compared.all_claim_count as claim_count,
        compared.organisation_count,
        compared.is_conflict,
        compared.is_told_once,
        {% for column in interval_columns() -%}
        case when compared.disagrees_with_itself then leads.{{ column }} else compared.{{ column }} end
            as {{ column }}{{ "," if not loop.last }}
        {% endfor %}
    from compared
    inner join leads
        on
            compared.observation_id = leads.observation_id
            and compared.known_on = leads.known_on
            and leads.claim_rank = 1
    where compared.lead_order = 1
)

select * from final
