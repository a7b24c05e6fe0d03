{# Keywords as Google and Microsoft write them: [exact], "phrase", +modified +broad, broad. #}

{# The words alone. Half a pair of brackets or quotation marks, as cut cells have it, goes too. #}
{% macro keyword_text(raw) -%}
trim(replace(regexp_replace(regexp_replace(trim({{ raw }}), '^[["+]+', ''), '[]"]+$', ''), ' +', ' '))
{%- endmacro %}

{# The match type that the signs around a keyword mean. #}
{% macro keyword_match_type(raw) -%}
case
    when {{ raw }} is null then null
    when trim({{ raw }}) like '[%' then 'exact'
    when trim({{ raw }}) like '"%' then 'phrase'
    when trim({{ raw }}) like '+%' or {{ raw }} like '% +%' then 'broad_modified'
    else 'broad'
end
{%- endmacro %}

{#
  A match type by any platform's name for it, in English, German, French, Spanish, Italian and Dutch.
  Phrase comes before exact because French says expression exacte.
#}
{% macro match_type(raw) -%}
case
    when {{ raw }} is null then null
    when {{ word(raw) }} like 'performance max%' then 'performance_max'
    when {{ word(raw) }} like 'ai max%' then 'ai_max'
    when {{ matches(word(raw), 'phrase|wortgruppe|expression|frase|woordgroep') }} then 'phrase'
    when {{ matches(word(raw), 'exact|genau|exakt|esatt') }} then 'exact'
    when {{ matches(word(raw), 'broad|weitgehend|large|amplia|generica|breed') }} then 'broad'
    else 'other'
end
{%- endmacro %}

{# Whether a search met the keyword only by a close variant. #}
{% macro is_close_variant(raw) -%}
coalesce({{ matches(word(raw), 'close variant|hnliche variante|variante proche|variante cercana|variante simile|^near_') }}, false)
{%- endmacro %}
