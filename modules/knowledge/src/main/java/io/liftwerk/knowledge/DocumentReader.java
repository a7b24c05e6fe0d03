package io.liftwerk.knowledge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.knowledge.passage.PassageCutter;
import io.liftwerk.knowledge.passage.Sections;
import io.liftwerk.text.Language;
import io.liftwerk.text.LanguageGuess;
import io.liftwerk.text.Words;
import io.liftwerk.workspace.Hashes;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a table in bronze as documents, one after the other. */
final class DocumentReader {
  /** A text of so many words is sure to show its language, whatever the page states. */
  private static final int ENOUGH_WORDS = 20;

  private static final double SURE = .9;

  /** Characters from which a language is guessed, and rows of a feed. */
  private static final int LOOK = 4_000;

  private static final int ROWS = 200;

  /** Names, their letters alone, of what tells writers how to write: nothing to cite from. */
  private static final Set<String> RULES =
      Set.of(
          "stilhandbuch",
          "stilguide",
          "styleguide",
          "redaktionshandbuch",
          "redaktionsleitfaden",
          "schreibregeln",
          "writingguide",
          "toneofvoice",
          "brandguidelines");

  private static final Pattern FILE = Pattern.compile(".*[/\\\\]|\\.[^.]*$");

  private final Set<String> leftOut = new TreeSet<>();
  private final Connection connection;
  private final SourceRoles roles;
  private final Map<Language, PassageCutter> cutters = new EnumMap<>(Language.class);

  DocumentReader(Connection connection, SourceRoles roles) {
    this.connection = connection;
    this.roles = roles;
  }

  /** Gives {@code reader} the documents in the order of their ids in the source. */
  void each(Sources.Readable source, Consumer<Read> reader) throws SQLException {
    if (source.kind() == SourceDocument.Kind.ARTICLE) {
      articles(source, reader);
    } else {
      ProductColumns columns = ProductColumns.of(source.table()).orElseThrow();
      products(source, columns, language(source, columns), reader);
    }
  }

  private Role role(Sources.Readable source) {
    return roles.of(source.name(), source.table().file());
  }

