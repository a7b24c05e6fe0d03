{# States in the words of exports, in English, German, French and Spanish. #}

{#
  How a lead or a deal ended: won, lost, or open. The outcome counts before the status; a word that is
  not known leaves it open.
#}
{% macro lead_outcome(outcome, status) -%}
case
    when {{ matches(word_of(outcome, status), '^(false|0|no|nein|falsch)$|lost|verloren|not converted|nicht konvertiert|unqualified|disqualified|nicht qualifiziert|perdu|perdid') }} then 'lost'
    when {{ matches(word_of(outcome, status), '^(true|1|yes|ja|wahr)$|won$|gewonnen|converted|konvertiert|^customer$|^kund|gagn|ganad') }} then 'won'
    else 'open'
end
{%- endmacro %}

{% macro word_of(first, second) -%}
coalesce({{ word(first) }}, {{ word(second) }}, '')
{%- endmacro %}

{# What became of an order: cancelled, refunded (wholly), open (not paid yet) or paid. #}
{% macro order_state(status, cancelled_at, total, refunded) -%}
case
    when {{ cancelled_at }} is not null
        or {{ matches(word_of(status, status), 'cancel|storn|annul|void|fail|fehlgeschlagen|draft|entwurf|trash') }} then 'cancelled'
    when ({{ total }} > 0 and {{ refunded }} >= {{ total }})
        or {{ matches(word_of(status, status), '^(wc-)?(refunded|erstattet|r.ckerstattet|rembours)') }} then 'refunded'
    when {{ matches(word_of(status, status), 'pending|on-hold|authori|ausstehend|wartend|attente|pendiente') }} then 'open'
    else 'paid'
end
{%- endmacro %}

{# What the account owner has done with a search term: added, excluded, or none. #}
{% macro term_state(status) -%}
case
    when {{ matches(word_of(status, status), 'excl|ausgeschl|exclu') }} then 'excluded'
    when {{ matches(word_of(status, status), '^add|hinzugef|ajout|agreg|aggiunt|toegevoegd') }} then 'added'
    else 'none'
end
{%- endmacro %}

{# desktop, mobile, tablet; another device by its own name. #}
{% macro device(raw) -%}
case
    when {{ matches(word(raw), 'tablet') }} then 'tablet'
    when {{ matches(word(raw), 'mobil|m.vil|smartphone|handy|cellulare') }} then 'mobile'
    when {{ matches(word(raw), 'desktop|computer|ordinateur|ordenador|^pc$') }} then 'desktop'
    else {{ word(raw) }}
end
{%- endmacro %}
