{{ config(materialized='table') }}

-- Which ad report feeds the figures, which does not and why, and whose money has no known currency.

with choices as (

    select
        source_relation,
        min(first_day) as first_day,
        max(last_day) as last_day,
        sum(row_count) as row_count,
        sum(case when is_chosen then row_count else 0 end) as rows_in_kpi,
        sum(spend) as spend,
        sum(case when is_chosen then spend else 0 end) as spend_in_kpi,
        max(case when not is_chosen then reason end) as left_out_because
    from {{ ref('ad_report_choice') }}
    group by source_relation

),

reports as (

    select
        source_relation,
        max(platform) as platform,
        max(report) as report,
        max(grain) as grain,
        max(breakdown) as breakdown,
        sum(case when currency is null then 1 else 0 end) as rows_of_unknown_currency,
        sum(case when currency is null then spend else 0 end) as spend_of_unknown_currency
    from {{ ref('ads') }}
    group by source_relation

)

select
    r.source_relation,
    r.platform,
    r.report,
    r.grain,
    r.breakdown,
    c.first_day,
    c.last_day,
    c.row_count,
    c.rows_in_kpi,
    c.spend,
    c.spend_in_kpi,
    c.left_out_because,
    r.rows_of_unknown_currency,
    r.spend_of_unknown_currency
from reports as r
inner join choices as c on r.source_relation = c.source_relation
