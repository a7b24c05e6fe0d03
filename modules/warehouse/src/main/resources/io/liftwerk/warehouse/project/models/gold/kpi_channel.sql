{{ config(materialized='table') }}

-- Advertising per channel and platform over all days that are loaded. A channel's platforms stay apart:
-- their conversions overlap.

with channels as (

    select
        channel,
        platform,
        currency,
        min(coalesce(date_day, period_start)) as first_day,
        max(coalesce(date_day, period_end)) as last_day,
        {{ ad_sums() }}
    from {{ ref('ads_for_kpi') }}
    group by channel, platform, currency

)

select
    *,
    {{ ad_ratios() }}
from channels
