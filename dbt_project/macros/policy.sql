{#-
    One end of the interval of a printed magnitude, as the row of the seed hedge_policy states it.
    reading: strict | conventional; end: lower | upper. Null where the policy gives no bound.
    A number that is not negative has no end below zero.
-#}
{% macro policy_end(reading, end) -%}
    case policy.{{ reading }}_{{ end }}
        when 'value' then
            {{ floored_at_zero('claims.value + policy.' ~ reading ~ '_' ~ end ~ '_steps * policy.' ~ reading ~ '_width') }}
        when 'value_upper' then
            claims.value_upper + policy.{{ reading }}_{{ end }}_steps * policy.{{ reading }}_width
        when 'zero' then case when claims.value >= 0e0 then 0e0 end
    end
{%- endmacro %}

{% macro floored_at_zero(x) -%}
    case when claims.value >= 0e0 then greatest({{ x }}, 0e0) else {{ x }} end
{%- endmacro %}

{#- The width that one step of the policy means for a claim. -#}
{% macro policy_width(step) -%}
    coalesce(
        case {{ step }}
            when 'significant' then claims.last_nonzero_place
            when 'printed' then claims.last_place
            when 'fixed' then chosen.fixed_step * case when claims.is_percentage then 1e0 else 1e-2 end
            when 'relative' then chosen.fixed_step * abs(claims.value)
        end,
        0e0
    )
{%- endmacro %}
