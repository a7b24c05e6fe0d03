{{ config(materialized='table') }}

-- What people searched for before they clicked an ad. Words such as null and N/A are searches too.

select
    source_relation,
    source_row,
    platform,
    date_day,
    period_start,
    period_end,
    account_name,
    campaign_name,
    ad_group_name,
    search_term,
    {{ keyword_text('keyword_raw') }} as keyword_text,
    {{ match_type('match_type_raw') }} as match_type,
    {{ is_close_variant('match_type_raw') }} as is_close_variant,
    {{ term_state('status_raw') }} as term_state,
    currency,
    impressions,
    clicks,
    spend,
    conversions,
    conversions_value
from {{ ref('stg_search_terms') }}
where search_term is not null
