{{ config(materialized='table') }}

-- Enquiries per day, system and source, and how they ended so far. Systems stay apart: they hold the
-- same enquiries.

select
    created_on as date_day,
    platform as system,
    source_relation,
    lead_source,
    count(*) as leads,
    sum(case when outcome = 'won' then 1 else 0 end) as won,
    sum(case when outcome = 'lost' then 1 else 0 end) as lost,
    sum(case when outcome = 'open' then 1 else 0 end) as still_open,
    {{ ratio("sum(case when outcome = 'won' then 1 else 0 end)", "sum(case when outcome = 'open' then 0 else 1 end)") }} as win_rate
from {{ ref('leads') }}
group by created_on, platform, source_relation, lead_source
