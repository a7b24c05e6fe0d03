{{ config(materialized='table') }}

-- Visits with consent, per day and channel. Revenue is given where all of it has one currency.

select
    date_day,
    channel,
    count(*) as sessions,
    count(distinct user_pseudo_id) as users,
    sum(case when is_engaged then 1 else 0 end) as engaged_sessions,
    sum(case when is_first_visit then 1 else 0 end) as first_visits,
    sum(purchases) as purchases,
    sum(case when purchases > 0 then 1 else 0 end) as sessions_with_purchase,
    {{ ratio('sum(case when purchases > 0 then 1 else 0 end)', 'count(*)') }} as conversion_rate,
    case when count(distinct currency) = 1 then max(currency) end as currency,
    case when count(distinct currency) = 1 then sum(revenue) end as revenue
from {{ ref('sessions') }}
group by date_day, channel
