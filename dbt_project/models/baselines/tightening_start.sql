with terms as (
    select * from {{ ref('tightening_terms') }}
),

claims as (
    select * from {{ ref('claim_bounds') }}
    where is_current
),

observed as (
    select * from {{ ref('observed_claims') }}
    where is_current
),

statements as (
    select * from {{ ref('statements') }}
    where next_known_on is null
),

names as (
    select
        observation_id,
        bool_and(is_whole_number) as is_whole_number
    from observed
    group by observation_id
),

of_statements as (
    select
        {{ key_of(['statements.observation_id', 'statements.compiling_org', 'statements.definition']) }}
            as variable_id,
        statements.observation_id,
        statements.compiling_org,
        names.is_whole_number,
        statements.obs_lower,
        statements.obs_upper,
        statements.lower_open,
        statements.upper_open
    from statements
    inner join names on statements.observation_id = names.observation_id
),

used as (
    select
        variable_id,
        min(claim_id) as claim_id
    from terms
    group by variable_id
),

final as (
    select
        used.variable_id,
        of_statements.observation_id,
        of_statements.compiling_org,
        coalesce(of_statements.is_whole_number, claims.is_whole_number, false) as is_whole_number,
        coalesce(of_statements.obs_lower, claims.obs_lower) as obs_lower,
        coalesce(of_statements.obs_upper, claims.obs_upper) as obs_upper,
        cast(null as {{ type_text() }}) as lower_by,
        cast(null as {{ type_text() }}) as upper_by,
        0 as round_no,
        false as is_contradicted,
        cast(null as {{ type_text() }}) as contradicted_below_by,
        cast(null as {{ type_text() }}) as contradicted_above_by
    from used
    left join of_statements on used.variable_id = of_statements.variable_id
    left join claims on used.variable_id = claims.claim_id
)

select * from final
