{#
  Parts of a URL, after the expression in appendix B of RFC 3986. A part that is not there is null,
  and so is one that is empty. Nothing is percent-decoded.
#}

{% macro url_scheme(url) -%}
{{ part_of(url, '^([a-zA-Z][a-zA-Z0-9+.-]*)://') }}
{%- endmacro %}

{# Host and port, as it stands. #}
{% macro url_netloc(url) -%}
{{ part_of(url, '^(?:[^:/?#]+:)?//([^/?#]*)') }}
{%- endmacro %}

{% macro url_hostname(url) -%}
lower({{ part_of(url, '^(?:[^:/?#]+:)?//(?:[^/?#@]*@)?([^/?#:]+)') }})
{%- endmacro %}

{% macro url_port(url) -%}
{{ part_of(url, '^(?:[^:/?#]+:)?//[^/?#]*:([0-9]+)(?:[/?#]|$)') }}
{%- endmacro %}

{% macro url_path(url) -%}
{{ part_of(url, '^(?:[a-zA-Z][a-zA-Z0-9+.-]*:)?(?://[^/?#]*)?([^?#]*)') }}
{%- endmacro %}

{% macro url_query(url) -%}
{{ part_of(url, '^[^?#]*[?]([^#]*)') }}
{%- endmacro %}

{% macro url_fragment(url) -%}
{{ part_of(url, '^[^#]*#(.*)$') }}
{%- endmacro %}

{# The n-th folder of the path, from 1. #}
{% macro url_dir(url, n) -%}
{{ nth_part("ltrim(" ~ url_path(url) ~ ", '/')", '/', n) }}
{%- endmacro %}

{# The last part of the path, be it followed by a slash or not. #}
{% macro url_last_dir(url) -%}
{{ part_of(url_path(url), '([^/]+)/?$') }}
{%- endmacro %}

{# The value of a parameter of the query, null where it has none. #}
{% macro url_parameter(url, name) -%}
{{ part_of(url, '^[^#]*[?&]' ~ name ~ '=([^&#]*)') }}
{%- endmacro %}
