package io.liftwerk.warehouse.staging;

import io.liftwerk.warehouse.model.ModelFile;
import io.liftwerk.workspace.Sql;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One source read as one domain: which expression fills which column. Columns that nothing fills
 * are null.
 */
final class Staged {
  private final Domain domain;
  private final Source source;
  private final Map<String, String> expressions = new LinkedHashMap<>();
  private String from;
  private String tail = "";

  Staged(Domain domain, Source source) {
    this.domain = domain;
    this.source = source;
    this.from = reference(source);
    put("source_relation", Sql.literal(source.name()));
    put("source_row", "_row");
    put("loaded_at", "timezone('UTC', _loaded_at)");
    if (domain.persons()) {
      put("person_id", Persons.id(source));
      put("consent_signal", Persons.signal(source));
      put("consent_at", Persons.consentAt(source));
    }
  }

  static String reference(Source source) {
    return "{{ source('bronze', '" + source.name() + "') }}";
  }

  Source source() {
    return source;
  }

  Domain domain() {
    return domain;
  }

  /** Fills {@code column}; null leaves it empty. */
  Staged put(String column, @Nullable String sql) {
    if (sql != null) {
      expressions.put(column, sql);
    }
    return this;
  }

  /** Reads from {@code sql} instead of from the source itself. */
  Staged from(String sql) {
    from = sql;
    return this;
  }

  /** What follows below the source: a condition. */
  Staged tail(String sql) {
    tail = "\n" + sql;
    return this;
  }

  /** The name of its model. */
  String model() {
    String words = source.name().toLowerCase(Locale.ROOT).replaceAll("[ -]", "_");
    return domain.model() + "__" + words;
  }

  ModelFile file(String model) {
    String columns =
        domain.columns().stream()
            .map(column -> "    " + value(column) + " as " + column.name())
            .collect(Collectors.joining(",\n"));
    return StagingModels.view(
        model,
        "-- bronze."
            + source.name().replace("{", "")
            + ", known as "
            + source.kind()
            + ", read as "
            + domain.model()
            + "\nselect\n"
            + columns
            + "\nfrom "
            + from
            + tail);
  }

  private String value(Domain.Column column) {
    String sql = expressions.get(column.name());
    return sql == null ? "cast(null as " + column.type() + ")" : sql;
  }
}
