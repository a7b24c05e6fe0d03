{{ config(materialized='table') }}

-- How much of all searches each table of Search Console lists. Days count all; queries are capped at
-- 1,000 and leave out rare ones; pages count an impression once for each page shown.

with dimensions as (

    select
        source_relation,
        dimension,
        count(*) as row_count,
        sum(clicks) as clicks,
        sum(impressions) as impressions
    from {{ ref('search_console') }}
    where dimension not in ('several', 'appearance')
    group by source_relation, dimension

),

whole as (

    select
        max(clicks) as clicks,
        max(impressions) as impressions
    from dimensions
    where dimension = 'day'

)

select
    d.source_relation,
    d.dimension,
    d.row_count,
    d.clicks,
    d.impressions,
    w.clicks as clicks_by_day,
    w.impressions as impressions_by_day,
    {{ ratio('d.clicks', 'w.clicks') }} as clicks_share,
    {{ ratio('d.impressions', 'w.impressions') }} as impressions_share
from dimensions as d
cross join whole as w
