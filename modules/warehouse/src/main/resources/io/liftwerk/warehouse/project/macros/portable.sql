{#
  What DuckDB, BigQuery and Snowflake write differently. Everything else in silver and gold is taken
  by all three; to move the project, change these, the dialect of models/staging (which reads what
  only Liftwerk loads) and nothing more.

                    DuckDB (here)                 BigQuery                          Snowflake
  matches           regexp_matches(x, p)          regexp_contains(x, p)             regexp_instr(x, p) > 0
  part_of           regexp_extract(x, p, 1)       regexp_extract(x, p)              regexp_substr(x, p, 1, 1, 'e', 1)
  days_between      date_diff('day', a, b)        date_diff(b, a, day)              datediff(day, a, b)
  median            median(x)                     approx_quantiles(x, 2)[offset(1)] median(x)
  nth_part          split_part(x, s, n)           split(x, s)[safe_offset(n - 1)]   split_part(x, s, n)
  text_type         varchar                       string                            varchar

  Snowflake's expressions know no (?:…): number the groups in macros/url.sql there.
#}

{% macro text_type() -%}
varchar
{%- endmacro %}

{# Whether the pattern is found anywhere in the text. #}
{% macro matches(text, pattern) -%}
regexp_matches({{ text }}, '{{ pattern }}')
{%- endmacro %}

{# What the pattern's one group finds, null where nothing or nothing but blanks. #}
{% macro part_of(text, pattern) -%}
nullif(regexp_extract({{ text }}, '{{ pattern }}', 1), '')
{%- endmacro %}

{# The n-th of the parts between separators, from 1; null where it is empty or missing. #}
{% macro nth_part(text, separator, n) -%}
nullif(split_part({{ text }}, '{{ separator }}', {{ n }}), '')
{%- endmacro %}

{% macro days_between(earlier, later) -%}
date_diff('day', {{ earlier }}, {{ later }})
{%- endmacro %}

{% macro median_of(number) -%}
median({{ number }})
{%- endmacro %}

{# Exports write no-break spaces where people read blanks. #}
{% macro plain_blanks(text) -%}
replace({{ text }}, chr(160), ' ')
{%- endmacro %}

{# Lower case without blanks around: how words of exports are compared. #}
{% macro word(text) -%}
lower(trim({{ plain_blanks(text) }}))
{%- endmacro %}

{# A quotient, null where there is nothing to divide by. #}
{% macro ratio(part, whole) -%}
1.0 * {{ part }} / nullif({{ whole }}, 0)
{%- endmacro %}
