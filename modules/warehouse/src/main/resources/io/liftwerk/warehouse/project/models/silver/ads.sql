{{ config(materialized='table') }}

-- Every row of every ad report, all platforms in the same columns. Rows of different grains count the
-- same money: add up one grain only, or take ads_for_kpi, which has chosen one.

with rows_of_reports as (

    select * from {{ ref('stg_ads') }}

),

-- Accounts are told apart only where every report of the platform tells them: a report without them
-- could be of any account, and its money would count twice.
platforms as (

    select
        platform,
        count(*) as row_count,
        count(account_id) as with_id,
        count(account_name) as with_name
    from rows_of_reports
    group by platform

),

-- The same for campaigns, among reports of one grain.
grains as (

    select
        platform,
        grain,
        count(*) as row_count,
        count(campaign_id) as with_id,
        count(campaign_name) as with_name
    from rows_of_reports
    group by platform, grain

),

-- A campaign's type stands in some reports and holds for all.
campaign_types as (

    select
        platform,
        campaign_name,
        max(campaign_type) as campaign_type
    from rows_of_reports
    where campaign_name is not null
    group by platform, campaign_name

)

select
    r.source_relation,
    r.source_row,
    r.loaded_at,
    r.platform,
    r.report,
    r.grain,
    r.breakdown,
    r.date_day,
    r.period_start,
    r.period_end,
    r.account_id,
    r.account_name,
    case
        when p.with_id = p.row_count then r.account_id
        when p.with_name = p.row_count then r.account_name
        else ''
    end as account_key,
    r.campaign_id,
    r.campaign_name,
    case
        when g.with_id = g.row_count then r.campaign_id
        when g.with_name = g.row_count then r.campaign_name
        else ''
    end as campaign_key,
    {{ ad_channel('r.platform', 't.campaign_type', 'r.campaign_name') }} as channel,
    r.ad_group_id,
    r.ad_group_name,
    r.ad_id,
    r.ad_name,
    r.keyword_id,
    {{ keyword_text('r.keyword_raw') }} as keyword_text,
    coalesce({{ match_type('r.match_type_raw') }}, {{ keyword_match_type('r.keyword_raw') }}) as match_type,
    r.search_term,
    r.currency,
    r.impressions,
    r.clicks,
    r.spend,
    r.conversions,
    r.conversions_value,
    r.leads
from rows_of_reports as r
inner join platforms as p on r.platform = p.platform
inner join grains as g on r.platform = g.platform and r.grain = g.grain
left join campaign_types as t on r.platform = t.platform and r.campaign_name = t.campaign_name
