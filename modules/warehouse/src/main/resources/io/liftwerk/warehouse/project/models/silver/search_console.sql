{{ config(materialized='table') }}

-- Searches on Google that led to the site, without ads. Each table counts the same searches by one
-- dimension: never add up across dimensions. Queries are capped (gold.search_console_coverage).

select
    source_relation,
    source_row,
    dimension,
    date_day,
    query,
    page,
    {{ url_path('page') }} as page_path,
    country,
    {{ device('device_raw') }} as device,
    appearance,
    clicks,
    impressions,
    {{ ratio('clicks', 'impressions') }} as ctr,
    position
from {{ ref('stg_search_console') }}
