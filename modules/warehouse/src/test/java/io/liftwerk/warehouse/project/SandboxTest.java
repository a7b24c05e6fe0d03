package io.liftwerk.warehouse.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.liftwerk.warehouse.model.ModelFile;
import io.liftwerk.workspace.WorkbenchException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxTest {
  private static final Scope SCOPE =
      new Scope() {
        @Override
        public String ref(String model) {
          return model;
        }

        @Override
        public String source(String source, String table) {
          return table;
        }

        @Override
        public boolean incremental() {
          return false;
        }

        @Override
        public String self() {
          return "me";
        }
      };

  private static String render(String template) {
    return new Sandbox(List.of(), Map.of(), () -> {})
        .render(new ModelFile("models/gold/a.sql", template), SCOPE)
        .text();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      value = {
        "{{ -1 }}→-1",
        "a {{- ' b' -}} c→a bc",
        "{{ 'a,b'.split(',') | join('-') }}→a-b",
        "{{ 'ab'.upper() }}{{ 'X' | lower }}→ABx",
        "{{ 'a-b' | replace('-', '_') }}{{ 'a-b'.replace('-', '+') }}→a_ba+b",
        "{% set x = namespace(n=1) %}{% for i in [1, 2] %}{% set x.n = x.n + i %}{% endfor %}{{ x.n"
            + " }}→4",
        "{% set l = [] %}{% do l.append('q') %}{{ l | length }}{{ l[0] }}→1q",
        "{% for k, v in {'a': 1, 'b': 2}.items() %}{{ k }}={{ v }}{% if not loop.last %},{% endif"
            + " %}{% endfor %}→a=1,b=2",
        "{% if none is none %}N{% endif %}{% if not none %}F{% endif %}{{ none or 3 }}→NF3",
        "{% if nothing is defined %}1{% else %}2{% endif %}→2",
        "{% set q %}select 1{% endset %}[{{ q }}]→[select 1]",
        "{{ {'a': [1, 2]}.a[1] }}→2",
        "{{ {'a': 1}.get('b', 7) }}→7",
        "{{ target.type }} {{ this }} {{ model.name }}→duckdb me a",
        "{% raw %}{{ a }}{% endraw %}→{{ a }}",
        "{{ 2 + 3 * 4 }}{{ 7 // 2 }}{{ 'a' ~ 1 }}→143a1",
        "{{ config.get('tags', 'no') }}→no",
        "{{ range(3) | list | length }}→3"
      })
  void speaksJinja(String template, String text) {
    assertEquals(text, render(template));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ 'x'.getClass() }}",
        "{{ 'x'.class }}",
        "{{ ''.class.forName('java.lang.Runtime') }}",
        "{{ [].getClass().getClassLoader() }}",
        "{{ ____int3rpr3t3r____.getClass() }}",
        "{{ ____int3rpr3t3r____.config }}",
        "{{ 'x'.repeat(1000000000) }}",
        "{{ 'x'.format('y') }}",
        "{{ 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'.matches('(a+)+$') }}",
        "{{ 'x' | center(2000000000) }}",
        "{{ '%2000000000d' | format(1) }}",
        "{{ 'x' | render }}",
        "{{ ref.content }}",
        "{{ this.getBytes() }}",
        "{{ config.getClass() }}",
        "{{ type('x') }}",
        "{% include '/etc/passwd' %}",
        "{% include 'io/liftwerk/warehouse/project/index.txt' %}",
        "{% import 'macros/m.sql' as m %}",
        "{% from 'macros/m.sql' import a %}",
        "{% extends 'x' %}",
        "{% for a in range(1000) %}{% for b in range(1000) %}{% for c in range(1000) %}{% endfor"
            + " %}{% endfor %}{% endfor %}",
        "{% set s = 'abcdefghij' %}{% for i in range(100) %}{% set s = s ~ s %}{% endfor %}",
        "{% set s = 'abcdefghij' %}{% for i in range(100) %}{% set s = s + s %}{% endfor %}",
        "{% for a in range(10000) %}{% for b in range(10) %}{{"
            + " 'abcdefghijklmnopqrstuvwxyz1234567890' }}{% endfor %}{% endfor %}",
        "{% macro r(x) %}{{ r(x) }}{% endmacro %}{{ r(1) }}",
        "{{ range(100000000) | list | length }}{{ nothing }}",
        "{{ env_var('HOME') }}"
      })
  void letsNothingOut(String template) {
    assertThrows(WorkbenchException.class, () -> render(template));
  }
}
