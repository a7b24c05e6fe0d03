{{ config(materialized='table') }}

-- What a report of a finer grain does not list of the whole: Performance Max has no keywords, search
-- terms with few searches are hidden, cells below five are masked. The whole is the report's own total,
-- else what a report of a coarser grain lists for the same days.

with reports as (

    select
        source_relation,
        platform,
        account_key,
        grain,
        currency,
        min(coalesce(date_day, period_start)) as first_day,
        max(coalesce(date_day, period_end)) as last_day,
        sum(spend) as spend,
        sum(clicks) as clicks,
        sum(impressions) as impressions,
        sum(conversions) as conversions
    from {{ ref('ads') }}
    group by source_relation, platform, account_key, grain, currency

),

sole_reports as (

    select
        source_relation,
        count(*) as parts
    from reports
    group by source_relation

),

-- A total covers the report: it is the whole only where the report is of one account and currency.
report_totals as (

    select
        t.source_relation,
        max(case when t.metric = 'spend' then t.report_total end) as spend,
        max(case when t.metric = 'clicks' then t.report_total end) as clicks,
        max(case when t.metric = 'impressions' then t.report_total end) as impressions,
        max(case when t.metric = 'conversions' then t.report_total end) as conversions
    from {{ ref('stg_ad_report_totals') }} as t
    inner join sole_reports as s on t.source_relation = s.source_relation
    where s.parts = 1
    group by t.source_relation

),

-- The rows that count for the figures, where they are of a coarser grain and by day.
chosen_days as (

    select
        platform,
        account_key,
        currency,
        grain,
        date_day,
        sum(spend) as spend,
        sum(clicks) as clicks,
        sum(impressions) as impressions,
        sum(conversions) as conversions
    from {{ ref('ads_for_kpi') }}
    where date_day is not null
    group by platform, account_key, currency, grain, date_day

),

coarser as (

    select
        r.source_relation,
        r.account_key,
        r.currency,
        d.grain,
        sum(d.spend) as spend,
        sum(d.clicks) as clicks,
        sum(d.impressions) as impressions,
        sum(d.conversions) as conversions
    from reports as r
    inner join chosen_days as d
        on r.platform = d.platform
        and r.account_key = d.account_key
        and r.currency = d.currency
        and d.date_day between r.first_day and r.last_day
    where {{ grain_level('d.grain') }} < {{ grain_level('r.grain') }}
    group by r.source_relation, r.account_key, r.currency, d.grain

),

compared as (

    select
        r.source_relation,
        r.platform,
        r.account_key,
        r.grain,
        'report_total' as compared_with,
        r.currency,
        r.first_day,
        r.last_day,
        r.spend as listed_spend,
        t.spend as whole_spend,
        r.clicks as listed_clicks,
        t.clicks as whole_clicks,
        r.impressions as listed_impressions,
        t.impressions as whole_impressions,
        r.conversions as listed_conversions,
        t.conversions as whole_conversions
    from reports as r
    inner join report_totals as t on r.source_relation = t.source_relation

    union all

    select
        r.source_relation,
        r.platform,
        r.account_key,
        r.grain,
        c.grain as compared_with,
        r.currency,
        r.first_day,
        r.last_day,
        r.spend,
        c.spend,
        r.clicks,
        c.clicks,
        r.impressions,
        c.impressions,
        r.conversions,
        c.conversions
    from reports as r
    inner join coarser as c
        on r.source_relation = c.source_relation
        and r.account_key = c.account_key
        and r.currency = c.currency

)

select
    *,
    whole_spend - listed_spend as remainder_spend,
    {{ ratio('(whole_spend - listed_spend)', 'whole_spend') }} as remainder_spend_share,
    whole_clicks - listed_clicks as remainder_clicks,
    whole_impressions - listed_impressions as remainder_impressions,
    whole_conversions - listed_conversions as remainder_conversions
from compared
