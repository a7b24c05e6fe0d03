{{ config(materialized='table') }}

-- Deals of sales, whose value is what they are hoped to bring, won or not.

with deals as (

    select
        d.*,
        row_number() over (
            partition by d.platform, d.deal_id
            order by d.loaded_at desc, d.source_relation, d.source_row desc
        ) as turn
    from {{ ref('stg_deals') }} as d
    where {{ covered('d', 'analytics') }}

)

select
    platform || ':' || deal_id as deal_key,
    source_relation,
    source_row,
    platform,
    deal_id,
    person_id,
    created_at,
    created_on,
    closed_on,
    source_raw as deal_source,
    stage_raw as stage,
    {{ lead_outcome('outcome_raw', 'stage_raw') }} as outcome,
    owner,
    currency,
    deal_value
from deals
where turn = 1
