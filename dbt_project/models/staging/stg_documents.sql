with placements as (
    select * from {{ source('raw', 'placements') }}
),

loads as (
    select * from {{ source('raw', 'loads') }}
),

documents as (
    select * from {{ source('raw', 'documents') }}
),

organisations as (
    select * from {{ ref('organisations') }}
),

aliases as (
    select * from {{ ref('organisation_aliases') }}
),

-- every change at a place, the newest first
changes as (
    select
        placements.shelf_path,
        placements.status,
        placements.reading_id,
        loads.load_no,
        cast(loads.finished_at as date) as changed_on,
        lag(placements.status) over (
            partition by placements.shelf_path order by loads.load_no asc nulls first
        ) as status_before,
        lag(cast(loads.finished_at as date)) over (
            partition by placements.shelf_path order by loads.load_no asc nulls first
        ) as changed_before,
        row_number() over (
            partition by placements.shelf_path order by loads.load_no desc nulls last
        ) as change_rank,
        row_number() over (
            partition by placements.shelf_path, placements.reading_id is not null
            order by loads.load_no desc nulls last
        ) as change_rank_of_readings
    from placements
    inner join loads on placements.load_id = loads.load_id
),

-- what holds at each place now; one that comes back broken is as withdrawn as it was
latest as (
    select
        shelf_path,
        status,
        reading_id,
        load_no,
        case
            when status = 'withdrawn' then changed_on
            when status = 'quarantined' and reading_id is null and status_before = 'withdrawn'
                then changed_before
        end as withdrawn_on
    from changes
    where change_rank = 1
),

-- a withdrawn place still remembers its last reading
places as (
    select
        latest.shelf_path,
        latest.status,
        latest.load_no,
        latest.withdrawn_on,
        coalesce(latest.reading_id, earlier.reading_id) as reading_id
    from latest
    left join changes as earlier
        on
            latest.shelf_path = earlier.shelf_path
            and latest.withdrawn_on is not null
            and earlier.reading_id is not null
            and earlier.change_rank_of_readings = 1
),

-- one reading per document: one that still stands before one that was withdrawn
ranked as (
    select
        documents.*,
        places.shelf_path as place,
        places.status as placement_status,
        places.withdrawn_on,
        row_number() over (
            partition by documents.document_id
            order by
                case when places.withdrawn_on is null then 0 else 1 end asc nulls last,
                places.load_no desc nulls last,
                places.shelf_path asc nulls last
        ) as place_rank
    from places
    inner join documents on places.reading_id = documents.reading_id
),

named as (
    select
        ranked.*,
        coalesce(of_publisher.organisation, ranked.publisher) as publishing_organisation,
        coalesce(of_compiler.organisation, ranked.compiling_org, of_publisher.organisation, ranked.publisher)
            as compiling_organisation
    from ranked
    left join aliases as of_publisher
        on lower(replace(ranked.publisher, '''', '')) = of_publisher.alias
    left join aliases as of_compiler
        on lower(replace(ranked.compiling_org, '''', '')) = of_compiler.alias
    where ranked.place_rank = 1
),

final as (
    select
        named.document_id,
        named.reading_id,
        named.place as shelf_path,
        named.file_name,
        named.title,
        named.publisher,
        named.compiling_organisation as compiling_org,
        coalesce(named.publishing_organisation = named.compiling_organisation, false) as is_own_publication,
        coalesce(organisations.lead_rank, 50) as lead_rank,
        named.language,
        named.published_on,
        named.withdrawn_on,
        named.withdrawn_on is null as is_current,
        named.placement_status,
        named.is_sample,
        named.ref_area,
        named.entity,
        named.reference_period,
        named.source_url,
        named.licence,
        named.media_type,
        named.byte_count,
        named.text_sha256,
        named.extractor_version,
        named.load_id
    from named
    left join organisations on named.compiling_organisation = organisations.organisation
)

select * from final
