{#
  The default channel group of a visit, by Google's rules
  (https://support.google.com/analytics/answer/9756891), asked in their order. The lists of sites are
  shortened to those that send visits in practice. As in dbt-ga4, a marketplace that names no medium at
  all counts as paid.
#}
{% macro default_channel_grouping(source, medium, campaign) -%}
case
    when {{ said(source) }} in ('', '(direct)')
        and {{ said(medium) }} in ('', '(none)', '(not set)')
        and {{ said(campaign) }} in ('', '(direct)', '(not set)', '(none)') then 'Direct'
    when {{ matches(said(campaign), 'cross-network') }} then 'Cross-network'
    when {{ from_marketplace(source) }} and ({{ is_paid(medium) }} or {{ said(medium) }} = '') then 'Paid Shopping'
    when {{ shops(campaign) }} and {{ is_paid(medium) }} then 'Paid Shopping'
    when {{ from_search(source) }} and {{ is_paid(medium) }} then 'Paid Search'
    when {{ from_social(source) }} and {{ is_paid(medium) }} then 'Paid Social'
    when {{ from_video(source) }} and {{ is_paid(medium) }} then 'Paid Video'
    when {{ said(medium) }} in ('display', 'banner', 'expandable', 'interstitial', 'cpm') then 'Display'
    when {{ is_paid(medium) }} then 'Paid Other'
    when {{ from_marketplace(source) }} or {{ said(source) }} = 'google shopping' or {{ shops(campaign) }} then 'Organic Shopping'
    when {{ from_social(source) }}
        or {{ said(medium) }} in ('social', 'social-network', 'social-media', 'sm', 'social network', 'social media') then 'Organic Social'
    when {{ from_video(source) }} or {{ matches(said(medium), 'video') }} then 'Organic Video'
    when {{ from_search(source) }} or {{ said(medium) }} = 'organic' then 'Organic Search'
    when {{ said(medium) }} in ('referral', 'app', 'link') then 'Referral'
    when {{ is_mail(source) }} or {{ is_mail(medium) }} then 'Email'
    when {{ said(medium) }} in ('affiliate', 'affiliates') then 'Affiliates'
    when {{ said(medium) }} = 'audio' then 'Audio'
    when {{ said(source) }} = 'sms' or {{ said(medium) }} = 'sms' then 'SMS'
    when {{ said(source) }} = 'firebase' or {{ matches(said(medium), 'push$|mobile|notification') }} then 'Mobile Push Notifications'
    else 'Unassigned'
end
{%- endmacro %}

{% macro said(text) -%}
coalesce(lower({{ text }}), '')
{%- endmacro %}

{% macro is_paid(medium) -%}
{{ matches(said(medium), '^(.*cp.*|ppc|retargeting|paid.*)$') }}
{%- endmacro %}

{% macro is_mail(text) -%}
{{ matches(said(text), '^(e[-_ ]?mail|newsletter)$') }}
{%- endmacro %}

{% macro shops(campaign) -%}
{{ matches(said(campaign), '(^|[^a-df-z])shop|shopping') }}
{%- endmacro %}

{% macro from_marketplace(source) -%}
{{ matches(said(source), '^(alibaba|aliexpress|amazon|ebay|etsy|idealo|mercadolibre|shop[.]app|shopify|stripe|walmart|zalando)([.]|$)') }}
{%- endmacro %}

{% macro from_search(source) -%}
{{ matches(said(source), '(^|[.])(aol|ask|baidu|bing|duckduckgo|ecosia|google|lycos|naver|qwant|seznam|startpage|yahoo|yandex)([.]|$)') }}
{%- endmacro %}

{% macro from_social(source) -%}
{{ matches(said(source), '(^|[.])(bluesky|facebook|fb|ig|instagram|kununu|linkedin|lnkd|meta|messenger|pinterest|quora|reddit|snapchat|t[.]co|threads|tiktok|tumblr|twitter|vk|whatsapp|x|xing)([.]|$)') }}
{%- endmacro %}

{% macro from_video(source) -%}
{{ matches(said(source), '(^|[.])(dailymotion|netflix|twitch|vimeo|youtube)([.]|$)') }}
{%- endmacro %}

{#
  The channel of a paid campaign, in the words of the default channel groups, so that spend meets the
  visits it paid for. Where no report tells a campaign's type, its name does: people write PMax into it.
#}
{% macro ad_channel(platform, campaign_type, campaign_name) -%}
case
    when {{ platform }} in ('meta', 'tiktok', 'linkedin', 'pinterest', 'snapchat', 'reddit', 'twitter') then 'Paid Social'
    when {{ platform }} = 'amazon' then 'Paid Shopping'
    when {{ platform }} = 'dv360' then 'Display'
    when {{ matches(kind_of(campaign_type, campaign_name), 'performance max|p-?max|cross-network|demand gen') }} then 'Cross-network'
    when {{ matches(kind_of(campaign_type, campaign_name), 'shopping') }} then 'Paid Shopping'
    when {{ matches(kind_of(campaign_type, campaign_name), 'video|youtube') }} then 'Paid Video'
    when {{ matches(kind_of(campaign_type, campaign_name), 'display|audience') }} then 'Display'
    when {{ platform }} in ('google-ads', 'microsoft-advertising', 'apple-search-ads') then 'Paid Search'
    else 'Paid Other'
end
{%- endmacro %}

{% macro kind_of(campaign_type, campaign_name) -%}
coalesce({{ word(campaign_type) }}, {{ word(campaign_name) }}, '')
{%- endmacro %}
