{{ config(materialized='table') }}

-- Contracts and subscriptions, as far as a table says when one ends or that the customer left.

select
    c.platform || ':' || c.contract_id as contract_key,
    c.source_relation,
    c.source_row,
    c.contract_id,
    c.person_id,
    c.plan,
    c.started_on,
    c.ends_on,
    c.cancelled_on,
    c.churn_stated
from {{ ref('stg_contracts') }} as c
where {{ covered('c', 'analytics') }}
