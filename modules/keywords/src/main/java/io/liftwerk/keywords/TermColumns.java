package io.liftwerk.keywords;

import io.liftwerk.ingest.ColumnDecision;
import io.liftwerk.ingest.SourceTable;
import io.liftwerk.ingest.recipe.Role;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.Names;
import io.liftwerk.workspace.Sql;
import io.liftwerk.workspace.TableRef;
import io.liftwerk.workspace.WorkbenchException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A table that no recipe knows as a search-term report, read as one: by what the user said of its
 * columns, by the roles the import found, and by their names in English, German and French.
 */
final class TermColumns {
  /** What a column of a search-term report can be. */
  enum Part {
    TERM(
        "(search|customer search) ?(term|query)s?|quer(y|ies)|top queries|search_?query|terms?"
            + "|suchbegriffe?|suchanfragen?|häufigste suchanfragen|requêtes les plus fréquentes"
            + "|requêtes?|termes? de recherche|keyword_text|search_term",
        Role.SEARCH_TERM,
        Role.QUERY,
        Role.KEYWORD),
    IMPRESSIONS("impr\\.?|impressions?|impressionen|einblendungen", Role.IMPRESSIONS),
    CLICKS("clicks?|klicks?|clics?", Role.CLICKS),
    COST("costs?|spend|amount spent.*|kosten|ausgaben|coûts?|dépenses", Role.COST),
    CONVERSIONS(
        "conversions?|conv\\.?|konversionen|orders|bestellungen|.*total orders.*",
        Role.CONVERSIONS,
        Role.ORDERS),
    VALUE(
        "(conv(ersions?)?\\.?[ _-]?|conversions_)?(value|wert)|revenue|umsatz|sales|.*total sales.*"
            + "|valeur de conv.*",
        Role.CONVERSION_VALUE,
        Role.REVENUE),
    CAMPAIGN("campaign([ _]name)?|kampagne|campagne", Role.CAMPAIGN),
    AD_GROUP(
        "ad ?group([ _]name)?|ad_group(_name)?|anzeigengruppe|groupe d'annonces", Role.AD_GROUP),
    KEYWORD("keyword|keyword_text|targeting", Role.KEYWORD),
    MATCH_TYPE("match[ _]type|keyword-option|type de correspondance", Role.MATCH_TYPE),
    CURRENCY("currency([ _]code)?|währung(scode)?|devise", Role.CURRENCY),
    DAY("day|date|date_day|tag|datum|jour", Role.DAY);

    private final Pattern names;
    private final List<Role> roles;

    Part(String names, Role... roles) {
      this.names = Pattern.compile(names, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
      this.roles = List.of(roles);
    }

    /** As users name it. */
    String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    boolean number() {
      return switch (this) {
        case IMPRESSIONS, CLICKS, COST, CONVERSIONS, VALUE -> true;
        default -> false;
      };
    }
  }

  private final TableRef table;
  private final Map<String, String> types;
  private final Map<Part, String> columns = new EnumMap<>(Part.class);
  private final @Nullable SourceTable source;

  private TermColumns(TableRef table, Map<String, String> types, @Nullable SourceTable source) {
    this.table = table;
    this.types = types;
    this.source = source;
  }

  /**
   * @param said what the user said of columns: a part's key to a column
   * @throws WorkbenchException code {@code table-unknown}, {@code column-unknown}, {@code
   *     column-part} for a key that is none, {@code no-terms} when no column holds search terms
   */
  static TermColumns of(
      JobContext context, String name, @Nullable SourceTable source, Map<String, String> said)
      throws SQLException {
    TableRef table = find(context, name);
    var types = new LinkedHashMap<String, String>();
    Query.each(
        context,
        "DESCRIBE SELECT * FROM " + table.sql(),
        row -> types.put(row.getString(1), row.getString(2)));
    var found = new TermColumns(table, types, source);
    said.forEach((key, column) -> found.columns.put(part(key), found.column(column)));
    for (Part part : Part.values()) {
      found.guess(part).ifPresent(column -> found.columns.putIfAbsent(part, column));
    }
    if (!found.columns.containsKey(Part.TERM)) {
      throw new WorkbenchException(
          "no-terms",
          "No column of %s looks like search terms.".formatted(table),
          "Name it: --column term=COLUMN. Its columns are: "
              + String.join(", ", types.keySet())
              + ".");
    }
    found.check();
    return found;
  }

