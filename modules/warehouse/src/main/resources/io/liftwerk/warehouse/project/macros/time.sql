{# The day on which customers and contracts are judged: var as_of, else the last day the data reaches. #}
{% macro as_of_day(last_day) -%}
{% if var('as_of', '') %}date '{{ var('as_of', '') }}'{% else %}{{ last_day }}{% endif %}
{%- endmacro %}
