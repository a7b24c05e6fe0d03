{{ config(materialized='table') }}

-- Advertising per campaign over all days that are loaded, reports that only tell a period among them.

with campaigns as (

    select
        channel,
        platform,
        account_name,
        campaign_id,
        coalesce(campaign_name, campaign_id) as campaign_name,
        currency,
        min(coalesce(date_day, period_start)) as first_day,
        max(coalesce(date_day, period_end)) as last_day,
        {{ ad_sums() }}
    from {{ ref('ads_for_kpi') }}
    group by channel, platform, account_name, campaign_id, coalesce(campaign_name, campaign_id), currency

)

select
    *,
    {{ ad_ratios() }}
from campaigns
