{{ config(materialized='table') }}

-- Enquiries, of every customer relationship system. A lead that stands in two exports of one system
-- counts once, as the newer says; the same person in two systems is two leads with one person_id.

with leads as (

    select
        l.*,
        row_number() over (
            partition by l.platform, case when l.platform = 'crm' then l.source_relation else '' end, l.lead_id
            order by l.loaded_at desc, l.source_relation, l.source_row desc
        ) as turn
    from {{ ref('stg_leads') }} as l
    where {{ covered('l', 'analytics') }}

)

select
    case when platform = 'crm' then source_relation else platform end || ':' || lead_id as lead_key,
    source_relation,
    source_row,
    platform,
    lead_id,
    person_id,
    created_at,
    created_on,
    source_raw as lead_source,
    campaign,
    status_raw as status,
    {{ lead_outcome('outcome_raw', 'status_raw') }} as outcome,
    owner,
    product,
    country
from leads
where turn = 1
