{{ config(materialized='table') }}

-- What accounts bid on, as their keyword reports tell.

select
    source_relation,
    source_row,
    platform,
    account_name,
    campaign_name,
    ad_group_name,
    {{ keyword_text('keyword_raw') }} as keyword_text,
    coalesce({{ match_type('match_type_raw') }}, {{ keyword_match_type('keyword_raw') }}) as match_type,
    currency,
    impressions,
    clicks,
    spend,
    conversions
from {{ ref('stg_ads') }}
where
    grain = 'keyword'
    and keyword_raw is not null
