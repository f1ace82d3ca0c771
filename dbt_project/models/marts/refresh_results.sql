with results as (
    select * from {{ source('raw', 'refresh_results') }}
),

refreshes as (
    select * from {{ source('raw', 'refreshes') }}
),

final as (
    select
        results.refresh_id,
        refreshes.started_at,
        refreshes.published,
        results.unique_id,
        results.kind,
        results.status,
        results.seconds,
        results.failures,
        false as is_sample
    from results
    inner join refreshes on results.refresh_id = refreshes.refresh_id
)

select * from final
