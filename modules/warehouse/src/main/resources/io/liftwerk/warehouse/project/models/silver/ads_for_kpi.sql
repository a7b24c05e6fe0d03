{{ config(materialized='table') }}

-- The rows of ads that may be added up: of each account and day those of one report (ad_report_choice).

select a.*
from {{ ref('ads') }} as a
inner join {{ ref('ad_report_choice') }} as c
    on a.source_relation = c.source_relation
    and a.account_key = c.account_key
    and a.campaign_key = c.campaign_key
    and a.date_day = c.date_day
where c.is_chosen

union all

select a.*
from {{ ref('ads') }} as a
inner join {{ ref('ad_report_choice') }} as c
    on a.source_relation = c.source_relation
    and a.account_key = c.account_key
where a.date_day is null
    and c.date_day is null
    and c.is_chosen
