{#-
    One end of the interval of a printed magnitude, as the row of the seed hedge_policy states it.
    reading: strict | conventional; end: lower | upper. Null where the policy gives no bound, for a range that is printed
    the wrong way round, and for less than, nearly or at most nothing, which leaves no interval. A number printed as
    positive has no end below zero. An unhedged zero has one: "fell 0.0%" and "growth of 0.0%" are roundings of a rise
    as well as of a fall; shares, multiples and counts are never negative.
-#}
{% macro policy_end(reading, end) -%}
    case
        when
            {{ is_crossed_range('claims') }}
            or (claims.value = 0e0 and policy.strict_lower = 'zero')
            then cast(null as {{ type_double() }})
        when policy.{{ reading }}_{{ end }} = 'value' then
            {{ floored_at_zero('claims.value + policy.' ~ reading ~ '_' ~ end ~ '_steps * policy.' ~ reading ~ '_width') }}
        when policy.{{ reading }}_{{ end }} = 'value_upper' then
            claims.value_upper + policy.{{ reading }}_{{ end }}_steps * policy.{{ reading }}_width
        when policy.{{ reading }}_{{ end }} = 'zero' then case when claims.value >= 0e0 then 0e0 end
    end
{%- endmacro %}

{% macro floored_at_zero(x) -%}
    case
        when
            claims.value > 0e0
            or (claims.value = 0e0 and (claims.is_discrete_unit or claims.kind in ('share', 'multiple', 'rank')))
            then greatest({{ x }}, 0e0)
        else {{ x }}
    end
{%- endmacro %}

{#- True where a range ends below where it begins. -#}
{% macro is_crossed_range(claims) -%}
    coalesce({{ claims }}.value_upper < {{ claims }}.value, false)
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

{#- The class of a claim's numeral, which with its hedge chooses the row of the policy. -#}
{% macro numeral_class() -%}
    case
        when claims.kind = 'rank' then 'rank'
        when {{ has_code('claims.flags', 'fraction') }} then 'fraction'
        when claims.last_place is null and claims.is_percentage then 'fraction'
        when claims.last_place is null then 'times_word'
        when claims.qualifier = 'NONE' and claims.is_percentage then 'percentage'
        when
            claims.qualifier = 'NONE' and claims.is_discrete_unit
            and not {{ has_code('claims.flags', 'average') }}
            and not claims.has_scale_word and claims.last_place >= 1e0 then 'count'
        when claims.qualifier = 'NONE' then 'measured'
        when
            claims.qualifier in ('ABOUT', 'GT', 'GE') and not claims.has_scale_word
            and claims.last_place = 1e0 and claims.last_nonzero_place = 1e0
            and (claims.qualifier = 'ABOUT' or claims.is_discrete_unit)
            then case when claims.is_percentage then 'plain_percentage' else 'plain_integer' end
        when
            claims.qualifier in ('ABOUT', 'NEARLY') and abs(claims.value) < 10e0 * claims.last_nonzero_place
            then 'one_digit'
        when {{ has_code('claims.flags', 'about_range') }} then 'about_range'
        else 'any'
    end
{%- endmacro %}

{#- Why a labelled claim states no observation; null where it does. Meanings are in the seed code_lists. -#}
{% macro why_not_observed() -%}
    case
        when decision = 'reject' then 'rejected'
        when {{ has_code('flags', 'furniture') }} then 'furniture'
        when claim_status not in ('actual', 'preliminary', 'estimate') then claim_status
        when {{ has_code('doubts', 'ambiguous_multiple') }} then 'ambiguous_multiple'
        when {{ has_code('doubts', 'magnitude_doubt') }} then 'doubtful_digits'
        when {{ has_code('doubts', 'estimated_digits') }} then 'doubtful_digits'
        when {{ is_crossed_range('labelled') }} then 'doubtful_digits'
        when kind = 'duration' and not is_mapped then 'duration'
        when time_period is null then 'no_period'
        when unit_measure is null then 'no_unit'
        when label_key is null then 'no_measure'
        when kind in ('change_rate', 'change_amount', 'points') and direction is null then 'no_direction'
        when
            label_key = whole_key and label_entity = whole_entity and label_area = whole_area
            then 'label_of_the_whole'
    end
{%- endmacro %}
