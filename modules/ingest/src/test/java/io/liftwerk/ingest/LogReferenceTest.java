package io.liftwerk.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.testsupport.SharedData;
import io.liftwerk.workspace.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real logs, and lines that others read, are read alike. */
@Tag("reference")
class LogReferenceTest {
  @TempDir Path folder;
  private Bench bench;

  @BeforeEach
  void open() {
    bench = new Bench(folder);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private static List<JsonNode> cases(String group) throws IOException {
    var found = new ArrayList<JsonNode>();
    for (JsonNode one :
        Json.mapper()
            .readTree(SharedData.file("reference/keywords_site.json").toFile())
            .get("cases")) {
      if (one.get("group").asText().equals(group)) {
        found.add(one);
      }
    }
    return found;
  }

  /** Names a case's file has among the shared ones. */
  private static @Nullable Path file(String name) throws IOException {
    String base = name.replaceAll(".*/", "").replace(".log", "");
    String ours = base.equals("apache_logs") ? "accesslog_apache_combined_10k" : "adv_" + base;
    try (Stream<Path> files = Files.list(SharedData.file("data/site"))) {
      return files
          .filter(path -> path.getFileName().toString().equals(ours + ".log"))
          .findFirst()
          .orElse(null);
    }
  }

  @Test
  void wholeLogs() throws IOException {
    int seen = 0;
    for (JsonNode one : cases("log")) {
      Path file = file(one.get("input").get("file").asText());
      if (file == null) {
        continue;
      }
      seen++;
      JsonNode expected = one.get("expected");
      ImportedTable table = bench.load(file);
      String name = "bronze." + table.name();
      assertEquals(lines(file), table.rows() + table.rejects(), name);
      assertEquals("server log", kind(table), name);
      var status = new TreeMap<String, Long>();
      for (List<@Nullable String> row :
          bench.rows("SELECT status, count(*) FROM " + name + " GROUP BY 1")) {
        status.put(String.valueOf(row.get(0)), Long.valueOf(String.valueOf(row.get(1))));
      }
      var wanted = new TreeMap<String, Long>();
      expected
          .get("status")
          .fields()
          .forEachRemaining(e -> wanted.put(e.getKey(), e.getValue().asLong()));
      assertEquals(wanted, status, name);
      assertEquals(
          expected.get("bytes").asText(), bench.value("SELECT sum(bytes) FROM " + name), name);
      if (expected.has("parsed")) {
        assertEquals(expected.get("parsed").asLong(), table.rows(), name);
      }
      if (expected.has("first_row")) {
        firstRow(name, expected.get("first_row"));
      }
    }
    assertEquals(4, seen);
  }

  private static String kind(ImportedTable table) {
    return table.notes().getFirst().startsWith("Server log, combined format: ")
        ? "server log"
        : table.notes().toString();
  }

  private static long lines(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    long lines = bytes[bytes.length - 1] == '\n' ? 0 : 1;
    for (byte b : bytes) {
      lines += b == '\n' ? 1 : 0;
    }
    return lines;
  }

  private void firstRow(String name, JsonNode expected) {
    var wanted = new ArrayList<@Nullable String>();
    for (JsonNode value : expected) {
      wanted.add(value.asText().equals("-") ? null : value.asText());
    }
    List<@Nullable String> row =
        bench
            .rows(
                "SELECT ip, \"user\", strftime(time AT TIME ZONE 'UTC', '%d/%b/%Y:%H:%M:%S') || '"
                    + " +0000', method, path, status, bytes, referrer, user_agent FROM "
                    + name
                    + " ORDER BY _row LIMIT 1")
            .getFirst();
    assertEquals(wanted, row, name);
  }

  @Test
  void rejectsAreTheLinesThatAdvertoolsCannotRead() throws IOException {
    for (JsonNode one : cases("log")) {
      String input = one.get("input").get("file").asText();
      Path file = file(input);
      // in the Latin-1 file others count lines that end with a lone CR
      if (file == null || input.contains("latin1") || !one.get("expected").has("unparsed")) {
        continue;
      }
      ImportedTable table = bench.load(file);
      var numbers = new ArrayList<String>();
      one.get("expected")
          .get("unparsed_line_numbers")
          .forEach(n -> numbers.add("" + (n.asLong() + 1)));
      List<String> rejects =
          bench.rows("SELECT _row FROM bronze." + table.name() + "__rejects ORDER BY _row").stream()
              .map(row -> String.valueOf(row.getFirst()))
              .toList();
      assertEquals(numbers, rejects.subList(0, numbers.size()), input);
      assertEquals(one.get("expected").get("unparsed").asLong(), rejects.size(), input);
    }
  }

  @Test
  void theCutUserAgentAndTheFakesOfTheLargeLog() throws IOException {
    ImportedTable table =
        bench.load(SharedData.file("data/site/accesslog_apache_combined_10k.log"));
    assertEquals(10_000, table.rows());
    assertEquals(0, table.rejects());
    assertEquals(
        List.of(List.of("1753", "1498", "543")),
        bench.rows(
            "SELECT count(DISTINCT ip), count(DISTINCT concat_ws('?', path, query)),"
                + " count(*) FILTER (contains(user_agent, 'Googlebot')) FROM bronze."
                + table.name()));
    long fakes =
        bench
            .rows(
                "SELECT ip FROM bronze."
                    + table.name()
                    + " WHERE contains(user_agent, 'Googlebot')")
            .stream()
            .filter(row -> !String.valueOf(row.getFirst()).startsWith("66.249."))
            .count();
    assertEquals(4, fakes);
    assertEquals(
        "8899",
        bench.value(
            "SELECT _row FROM bronze."
                + table.name()
                + " WHERE ends_with(user_agent, 'bot.html')"));
  }

  /** Their names for what a line says, and ours. */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("ip", "ip"),
          Map.entry("userid", "\"user\""),
          Map.entry("method", "method"),
          Map.entry("status", "status"),
          Map.entry("length", "bytes"),
          Map.entry("referrer", "referrer"),
          Map.entry("user_agent", "user_agent"),
          Map.entry("host", "host"),
          Map.entry("query_string", "query"),
          // nothing in the line says what the number at its end is, so it keeps no name
          Map.entry("session_time", "extra_1"));

