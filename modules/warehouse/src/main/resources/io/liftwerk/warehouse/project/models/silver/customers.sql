{{ config(materialized='table') }}

-- Everybody who enquired, ordered or is known as a contact, once each, under the pseudonym that all
-- sources share. Persons whom only a platform's own id names are customers of that platform alone.

with seen as (

    select person_id, ordered_on as seen_on, country, 1 as orders, 0 as leads, 0 as deals
    from {{ ref('orders') }}
    where person_id is not null

    union all

    select person_id, created_on, country, 0, 1, 0
    from {{ ref('leads') }}
    where person_id is not null

    union all

    select person_id, created_on, cast(null as {{ text_type() }}), 0, 0, 1
    from {{ ref('deals') }}
    where person_id is not null

    union all

    select c.person_id, c.created_on, c.country, 0, 0, 0
    from {{ ref('stg_contacts') }} as c
    where c.person_id is not null
        and {{ covered('c', 'analytics') }}

)

select
    person_id,
    min(seen_on) as first_seen_on,
    max(seen_on) as last_seen_on,
    max(case when orders = 1 then country end) as order_country,
    sum(orders) as orders,
    sum(leads) as leads,
    sum(deals) as deals,
    sum(orders) > 0 as has_ordered
from seen
group by person_id
