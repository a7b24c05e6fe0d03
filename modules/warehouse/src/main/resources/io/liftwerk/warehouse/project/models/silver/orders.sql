{{ config(materialized='table') }}

-- Orders of shops, one row each. An order that stands in two exports counts once, as the newer says.

with orders as (

    select
        o.*,
        row_number() over (
            partition by o.platform, o.order_id
            order by o.loaded_at desc, o.source_relation, o.source_row
        ) as turn
    from {{ ref('stg_orders') }} as o
    where {{ covered('o', 'analytics') }}

),

states as (

    select
        *,
        {{ order_state('status_raw', 'cancelled_at', 'total', 'refunded') }} as order_state
    from orders
    where turn = 1

)

select
    platform || ':' || order_id as order_key,
    source_relation,
    source_row,
    platform,
    order_id,
    order_number,
    person_id,
    ordered_at,
    ordered_on,
    order_state,
    country,
    discount_code,
    currency,
    total,
    shipping,
    tax,
    discount,
    -- some shops say that they paid back and not how much
    case
        when order_state = 'refunded' and coalesce(refunded, 0) = 0 then total
        else coalesce(refunded, 0)
    end as refunded,
    case
        when order_state = 'cancelled' then 0
        when order_state = 'refunded' and coalesce(refunded, 0) = 0 then 0
        else total - coalesce(refunded, 0)
    end as net_revenue
from states
