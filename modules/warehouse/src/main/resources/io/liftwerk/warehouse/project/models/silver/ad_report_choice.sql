{{ config(materialized='table') }}

-- Which report counts for an account on a day, where several cover it. Reports that split rows by
-- country, placement and the like stand behind those that do not; then campaigns go before ad groups,
-- ads, the account alone, keywords and search terms, since each of these can miss money that the one
-- before it has (Performance Max has no keywords). Between equals, the newer export counts. Reports
-- that only tell a period stand behind those that tell days, but whole ones (of campaigns, ad groups,
-- ads, accounts) before keywords and search terms by day, which list half of the money or less.

with reports as (

    select
        *,
        case when breakdown = '' then 0 else 10 end
        + case grain
            when 'campaign' then 1
            when 'ad_group' then 2
            when 'ad' then 3
            when 'account' then 4
            when 'keyword' then 5
            else 6
        end as place,
        grain not in ('keyword', 'search_term') as is_whole
    from {{ ref('ads') }}

),

days as (

    select
        platform,
        account_key,
        campaign_key,
        source_relation,
        grain,
        breakdown,
        date_day,
        place,
        is_whole,
        max(loaded_at) as loaded_at,
        count(*) as row_count,
        sum(spend) as spend
    from reports
    where date_day is not null
    group by platform, account_key, campaign_key, source_relation, grain, breakdown, date_day, place, is_whole

),

placed_days as (

    select
        *,
        min(place) over (partition by platform, account_key, date_day) as best_place,
        row_number() over (
            partition by platform, account_key, campaign_key, date_day, place
            order by loaded_at desc, source_relation
        ) as turn
    from days

),

periods as (

    select
        platform,
        account_key,
        source_relation,
        grain,
        breakdown,
        place,
        is_whole,
        coalesce(min(period_start), date '1900-01-01') as first_day,
        coalesce(max(period_end), date '2999-12-31') as last_day,
        max(loaded_at) as loaded_at,
        count(*) as row_count,
        sum(spend) as spend
    from reports
    where date_day is null
    group by platform, account_key, source_relation, grain, breakdown, place, is_whole

),

placed_periods as (

    select
        *,
        row_number() over (
            partition by platform, account_key
            order by place, {{ days_between('first_day', 'last_day') }} desc, loaded_at desc, source_relation
        ) as turn
    from periods

),

covered_by_days as (

    select distinct
        p.platform,
        p.account_key,
        p.source_relation
    from placed_periods as p
    inner join days as d
        on p.platform = d.platform
        and p.account_key = d.account_key
        and d.date_day between p.first_day and p.last_day
    where d.is_whole or not p.is_whole

),

covered_by_others as (

    select distinct
        p.platform,
        p.account_key,
        p.source_relation
    from placed_periods as p
    inner join placed_periods as q
        on p.platform = q.platform
        and p.account_key = q.account_key
        and q.turn < p.turn
        and q.first_day <= p.last_day
        and p.first_day <= q.last_day

),

judged_periods as (

    select
        p.*,
        d.source_relation is not null as has_days,
        o.source_relation is not null as has_better
    from placed_periods as p
    left join covered_by_days as d
        on p.platform = d.platform
        and p.account_key = d.account_key
        and p.source_relation = d.source_relation
    left join covered_by_others as o
        on p.platform = o.platform
        and p.account_key = o.account_key
        and p.source_relation = o.source_relation

),

-- Days of keywords and search terms that lie in a whole report's period.
covered_by_periods as (

    select distinct
        d.source_relation,
        d.account_key,
        d.date_day
    from days as d
    inner join judged_periods as p
        on d.platform = p.platform
        and d.account_key = p.account_key
        and d.date_day between p.first_day and p.last_day
    where not d.is_whole
        and p.is_whole
        and not p.has_days
        and not p.has_better

),

judged_days as (

    select
        d.*,
        d.place > d.best_place or p.source_relation is not null as has_better
    from placed_days as d
    left join covered_by_periods as p
        on d.source_relation = p.source_relation
        and d.account_key = p.account_key
        and d.date_day = p.date_day

)

select
    platform,
    account_key,
    campaign_key,
    source_relation,
    grain,
    breakdown,
    date_day,
    date_day as first_day,
    date_day as last_day,
    row_count,
    spend,
    turn = 1 and not has_better as is_chosen,
    case
        when has_better then 'better_grain'
        when turn > 1 then 'newer_report'
        else 'chosen'
    end as reason
from judged_days

union all

select
    platform,
    account_key,
    cast(null as {{ text_type() }}) as campaign_key,
    source_relation,
    grain,
    breakdown,
    cast(null as date) as date_day,
    first_day,
    last_day,
    row_count,
    spend,
    not has_days and not has_better as is_chosen,
    case
        when has_days then 'report_by_day'
        when has_better then 'better_grain'
        else 'chosen'
    end as reason
from judged_periods
