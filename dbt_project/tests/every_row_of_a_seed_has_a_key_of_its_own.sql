-- A row of a seed without its key, or with the key of another row: which of the two holds would be chance.
{% for seed, columns in [
    ('claim_decisions', ['claim_id', 'decision', 'corrected_column']),
    ('code_lists', ['code_list', 'code']),
    ('generic_labels', ['measure_key']),
    ('hedge_policy', ['policy_version', 'qualifier', 'numeral_class', 'step_from']),
    ('indicator_labels', ['measure_key', 'unit_measure', 'compiling_org']),
    ('indicator_parts', ['whole', 'part']),
    ('indicator_ratios', ['ratio']),
    ('indicators', ['indicator']),
    ('members', ['dimension', 'whole', 'member', 'from_year']),
    ('organisation_aliases', ['alias']),
    ('organisations', ['organisation']),
    ('review_reasons', ['why']),
    ('units', ['unit']),
    ('volume_growth_terms', ['term'])
] -%}
select
    '{{ seed }}.csv' as seed,
    {%- set texts = [] -%}
    {%- for column in columns -%}
    {%- do texts.append("coalesce(cast(" ~ column ~ " as " ~ type_text() ~ "), '')") -%}
    {%- endfor %}
    concat_ws(', ', {{ texts | join(', ') }}) as row_key,
    count(*) as row_count,
    'the key ({{ columns | join(", ") }}) is empty or stands in several rows' as reason
from {{ ref(seed) }}
group by {{ columns | join(', ') }}
having
    count(*) > 1
    {#- of a decision that corrects nothing that cell may be empty -#}
    {%- for column in columns if column != 'corrected_column' %}
    or {{ column }} is null
    {%- endfor %}
{{ "union all" if not loop.last }}
{% endfor %}