  private static TableRef find(JobContext context, String name) throws SQLException {
    TableRef wanted = TableRef.parse(name);
    List<TableRef> tables =
        Query.list(
            context,
            "SELECT table_schema, table_name FROM information_schema.tables"
                + " WHERE table_catalog = current_database()"
                + " AND table_schema IN ('bronze', 'silver', 'gold') ORDER BY ALL",
            row -> new TableRef(row.getString(1), row.getString(2)));
    return tables.stream()
        .filter(table -> table.toString().equalsIgnoreCase(wanted.toString()))
        .findFirst()
        .orElseThrow(
            () ->
                new WorkbenchException(
                    "table-unknown",
                    "There is no table '%s' in this workspace.".formatted(wanted),
                    Names.suggestion(
                        wanted.toString(), tables.stream().map(TableRef::toString).toList())));
  }

  private static Part part(String key) {
    for (Part part : Part.values()) {
      if (part.key().equalsIgnoreCase(key.strip())) {
        return part;
      }
    }
    List<String> keys = new ArrayList<>();
    for (Part part : Part.values()) {
      keys.add(part.key());
    }
    throw new WorkbenchException(
        "column-part",
        "'%s' is nothing that a column of search terms can be.".formatted(key),
        "Take one of: " + String.join(", ", keys) + ".");
  }

  private String column(String name) {
    return Names.match(name, types.keySet())
        .orElseThrow(
            () ->
                new WorkbenchException(
                    "column-unknown",
                    "The column '%s' is not in %s.".formatted(name, table),
                    Names.suggestion(name, types.keySet())));
  }

  private Optional<String> guess(Part part) {
    if (source != null) {
      for (Role role : part.roles) {
        for (var entry : source.findings().roles().entrySet()) {
          if (entry.getValue() == role
              && types.containsKey(entry.getKey())
              && free(entry.getKey())) {
            return Optional.of(entry.getKey());
          }
        }
      }
    }
    return types.keySet().stream()
        .filter(this::free)
        .filter(column -> part.names.matcher(column.strip()).matches())
        .findFirst();
  }

  private boolean free(String column) {
    return !columns.containsValue(column);
  }

  private void check() {
    columns.forEach(
        (part, column) -> {
          String type = types.getOrDefault(column, "");
          if (part.number() && (type.equals("VARCHAR") || type.startsWith("DATE"))) {
            throw new WorkbenchException(
                "column-text",
                "The column '%s' of %s is to be added up but holds no numbers."
                    .formatted(column, table),
                "Read it as a number in the table's columns, or name another: --column "
                    + part.key()
                    + "=COLUMN.");
          }
        });
  }

  TableRef table() {
    return table;
  }

  /** The rows in the columns of {@code silver.search_terms}. */
  String sql() {
    return """
    SELECT %s AS source_relation, %s AS platform, %s AS campaign_name, %s AS ad_group_name,
      %s AS search_term, %s AS keyword_text, %s AS match_type, 'none' AS term_state,
      %s AS currency, CAST(%s AS DATE) AS date_day, CAST(NULL AS DATE) AS period_start,
      CAST(NULL AS DATE) AS period_end, CAST(%s AS BIGINT) AS impressions,
      CAST(%s AS BIGINT) AS clicks, CAST(%s AS DECIMAL(28, 6)) AS spend,
      CAST(%s AS DECIMAL(28, 6)) AS conversions, CAST(%s AS DECIMAL(28, 6)) AS conversions_value
    FROM %s\
    """
        .formatted(
            Sql.literal(table.schema().equals("bronze") ? table.name() : table.toString()),
            Sql.literal(source == null ? "" : source.findings().platform()),
            text(Part.CAMPAIGN),
            text(Part.AD_GROUP),
            text(Part.TERM),
            text(Part.KEYWORD),
            text(Part.MATCH_TYPE),
            currency(),
            any(Part.DAY),
            any(Part.IMPRESSIONS),
            any(Part.CLICKS),
            any(Part.COST),
            any(Part.CONVERSIONS),
            any(Part.VALUE),
            table.sql());
  }

  private String any(Part part) {
    String column = columns.get(part);
    return column == null ? "NULL" : Sql.identifier(column);
  }

  private String text(Part part) {
    String column = columns.get(part);
    return column == null
        ? "CAST(NULL AS VARCHAR)"
        : "CAST(" + Sql.identifier(column) + " AS VARCHAR)";
  }

  private String currency() {
    if (columns.containsKey(Part.CURRENCY)) {
      return "nullif(upper(trim(" + text(Part.CURRENCY) + ")), '')";
    }
    String code = source == null ? null : code(source);
    return code == null ? "CAST(NULL AS VARCHAR)" : Sql.literal(code);
  }

  private @Nullable String code(SourceTable loaded) {
    String cost = columns.get(Part.COST);
    return loaded.columns().stream()
        .filter(decision -> decision.name().equals(cost))
        .map(ColumnDecision::currency)
        .filter(code -> code != null)
        .findFirst()
        .orElse(loaded.findings().currency());
  }
}
