{{ config(materialized='table') }}

-- Articles of the orders that are in orders, which decides whose may be looked at.

select
    o.order_key,
    l.line_number,
    l.sku,
    l.product_name,
    l.quantity,
    o.currency,
    l.line_total
from {{ ref('stg_order_lines') }} as l
inner join {{ ref('orders') }} as o
    on l.source_relation = o.source_relation
    and l.platform = o.platform
    and l.order_id = o.order_id
