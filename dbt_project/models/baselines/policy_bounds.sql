-- What the other version of the hedge policy makes of the claims that it reads differently.
-- A hedge whose rows are the same in both versions cannot change a claim, so its claims are left out from the start.
with policy_rows as (
    select * from {{ ref('hedge_policy') }}
    where policy_version in ('{{ var("hedge_policy_version") }}', '{{ var("compare_policy_version") }}')
),

touched as (
    select qualifier
    from policy_rows
    group by
        qualifier,
        numeral_class,
        step_from,
        step_below,
        strict_step,
        conventional_step,
        fixed_step,
        {% for reading in ['strict', 'conventional'] -%}
        {% for end in ['lower', 'upper'] -%}
        {{ reading }}_{{ end }},
        {{ reading }}_{{ end }}_steps,
        {{ reading }}_{{ end }}_open{{ "," if not (reading == 'conventional' and end == 'upper') }}
        {% endfor -%}
        {% endfor -%}
    having count(distinct policy_version) = 1
),

claims as (
    select * from {{ ref('stg_claims') }}
    where is_current and qualifier in (select touched.qualifier from touched)
),

held as (
    select * from {{ ref('claim_bounds') }}
),

{{ intervals_under(var("compare_policy_version")) }},

final as (
    select
        bounded.claim_id,
        {% for column in interval_columns() -%}
        bounded.{{ column }}{{ "," if not loop.last }}
        {% endfor %}
    from bounded
    inner join held on bounded.claim_id = held.claim_id
    where
        {% for column in interval_columns() -%}
        bounded.{{ column }} is distinct from held.{{ column }}{{ " or" if not loop.last }}
        {% endfor %}
)

select * from final
