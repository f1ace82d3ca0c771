with refreshes as (
    select * from {{ source('raw', 'refreshes') }}
),

final as (
    select
        refresh_id,
        started_at,
        finished_at,
        outcome,
        cast(exit_code as integer) as exit_code,
        message,
        load_id,
        readings_added,
        claims_added,
        quarantined,
        withdrawn,
        observations_added,
        observations_changed,
        observations_removed,
        tests_run,
        tests_failed,
        seconds,
        published,
        false as is_sample
    from refreshes
)

select * from final