  @Test
  void everyFormat() throws IOException {
    int seen = 0;
    var failures = new ArrayList<String>();
    for (JsonNode one : cases("logformat")) {
      if (!one.get("input").isObject()) {
        continue;
      }
      seen++;
      String name = one.get("name").asText();
      var text = new StringBuilder();
      one.get("input").get("first_line").forEach(line -> text.append(line.asText()).append('\n'));
      ImportedTable table = bench.load(bench.file(name + ".log", text.toString()));
      if (!table.notes().getFirst().startsWith("Server log, ")) {
        failures.add(name + ": " + table.notes());
        continue;
      }
      if (table.rejects() > 0) {
        failures.add(name + ": " + table.notes());
      }
      one.get("expected")
          .fields()
          .forEachRemaining(
              field -> {
                String difference = difference(table, field.getKey(), one.get("expected"));
                if (!difference.isEmpty()) {
                  failures.add(name + ": " + difference);
                }
              });
    }
    assertEquals(11, seen);
    assertEquals(List.of(), failures);
  }

  private String difference(ImportedTable table, String field, JsonNode expected) {
    String wanted = expected.get(field).asText();
    String found;
    switch (field) {
      case "timezone" -> {
        return "";
      }
      case "date" -> {
        String space = wanted.contains("/") ? " " : "";
        String zone = expected.has("timezone") ? space + expected.get("timezone").asText() : "";
        found = first(table, "time AT TIME ZONE 'UTC'");
        wanted = utc(wanted + zone);
      }
      case "generation_time_milli" -> {
        // theirs is a floating-point number
        found = first(table, "round(duration_ms, 6)::DOUBLE");
        wanted = String.valueOf(Math.rint(Double.parseDouble(wanted) * 1e6) / 1e6);
      }
      case "path" -> found = first(table, "concat_ws('?', path, query)");
      default -> {
        found = first(table, NAMES.get(field));
        wanted = wanted.equals("-") || wanted.isEmpty() ? "null" : wanted;
      }
    }
    if (field.equals("path") && expected.has("query_string")) {
      wanted += "?" + expected.get("query_string").asText();
    }
    return wanted.equals(found) ? "" : field + " is " + found + " instead of " + wanted;
  }

  private String first(ImportedTable table, @Nullable String sql) {
    return String.valueOf(
        bench.value("SELECT " + sql + " FROM bronze." + table.name() + " ORDER BY _row LIMIT 1"));
  }

  /** The moment as DuckDB writes it. */
  private static String utc(String moment) {
    Instant instant;
    if (moment.contains("/")) {
      String zoned = moment.contains(" ") ? moment : moment + " +0000";
      instant =
          OffsetDateTime.parse(
                  zoned,
                  DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss[.SSS] Z", Locale.ENGLISH))
              .toInstant();
    } else {
      String iso = moment.replace(' ', 'T').replaceAll("([-+]\\d\\d)(\\d\\d)$", "$1:$2");
      instant =
          OffsetDateTime.parse(iso.matches(".*[-+]\\d\\d:\\d\\d") ? iso : iso + "Z").toInstant();
    }
    return Timestamp.valueOf(LocalDateTime.ofInstant(instant, ZoneOffset.UTC)).toString();
  }

  @Test
  void nothingElseAmongTheSharedFilesIsTakenForALog() throws IOException {
    var taken = new ArrayList<String>();
    int seen = 0;
    try (Stream<Path> files = Files.walk(SharedData.file("data"))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        byte[] head;
        try (var in = Files.newInputStream(file)) {
          head = in.readNBytes(Incoming.HEAD);
        }
        seen++;
        boolean log = LogSource.format(head, head.length, head.length < Incoming.HEAD) != null;
        if (log != file.toString().endsWith(".log")) {
          taken.add(file.toString());
        }
      }
    }
    assertEquals(List.of(), taken);
    assertTrue(seen > 50, "files seen: " + seen);
  }
}
