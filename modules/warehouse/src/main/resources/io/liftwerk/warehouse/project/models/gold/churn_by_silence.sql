{{ config(materialized='table') }}

-- Customers lost by silence: nothing bought for longer than k usual gaps between two of their
-- purchases (var churn_gap_factor). A customer with at least two gaps has a usual gap of their own, the
-- median; others are measured by the median gap of all. Compare churn_by_contract_end.

with days_with_orders as (

    select distinct
        person_id,
        ordered_on
    from {{ ref('orders') }}
    where person_id is not null
        and ordered_on is not null
        and order_state <> 'cancelled'

),

gaps as (

    select
        person_id,
        ordered_on,
        {{ days_between('lag(ordered_on) over (partition by person_id order by ordered_on)', 'ordered_on') }} as gap
    from days_with_orders

),

all_customers as (

    select
        {{ median_of('gap') }} as usual_gap,
        max(ordered_on) as last_day
    from gaps

),

customers as (

    select
        person_id,
        count(*) as order_days,
        max(ordered_on) as last_order_on,
        case when count(gap) >= 2 then {{ median_of('gap') }} end as own_gap
    from gaps
    group by person_id

),

measured as (

    select
        c.person_id,
        c.order_days,
        c.last_order_on,
        {{ as_of_day('a.last_day') }} as as_of,
        {{ days_between('c.last_order_on', as_of_day('a.last_day')) }} as silent_days,
        coalesce(c.own_gap, a.usual_gap) as usual_gap_days,
        case when c.own_gap is not null then 'own' else 'all customers' end as gap_of
    from customers as c
    cross join all_customers as a

)

select
    *,
    {{ var('churn_gap_factor', 3) }} * usual_gap_days as allowed_days,
    silent_days > {{ var('churn_gap_factor', 3) }} * usual_gap_days as is_churned
from measured
