-- Levels several changes away from a level: what is known moves along stated growth, three steps at most.
{% set of_thing = [
    'indicator', 'indicator_label', 'entity', 'ref_area', 'unit_measure', 'is_whole_number', 'is_mapped'
] -%}
{% set no_growth = 'cast(null as ' ~ type_text() ~ ')' -%}

with points as (
    select * from {{ ref('standing_points') }}
    where not is_conflict
),

baselines as (
    select * from {{ ref('growth_baselines') }}
    where is_current and refusal_reason is null
),

known as (
    select
        observation_id,
        claim_id as root_claim_id,
        {{ of_thing | join(', ') }},
        time_period,
        is_sample,
        compiling_org,
        published_on,
        {{ interval_of() }}
    from points
    where transformation = 'level' and price_basis = 'not_stated' and obs_lower >= 0e0
),

-- growth that leads from one nominal level to another
growth as (
    select
        claim_id as growth_claim_id,
        indicator,
        entity,
        ref_area,
        time_period,
        base_period,
        is_sample,
        compiling_org,
        published_on,
        {% for column in ['obs_lower', 'obs_upper', 'strict_lower', 'strict_upper'] -%}
        1e0 + {{ column }} / 100e0 as factor_{{ column }},
        {% endfor -%}
        lower_open,
        upper_open,
        strict_lower_open,
        strict_upper_open
    from points
    where kind = 'change_rate' and base_period is not null and is_nominal and obs_lower > -100e0
),

-- where the chains start: what is stated, and the levels that one change implies
round_0 as (
    select
        known.*,
        0 as step_count,
        {{ no_growth }} as growth_claim_1,
        {{ no_growth }} as growth_claim_2,
        {{ no_growth }} as growth_claim_3
    from known
    union all
    select
        baselines.observation_id,
        baselines.level_claim_id as root_claim_id,
        baselines.{{ of_thing | join(', baselines.') }},
        baselines.time_period,
        baselines.is_sample,
        baselines.compiling_org,
        baselines.published_on,
        {{ interval_of('baselines') }},
        1 as step_count,
        baselines.rate_claim_id as growth_claim_1,
        {{ no_growth }} as growth_claim_2,
        {{ no_growth }} as growth_claim_3
    from baselines
    left join known on baselines.observation_id = known.observation_id
    where
        known.observation_id is null and baselines.transformation = 'level' and baselines.obs_lower >= 0e0
        and baselines.rate_claim_id is not null
),

{% for round_no in [1, 2, 3] -%}
{% set earlier = 'round_' ~ (round_no - 1) -%}
moved_{{ round_no }} as (
    {% for way in ['back', 'forward'] -%}
    select
        {{ observation_key(
            'levels.indicator', 'levels.entity', 'levels.ref_area',
            'growth.base_period' if way == 'back' else 'growth.time_period',
            "'level'", "'_Z'", "'not_stated'", 'levels.unit_measure'
        ) }} as observation_id,
        levels.root_claim_id,
        levels.{{ of_thing | join(', levels.') }},
        {{ 'growth.base_period' if way == 'back' else 'growth.time_period' }} as time_period,
        levels.is_sample or growth.is_sample as is_sample,
        levels.compiling_org,
        greatest(levels.published_on, growth.published_on) as published_on,
        {% for lower, upper, lower_open, upper_open in [
            ('obs_lower', 'obs_upper', 'lower_open', 'upper_open'),
            ('strict_lower', 'strict_upper', 'strict_lower_open', 'strict_upper_open')
        ] -%}
        {% if way == 'back' -%}
        levels.{{ lower }} / nullif(growth.factor_{{ upper }}, 0e0) as {{ lower }},
        levels.{{ upper }}
        / case when growth.factor_{{ lower }} > 0e0 then growth.factor_{{ lower }} end as {{ upper }},
        levels.{{ lower_open }} or growth.{{ upper_open }} as {{ lower_open }},
        levels.{{ upper_open }} or growth.{{ lower_open }} as {{ upper_open }},
        {% else -%}
        levels.{{ lower }} * greatest(growth.factor_{{ lower }}, 0e0) as {{ lower }},
        levels.{{ upper }} * growth.factor_{{ upper }} as {{ upper }},
        levels.{{ lower_open }} or growth.{{ lower_open }} as {{ lower_open }},
        levels.{{ upper_open }} or growth.{{ upper_open }} as {{ upper_open }},
        {% endif -%}
        {% endfor -%}
        levels.step_count + 1 as step_count,
        coalesce(levels.growth_claim_1, growth.growth_claim_id) as growth_claim_1,
        case when levels.step_count = 1 then growth.growth_claim_id else levels.growth_claim_2 end as growth_claim_2,
        case when levels.step_count = 2 then growth.growth_claim_id else levels.growth_claim_3 end as growth_claim_3,
        growth.growth_claim_id as last_growth_claim_id
    from {{ earlier }} as levels
    inner join growth
        on
            levels.indicator = growth.indicator
            and levels.entity = growth.entity
            and levels.ref_area = growth.ref_area
            and levels.compiling_org = growth.compiling_org
            and levels.time_period = {{ 'growth.time_period' if way == 'back' else 'growth.base_period' }}
    where levels.step_count < 3
    {{ "union all" if not loop.last }}
    {% endfor -%}
),

-- only where nothing is known yet, the tightest
new_{{ round_no }} as (
    select
        moved.*,
        row_number() over (
            partition by moved.observation_id
            order by
                moved.step_count asc nulls last,
                moved.obs_upper - moved.obs_lower asc nulls last,
                moved.root_claim_id asc nulls last,
                moved.last_growth_claim_id asc nulls last
        ) as choice
    from moved_{{ round_no }} as moved
    {% for past in range(round_no) -%}
    left join round_{{ past }} as past_{{ past }} on moved.observation_id = past_{{ past }}.observation_id
    {% endfor -%}
    where
        {% for past in range(round_no) -%}
        past_{{ past }}.observation_id is null{{ " and" if not loop.last }}
        {% endfor %}
),

round_{{ round_no }} as (
    select
        observation_id,
        root_claim_id,
        {{ of_thing | join(', ') }},
        time_period,
        is_sample,
        compiling_org,
        published_on,
        {{ interval_of() }},
        step_count,
        growth_claim_1,
        growth_claim_2,
        growth_claim_3
    from new_{{ round_no }}
    where choice = 1
),

{% endfor -%}
final as (
    {% for round_no in [1, 2, 3] -%}
    select
        round_{{ round_no }}.*,
        case step_count when 1 then growth_claim_1 when 2 then growth_claim_2 else growth_claim_3 end as growth_claim_id
    from round_{{ round_no }}
    {{ "union all" if not loop.last }}
    {% endfor %}
)

select * from final