  private void articles(Sources.Readable source, Consumer<Read> reader) throws SQLException {
    String sql =
        "SELECT path, title, description, language, canonical, h1, CAST(published AS VARCHAR),"
            + " CAST(modified AS VARCHAR), words, text, headings, schema_org FROM "
            + table(source)
            + " ORDER BY path, _row";
    var ids = new Ids(source.name());
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        String path = text(row, 1);
        if (isRules(path)) {
          leftOut.add(path);
          continue;
        }
        String text = text(row, 10);
        List<Heading> headings = headings(row.getString(11));
        String schemaOrg = row.getString(12);
        Language language = language(row.getString(4), text);
        String title = row.getString(2);
        String h1 = row.getString(6);
        String url = row.getString(5);
        LocalDate date = date(row.getString(8)).or(() -> date(published(row))).orElse(null);
        String hash =
            Hashes.sha256(
                Json.canonical(
                    Arrays.asList(
                        path,
                        title,
                        row.getString(3),
                        url,
                        h1,
                        date,
                        language,
                        text,
                        headings,
                        schemaOrg)));
        reader.accept(
            read(
                new SourceDocument(
                    ids.next(path),
                    source.name(),
                    path,
                    SourceDocument.Kind.ARTICLE,
                    role(source),
                    title != null ? title : h1 != null ? h1 : path,
                    row.getString(3),
                    url,
                    language,
                    date,
                    productOf(schemaOrg),
                    headings,
                    row.getInt(9),
                    hash,
                    schemaOrg),
                text));
      }
    }
  }

  /** Paths of the documents that were no sources, in order. */
  List<String> leftOut() {
    return List.copyOf(leftOut);
  }

  private static boolean isRules(String path) {
    String name = FILE.matcher(path).replaceAll("").toLowerCase(Locale.ROOT);
    return RULES.contains(name.replaceAll("[^a-z]", ""));
  }

  private static @Nullable String published(ResultSet row) {
    try {
      return row.getString(7);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void products(
      Sources.Readable source, ProductColumns columns, Language language, Consumer<Read> reader)
      throws SQLException {
    List<String> wanted = new ArrayList<>();
    wanted.add(columns.id() == null ? "CAST(_row AS VARCHAR)" : cell(columns.id()));
    wanted.add(cell(columns.title()));
    wanted.add(cell(columns.description()));
    wanted.add(columns.url() == null ? "NULL" : cell(columns.url()));
    columns.facts().forEach(fact -> wanted.add(cell(fact.column())));
    columns.data().values().forEach(column -> wanted.add(cell(column)));
    String sql =
        "SELECT " + String.join(", ", wanted) + " FROM " + table(source) + " ORDER BY 1, _row";
    var ids = new Ids(source.name());
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        String id = text(row, 1);
        String title = text(row, 2).strip();
        String text = productText(row, columns, title);
        if (text.isBlank()) {
          continue;
        }
        String name = title.isEmpty() ? id : title;
        String schemaOrg =
            ProductData.of(
                name, row.getString(3), row.getString(4), data(row, columns), columns.currency());
        reader.accept(
            read(
                new SourceDocument(
                    ids.next(id),
                    source.name(),
                    id,
                    SourceDocument.Kind.PRODUCT,
                    role(source),
                    name,
                    row.getString(3),
                    row.getString(4),
                    language,
                    null,
                    name,
                    List.of(),
                    Words.of(text).size(),
                    Hashes.sha256(text + "\n" + schemaOrg),
                    schemaOrg),
                text));
      }
    }
  }

  /** What a row says of its product, behind its facts. */
  private static Map<String, String> data(ResultSet row, ProductColumns columns)
      throws SQLException {
    var data = new HashMap<String, String>();
    int at = 5 + columns.facts().size();
    for (String field : columns.data().keySet()) {
      data.put(field, text(row, at++));
    }
    return data;
  }

  /** Title, description and facts, a line each. */
  private static String productText(ResultSet row, ProductColumns columns, String title)
      throws SQLException {
    var facts = new ArrayList<String>();
    for (int i = 0; i < columns.facts().size(); i++) {
      ProductColumns.Fact fact = columns.facts().get(i);
      String value = text(row, 5 + i).strip();
      if (!value.isEmpty()) {
        boolean bare = fact.money() && value.matches("[0-9.,]+") && columns.currency() != null;
        facts.add(fact.label() + ": " + value + (bare ? " " + columns.currency() : ""));
      }
    }
    return List.of(title, text(row, 3).strip(), String.join("; ", facts)).stream()
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private Read read(SourceDocument document, String text) {
    PassageCutter cutter = cutters.computeIfAbsent(document.language(), PassageCutter::new);
    List<Sections.Title> titles =
        document.headings().stream()
            .map(heading -> new Sections.Title(heading.level(), heading.text()))
            .toList();
    var passages = new ArrayList<Passage>();
    for (PassageCutter.Cut cut : cutter.cut(text, titles)) {
      int ordinal = passages.size() + 1;
      passages.add(
          new Passage(
              document.id() + "#" + ordinal,
              document.id(),
              ordinal,
              cut.section(),
              cut.text(),
              Hashes.sha256(String.join("\n", cut.section()) + "\0" + cut.text())));
    }
    return new Read(document, passages);
  }

  private static String table(Sources.Readable source) {
    return "bronze." + Sql.identifier(source.name());
  }

  private static String cell(String column) {
    return "CAST(" + Sql.identifier(column) + " AS VARCHAR)";
  }

  private static String text(ResultSet row, int column) throws SQLException {
    String text = row.getString(column);
    return text == null ? "" : text;
  }

  /** One language for a feed: titles alone are too short to tell. */
  private Language language(Sources.Readable source, ProductColumns columns) throws SQLException {
    String sql =
        "SELECT concat_ws(' ', "
            + cell(columns.title())
            + ", "
            + cell(columns.description())
            + ") FROM "
            + table(source)
            + " ORDER BY _row LIMIT "
            + ROWS;
    var texts = new StringBuilder();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next() && texts.length() < 4 * LOOK) {
        texts.append(text(row, 1)).append('\n');
      }
    }
    return LanguageGuess.of(texts.toString()).language();
  }

  /** The text's own language where it is long enough to be sure, else as stated. */
  static Language language(@Nullable String stated, String text) {
    String look = text.substring(0, Math.min(LOOK, text.length()));
    LanguageGuess guess = LanguageGuess.of(look);
    boolean sure = guess.certainty() >= SURE && Words.of(look).size() >= ENOUGH_WORDS;
    String code = stated == null ? "" : stated.strip().toLowerCase(Locale.ROOT);
    if (sure || code.isEmpty()) {
      return guess.language();
    }
    return code.startsWith("de")
        ? Language.GERMAN
        : code.startsWith("en") ? Language.ENGLISH : Language.OTHER;
  }

  private static Optional<LocalDate> date(@Nullable String stated) {
    if (stated == null || stated.length() < 10) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(stated.substring(0, 10)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static List<Heading> headings(@Nullable String json) {
    var headings = new ArrayList<Heading>();
    for (JsonNode one : tree(json)) {
      headings.add(new Heading(one.path("level").asInt(1), one.path("text").asText()));
    }
    return headings;
  }

  /** The name of the first Product in JSON-LD. */
  static @Nullable String productOf(@Nullable String schemaOrg) {
    return product(tree(schemaOrg));
  }

  private static @Nullable String product(JsonNode node) {
    if (node.isObject() && isProduct(node.path("@type")) && node.path("name").isTextual()) {
      return node.path("name").asText();
    }
    for (JsonNode child : node) {
      String found = product(child);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static boolean isProduct(JsonNode type) {
    if (type.isTextual()) {
      return type.asText().matches("(https?://schema.org/)?Product(Group)?");
    }
    for (JsonNode one : type) {
      if (isProduct(one)) {
        return true;
      }
    }
    return false;
  }

  private static JsonNode tree(@Nullable String json) {
    try {
      return json == null || json.isEmpty()
          ? Json.mapper().createArrayNode()
          : Json.mapper().readTree(json);
    } catch (JsonProcessingException e) {
      // what pages write there need not be JSON
      return Json.mapper().createArrayNode();
    }
  }

  /** Ids of one source: rows that share a name are told apart by a number. */
  private static final class Ids {
    private final String source;
    private final Map<String, Integer> seen = new HashMap<>();

    Ids(String source) {
      this.source = source;
    }

    String next(String origin) {
      int times = seen.merge(origin, 1, Integer::sum);
      return source + "/" + origin + (times == 1 ? "" : "~" + times);
    }
  }
}
