{{ config(materialized='table') }}

-- What shops took, per day of the order. Exports do not say when money was paid back, so refunds lessen
-- the day of their order.

with orders as (

    select
        *,
        row_number() over (
            partition by coalesce(person_id, order_key)
            order by ordered_at, order_key
        ) = 1 as is_first
    from {{ ref('orders') }}

)

select
    ordered_on as date_day,
    platform as shop,
    currency,
    count(*) as orders,
    sum(case when order_state = 'cancelled' then 1 else 0 end) as cancelled_orders,
    sum(case when is_first then 1 else 0 end) as first_orders,
    case when currency is not null then sum(total) end as order_value,
    case when currency is not null then sum(case when order_state = 'cancelled' then total else 0 end) end as cancelled_value,
    case when currency is not null then sum(refunded) end as refunded,
    case when currency is not null then sum(net_revenue) end as net_revenue,
    case when currency is not null then {{ ratio('sum(net_revenue)', "sum(case when order_state = 'cancelled' then 0 else 1 end)") }} end as net_revenue_per_order
from orders
group by ordered_on, platform, currency
