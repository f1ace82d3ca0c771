with claims as (
    select * from {{ ref('observed_claims') }}
),

-- what one organisation said on one day: roundings of one number
said as (
    select
        observation_id,
        compiling_org,
        definition,
        published_on,
        withdrawn_on,
        {{ intersection() }},
        cast(count(*) as integer) as claim_count,
        bool_or(is_own_publication) as is_own_publication,
        min(lead_rank) as lead_rank
    from claims
    group by observation_id, compiling_org, definition, published_on, withdrawn_on
),

counted as (
    select
        *,
        count(*) over (partition by observation_id) = 1 and withdrawn_on is null as is_alone
    from said
),

-- the days on which what is known of an observation changed; most are told once and need no comparison
events as (
    select
        observation_id,
        published_on as known_on
    from counted
    where not is_alone
    union
    select
        observation_id,
        withdrawn_on as known_on
    from counted
    where withdrawn_on is not null
),

spans as (
    select
        observation_id,
        known_on,
        lead(known_on) over (partition by observation_id order by known_on asc nulls last) as next_known_on
    from events
),

-- as of each day, each organisation's statements from the latest backwards
running as (
    select
        spans.observation_id,
        spans.known_on,
        said.compiling_org,
        said.definition,
        said.published_on,
        said.claim_count,
        said.is_own_publication,
        said.lead_rank,
        {% for column in ['obs_lower', 'lower_key', 'strict_lower', 'strict_lower_key'] -%}
        max(said.{{ column }}) over run as {{ column }},
        {% endfor -%}
        {% for column in ['obs_upper', 'upper_key', 'strict_upper', 'strict_upper_key'] -%}
        min(said.{{ column }}) over run as {{ column }},
        {% endfor -%}
        said.lower_key as own_lower_key,
        said.upper_key as own_upper_key,
        row_number() over run as run_length
    from spans
    inner join counted as said
        on
            spans.observation_id = said.observation_id
            and spans.known_on >= said.published_on
            and (said.withdrawn_on is null or spans.known_on < said.withdrawn_on)
    window run as (
        partition by spans.observation_id, spans.known_on, said.compiling_org, said.definition
        order by said.published_on desc nulls last, said.withdrawn_on desc nulls first
        rows between unbounded preceding and current row
    )
),

before as (
    select
        *,
        lag(lower_key) over run as later_lower_key,
        lag(upper_key) over run as later_upper_key
    from running
    window run as (
        partition by observation_id, known_on, compiling_org, definition
        order by run_length asc nulls last
    )
),

-- an earlier statement is the same number, printed finer or coarser, where one of the two intervals holds the other;
-- intervals that only overlap (2.5 million, a year later 2.55 million) are a revision, and the later one stands
nested as (
    select
        *,
        run_length = 1
        or (
            (lower_key is null or upper_key is null or lower_key <= upper_key)
            and (
                (
                    lower_key is not distinct from later_lower_key
                    and upper_key is not distinct from later_upper_key
                )
                or (
                    lower_key is not distinct from own_lower_key
                    and upper_key is not distinct from own_upper_key
                )
            )
        ) as is_nested
    from before
),

-- the run ends at the first that is not: what lies before it has been revised too
in_run as (
    select
        *,
        bool_and(is_nested) over (
            partition by observation_id, known_on, compiling_org, definition
            order by run_length asc nulls last
            rows between unbounded preceding and current row
        ) as agrees
    from nested
),

agreeing as (
    select
        observation_id,
        known_on,
        compiling_org,
        definition,
        min(published_on) as first_published_on,
        max(published_on) as latest_published_on,
        cast(sum(claim_count) as integer) as claim_count,
        bool_or(is_own_publication) as is_own_publication,
        min(lead_rank) as lead_rank,
        {% for column in ['obs_lower', 'lower_key', 'strict_lower', 'strict_lower_key'] -%}
        max({{ column }}) as {{ column }},
        {% endfor -%}
        {% for column in ['obs_upper', 'upper_key', 'strict_upper', 'strict_upper_key'] -%}
        min({{ column }}) as {{ column }},
        {% endfor -%}
        sum(claim_count) > 1 and max(lower_key) > min(upper_key) as disagrees_with_itself
    from in_run
    where agrees
    group by observation_id, known_on, compiling_org, definition
),

-- who leads: the organisation's own publication, then the kind of organisation, then the latest
compared as (
    select
        *,
        row_number() over (
            partition by observation_id, known_on
            order by
                case when definition = 'same' then 0 else 1 end asc nulls last,
                case when is_own_publication then 0 else 1 end asc nulls last,
                lead_rank asc nulls last,
                latest_published_on desc nulls last,
                compiling_org asc nulls last,
                definition asc nulls last
        ) as lead_order,
        max(case when definition = 'same' then lower_key end) over (partition by observation_id, known_on)
            as highest_lower,
        min(case when definition = 'same' then upper_key end) over (partition by observation_id, known_on)
            as lowest_upper,
        count(*) over (partition by observation_id, known_on) as organisation_count,
        sum(claim_count) over (partition by observation_id, known_on) as all_claim_count,
        bool_or(definition = 'same' and coalesce(disagrees_with_itself, false)) over (
            partition by observation_id, known_on
        )
            as has_inner_conflict
    from agreeing
),

told_often as (
    select
        compared.observation_id,
        compared.known_on,
        spans.next_known_on,
        compared.compiling_org,
        compared.definition,
        cast(compared.lead_order as integer) as lead_order,
        compared.first_published_on,
        compared.latest_published_on,
        cast(compared.all_claim_count as integer) as all_claim_count,
        cast(compared.organisation_count as integer) as organisation_count,
        coalesce(compared.disagrees_with_itself, false) as disagrees_with_itself,
        coalesce(compared.organisation_count > 1 and compared.highest_lower > compared.lowest_upper, false)
        or compared.has_inner_conflict as is_conflict,
        compared.highest_lower,
        compared.lowest_upper,
        {{ ends_of_intersection('compared') }},
        false as is_told_once
    from compared
    inner join spans
        on compared.observation_id = spans.observation_id and compared.known_on = spans.known_on
),

told_once as (
    select
        observation_id,
        published_on as known_on,
        cast(null as date) as next_known_on,
        compiling_org,
        definition,
        1 as lead_order,
        published_on as first_published_on,
        published_on as latest_published_on,
        claim_count as all_claim_count,
        1 as organisation_count,
        coalesce(claim_count > 1 and lower_key > upper_key, false) as disagrees_with_itself,
        definition = 'same' and coalesce(claim_count > 1 and lower_key > upper_key, false) as is_conflict,
        case when definition = 'same' then lower_key end as highest_lower,
        case when definition = 'same' then upper_key end as lowest_upper,
        {{ ends_of_intersection('counted') }},
        true as is_told_once
    from counted
    where is_alone
),

final as (
    select * from told_often
    union all
    select * from told_once
)

select * from final
