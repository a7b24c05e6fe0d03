{{ config(materialized='table') }}

-- What customers have been worth so far, shops together, currencies apart. Cancelled orders are none.

select
    person_id,
    currency,
    count(*) as orders,
    min(ordered_on) as first_order_on,
    max(ordered_on) as last_order_on,
    sum(total) as order_value,
    sum(refunded) as refunded,
    sum(net_revenue) as value_so_far,
    {{ ratio('sum(net_revenue)', 'count(*)') }} as value_per_order
from {{ ref('orders') }}
where person_id is not null
    and currency is not null
    and order_state <> 'cancelled'
group by person_id, currency
