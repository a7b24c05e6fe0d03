{{ config(materialized='table') }}

-- Advertising per day, platform and campaign. Conversions are what the platform claims: two platforms
-- may claim the same order, so they stay apart. What shops took is in revenue_daily.

with days as (

    select
        date_day,
        channel,
        platform,
        account_name,
        campaign_id,
        coalesce(campaign_name, campaign_id) as campaign_name,
        currency,
        {{ ad_sums() }}
    from {{ ref('ads_for_kpi') }}
    where date_day is not null
    group by date_day, channel, platform, account_name, campaign_id, coalesce(campaign_name, campaign_id), currency

)

select
    *,
    {{ ad_ratios() }}
from days
