{#
  Whether a row of persons may be used for analytics, scoring or activation: what the row says of
  consent covers it (Liftwerk writes the verdict of every distinct signal of every source into
  liftwerk.consent_verdicts, by the policy in consent.yml), and the person has not refused later
  (liftwerk.consent_people has every source whose rows that takes back; one that rests on a contract
  keeps its rows, but for activation). A condition for WHERE; alias names the relation that has the columns
  source_relation, consent_signal and person_id.
#}
{% macro covered(alias, use) -%}
exists (
    select 1
    from {{ source('liftwerk', 'consent_verdicts') }} as verdicts
    where verdicts.source_relation = {{ alias }}.source_relation
        and verdicts.consent_signal = {{ alias }}.consent_signal
        and verdicts.{{ use }}
)
and not exists (
    select 1
    from {{ source('liftwerk', 'consent_people') }} as people
    where people.source_relation = {{ alias }}.source_relation
        and people.person_id = {{ alias }}.person_id
        and people.use = '{{ use }}'
)
{%- endmacro %}
