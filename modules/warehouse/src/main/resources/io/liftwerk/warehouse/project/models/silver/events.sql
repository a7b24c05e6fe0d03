{{ config(materialized='table') }}

-- Events of a customer data platform, one row each however often they were delivered.

with events as (

    select
        e.*,
        row_number() over (
            partition by e.platform, coalesce(e.event_id, e.source_relation || ':' || cast(e.source_row as {{ text_type() }}))
            order by e.loaded_at desc, e.source_relation, e.source_row
        ) as turn
    from {{ ref('stg_events') }} as e
    where {{ covered('e', 'analytics') }}

)

select
    source_relation,
    source_row,
    platform,
    event_id,
    event_type,
    event_name,
    event_at,
    event_on,
    person_id,
    anonymous_id,
    user_id,
    page_url,
    {{ url_path('page_url') }} as page_path,
    {{ default_channel_grouping('source_raw', 'medium_raw', 'campaign') }} as channel,
    campaign,
    order_id,
    currency,
    revenue
from events
where turn = 1
