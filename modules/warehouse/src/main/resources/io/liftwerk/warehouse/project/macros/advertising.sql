{#
  The figures of advertising, written once for every mart. Money whose currency is unknown is left out
  of spend, value and what is worked out from them, and told apart. A quotient is null where there is
  nothing to divide by.
#}
{% macro ad_sums() -%}
    sum(impressions) as impressions,
    sum(clicks) as clicks,
    case when currency is not null then sum(spend) end as spend,
    sum(conversions) as conversions,
    case when currency is not null then sum(conversions_value) end as conversions_value,
    sum(leads) as leads,
    case when currency is null then sum(spend) end as spend_of_unknown_currency
{%- endmacro %}

{% macro ad_ratios() -%}
    {{ ratio('clicks', 'impressions') }} as ctr,
    {{ ratio('spend', 'clicks') }} as cpc,
    1000 * {{ ratio('spend', 'impressions') }} as cpm,
    {{ ratio('spend', 'conversions') }} as cpa,
    {{ ratio('conversions_value', 'spend') }} as roas,
    {{ ratio('conversions', 'clicks') }} as conversion_rate
{%- endmacro %}

{# How fine a grain is: a row of a higher level is a part of one of a lower. #}
{% macro grain_level(grain) -%}
case {{ grain }}
    when 'account' then 1
    when 'campaign' then 2
    when 'ad_group' then 3
    when 'ad' then 4
    when 'keyword' then 5
    else 6
end
{%- endmacro %}
