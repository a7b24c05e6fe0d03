{{ config(materialized='table') }}

-- Enquiries, of every customer relationship system. A lead that stands in two exports of one system
-- counts once, as the newer says; the same person in two systems is two leads with one person_id.

with leads as (

    select
        l.*,
        -- lists of no system in particular have numbers of their own
        case when l.platform = 'crm' then l.source_relation else l.platform end as numbered_by
    from {{ ref('stg_leads') }} as l
    where {{ covered('l', 'analytics') }}

),

exports as (

    select
        *,
        dense_rank() over (
            partition by numbered_by, lead_id, created_at
            order by loaded_at desc, source_relation
        ) as turn
    from leads

),

-- Some systems give the number of the person rather than of the enquiry.
enquiries as (

    select
        *,
        row_number() over (
            partition by numbered_by, lead_id
            order by created_at, source_relation, source_row
        ) as nth
    from exports
    where turn = 1

)

select
    numbered_by || ':' || lead_id || case when nth > 1 then '#' || cast(nth as {{ text_type() }}) else '' end as lead_key,
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
from enquiries
