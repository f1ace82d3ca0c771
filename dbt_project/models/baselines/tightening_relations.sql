-- Each relation held against the stated bounds by itself: one that cannot hold is kept out of the rounds.
with terms as (
    select * from {{ ref('tightening_terms') }}
),

bounds as (
    select * from {{ ref('tightening_start') }}
),

valued as (
    select
        terms.relation_id,
        terms.relation_kind,
        terms.is_equality,
        {{ term_end('lower') }} as term_lower,
        {{ term_end('upper') }} as term_upper
    from terms
    inner join bounds on terms.variable_id = bounds.variable_id
),

summed as (
    select
        relation_id,
        relation_kind,
        is_equality,
        cast(count(*) as integer) as term_count,
        case when count(*) = count(term_lower) then sum(term_lower) end as sum_lower,
        case when count(*) = count(term_upper) then sum(term_upper) end as sum_upper,
        sum(greatest(coalesce(abs(term_lower), 0e0), coalesce(abs(term_upper), 0e0))) * 1e-12 as slack
    from valued
    group by relation_id, relation_kind, is_equality
),

final as (
    select
        relation_id,
        relation_kind,
        is_equality,
        term_count,
        coalesce(sum_upper < -slack or (is_equality and sum_lower > slack), false) as is_quarantined
    from summed
)

select * from final
