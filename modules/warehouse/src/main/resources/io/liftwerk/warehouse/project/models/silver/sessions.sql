{{ config(materialized='table') }}

-- Visits as Google Analytics 4 counts them. Events without consent carry no user and no session, so
-- they can be no visit; counted as one each they would inflate the figures.

with events as (

    select
        e.*,
        e.user_pseudo_id || '.' || e.session_id as session_key
    from {{ ref('stg_ga4_events') }} as e
    where e.user_pseudo_id is not null
        and e.session_id is not null
        and {{ covered('e', 'analytics') }}

),

-- The first event that tells where the visit came from, else the first event.
origins as (

    select
        session_key,
        coalesce(session_source, event_source) as source,
        case when session_source is not null then session_medium else event_medium end as medium,
        case when session_source is not null then session_campaign else event_campaign end as campaign,
        row_number() over (
            partition by session_key
            order by
                case
                    when session_source is not null then 0
                    when event_source is not null then 1
                    else 2
                end,
                event_at
        ) as turn
    from events

),

landings as (

    select
        session_key,
        page_location,
        row_number() over (partition by session_key order by event_at) as turn
    from events
    where page_location is not null

),

-- A purchase page that is loaded again sends its order again.
purchases as (

    select
        session_key,
        transaction_id,
        max(currency) as currency,
        max(purchase_revenue) as revenue
    from events
    where event_name = 'purchase'
        and transaction_id is not null
    group by session_key, transaction_id

),

bought as (

    select
        session_key,
        count(*) as purchases,
        case when count(distinct currency) = 1 then max(currency) end as currency,
        case when count(distinct currency) = 1 then sum(revenue) end as revenue
    from purchases
    group by session_key

),

visits as (

    select
        session_key,
        max(source_relation) as source_relation,
        max(person_id) as person_id,
        max(user_pseudo_id) as user_pseudo_id,
        min(event_date) as date_day,
        min(event_at) as started_at,
        max(event_at) as ended_at,
        count(*) as events,
        sum(case when event_name in ('page_view', 'screen_view') then 1 else 0 end) as page_views,
        sum(coalesce(engagement_time_msec, 0)) / 1000.0 as engagement_seconds,
        -- now text, now a number
        max(case when session_engaged in ('1', 'true') then 1 else 0 end) = 1 as is_engaged,
        min(session_number) = 1 as is_first_visit,
        max(device_category) as device,
        max(country) as country
    from events
    group by session_key

)

select
    v.session_key,
    v.source_relation,
    v.person_id,
    v.user_pseudo_id,
    v.date_day,
    v.started_at,
    v.ended_at,
    o.source,
    o.medium,
    o.campaign,
    {{ default_channel_grouping('o.source', 'o.medium', 'o.campaign') }} as channel,
    {{ url_hostname('l.page_location') }} as landing_host,
    {{ url_path('l.page_location') }} as landing_path,
    v.device,
    v.country,
    v.events,
    v.page_views,
    v.engagement_seconds,
    v.is_engaged,
    v.is_first_visit,
    coalesce(b.purchases, 0) as purchases,
    b.currency,
    b.revenue
from visits as v
inner join origins as o on v.session_key = o.session_key and o.turn = 1
left join landings as l on v.session_key = l.session_key and l.turn = 1
left join bought as b on v.session_key = b.session_key
