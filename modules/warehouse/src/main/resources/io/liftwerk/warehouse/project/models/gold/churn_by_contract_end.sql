{{ config(materialized='table') }}

-- Customers lost by contract: the last of their contracts has ended, or the source says that they left.
-- Compare churn_by_silence, which asks what customers without a contract do.

with reach as (

    select coalesce(max(cast(loaded_at as date)), date '1900-01-01') as last_day
    from {{ ref('stg_contracts') }}

),

judged as (

    select
        c.*,
        coalesce(c.person_id, c.contract_key) as customer,
        {{ as_of_day('r.last_day') }} as as_of,
        row_number() over (
            partition by coalesce(c.person_id, c.contract_key)
            order by coalesce(c.ends_on, date '2999-12-31') desc, c.contract_key
        ) as turn
    from {{ ref('contracts') }} as c
    cross join reach as r

)

select
    customer,
    person_id,
    contract_key as last_contract_key,
    plan,
    started_on,
    ends_on,
    cancelled_on,
    as_of,
    coalesce(churn_stated, ends_on < as_of, false) as is_churned,
    case
        when churn_stated is not null then 'stated by the source'
        when ends_on < as_of then 'contract ended'
        else 'contract runs'
    end as because
from judged
where turn = 1
