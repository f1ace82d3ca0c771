{#-
    Tightening of bounds over all relations. A relation is a sum of terms that is zero, or not negative; a term is a
    variable times a factor (an interval of positive numbers) times a sign. What the other terms leave over bounds
    the one. Rounds are unrolled: a fixed number of models, never a recursion.
-#}

{#- One end of a term, from its variable (bounds) and its factor and sign (terms). -#}
{% macro term_end(end) -%}
    {%- set far = 'upper' if end == 'lower' else 'lower' -%}
    case when terms.sign > 0e0 then {{ scaled_end(end) }} else -({{ scaled_end(far) }}) end
{%- endmacro %}

{#- One end of variable x factor: a variable below zero is least where the factor is greatest. -#}
{% macro scaled_end(end) -%}
    {%- set far = 'upper' if end == 'lower' else 'lower' -%}
    bounds.obs_{{ end }} * case when bounds.obs_{{ end }} < 0e0 then terms.factor_{{ far }} else terms.factor_{{ end }} end
{%- endmacro %}

{#- One round: the bounds of `earlier` and what the relations that hold make of them. -#}
{% macro tightening_round(earlier, round_no) -%}
with bounds as (
    select * from {{ earlier }}
),

terms as (
    select all_terms.*
    from {{ ref('tightening_terms') }} as all_terms
    inner join {{ ref('tightening_relations') }} as relations on all_terms.relation_id = relations.relation_id
    where not relations.is_quarantined
),

valued as (
    select
        terms.*,
        {{ term_end('lower') }} as term_lower,
        {{ term_end('upper') }} as term_upper
    from terms
    inner join bounds on terms.variable_id = bounds.variable_id
),

-- what all the other terms are together; unknown where one of them is unbounded
others as (
    select
        valued.*,
        case
            when
                count(*) over (partition by relation_id)
                - count(term_lower) over (partition by relation_id)
                = case when term_lower is null then 1 else 0 end
                then sum(term_lower) over (partition by relation_id) - coalesce(term_lower, 0e0)
        end as others_lower,
        case
            when
                count(*) over (partition by relation_id)
                - count(term_upper) over (partition by relation_id)
                = case when term_upper is null then 1 else 0 end
                then sum(term_upper) over (partition by relation_id) - coalesce(term_upper, 0e0)
        end as others_upper,
        sum(greatest(coalesce(abs(term_lower), 0e0), coalesce(abs(term_upper), 0e0))) over (
            partition by relation_id
        ) as magnitude
    from valued
),

-- sign x factor x variable lies between -others_upper and -others_lower
products as (
    select
        relation_id,
        variable_id,
        factor_lower,
        factor_upper,
        case
            when sign > 0e0 then {{ outward_lower('-others_upper', 'magnitude', 'magnitude * 4e-15') }}
            when is_equality then {{ outward_lower('others_lower', 'magnitude', 'magnitude * 4e-15') }}
        end as product_lower,
        case
            when sign < 0e0 then {{ outward_upper('others_upper', 'magnitude', 'magnitude * 4e-15') }}
            when is_equality then {{ outward_upper('-others_lower', 'magnitude', 'magnitude * 4e-15') }}
        end as product_upper
    from others
),

quotients as (
    select
        relation_id,
        variable_id,
        product_lower / nullif(case when product_lower > 0e0 then factor_upper else factor_lower end, 0e0)
            as derived_lower,
        product_upper / nullif(case when product_upper > 0e0 then factor_lower else factor_upper end, 0e0)
            as derived_upper
    from products
),

derived as (
    select
        relation_id,
        variable_id,
        {{ outward_lower('derived_lower') }} as derived_lower,
        {{ outward_upper('derived_upper') }} as derived_upper
    from quotients
),

best as (
    select
        variable_id,
        max(derived_lower) as derived_lower,
        min(derived_upper) as derived_upper
    from derived
    group by variable_id
),

named as (
    select
        best.variable_id,
        best.derived_lower,
        best.derived_upper,
        min(case when derived.derived_lower = best.derived_lower then derived.relation_id end) as lower_by,
        min(case when derived.derived_upper = best.derived_upper then derived.relation_id end) as upper_by
    from best
    inner join derived on best.variable_id = derived.variable_id
    group by best.variable_id, best.derived_lower, best.derived_upper
),

-- a derived end counts only where it is inside the old one by more than the slack of floating point
proposed as (
    select
        bounds.*,
        case when bounds.is_whole_number then {{ whole_lower('named.derived_lower') }} else named.derived_lower end
            as new_lower,
        case when bounds.is_whole_number then {{ whole_upper('named.derived_upper') }} else named.derived_upper end
            as new_upper,
        named.lower_by as new_lower_by,
        named.upper_by as new_upper_by
    from bounds
    left join named on bounds.variable_id = named.variable_id
),

judged as (
    select
        proposed.*,
        coalesce(new_lower > obs_lower + abs(obs_lower) * 1e-9, new_lower is not null and obs_lower is null)
            as lifts,
        coalesce(new_upper < obs_upper - abs(obs_upper) * 1e-9, new_upper is not null and obs_upper is null)
            as lowers,
        coalesce(
            greatest(new_lower, obs_lower) > least(new_upper, obs_upper) + abs(least(new_upper, obs_upper)) * 1e-9, false
        ) as is_empty
    from proposed
)

-- a variable that the relations together leave nothing keeps what it had and says so, and between which relations
select
    variable_id,
    observation_id,
    is_whole_number,
    case when lifts and not is_empty then least(new_lower, coalesce(obs_upper, new_lower)) else obs_lower end as obs_lower,
    case when lowers and not is_empty then greatest(new_upper, coalesce(obs_lower, new_upper)) else obs_upper end
        as obs_upper,
    case when lifts and not is_empty then new_lower_by else lower_by end as lower_by,
    case when lowers and not is_empty then new_upper_by else upper_by end as upper_by,
    case when (lifts or lowers) and not is_empty then {{ round_no }} else round_no end as round_no,
    is_contradicted or is_empty as is_contradicted,
    case
        when is_contradicted then contradicted_below_by
        when is_empty and lifts then new_lower_by
        when is_empty then lower_by
    end as contradicted_below_by,
    case
        when is_contradicted then contradicted_above_by
        when is_empty and lowers then new_upper_by
        when is_empty then upper_by
    end as contradicted_above_by
from judged
{%- endmacro %}
