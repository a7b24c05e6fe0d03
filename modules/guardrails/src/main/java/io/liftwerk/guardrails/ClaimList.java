package io.liftwerk.guardrails;

import io.liftwerk.guardrails.GuardPolicy.Claim;
import io.liftwerk.workspace.WorkbenchException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A client's list of claims: a CSV with a head, separated by semicolons or commas, whose columns
 * are called as in {@link #COLUMNS}. Only the claim and whether it is allowed must be there.
 */
final class ClaimList {
  private static final Map<String, String> COLUMNS =
      Map.ofEntries(
          Map.entry("aussage", "claim"),
          Map.entry("claim", "claim"),
          Map.entry("art", "kind"),
          Map.entry("kind", "kind"),
          Map.entry("erlaubt", "allowed"),
          Map.entry("allowed", "allowed"),
          Map.entry("beleg", "evidence"),
          Map.entry("evidence", "evidence"),
          Map.entry("gültig-bis", "until"),
          Map.entry("valid-until", "until"),
          Map.entry("land", "markets"),
          Map.entry("countries", "markets"));

  private static final DateTimeFormatter GERMAN = DateTimeFormatter.ofPattern("d.M.uuuu");

  private ClaimList() {}

  /**
   * @throws WorkbenchException code {@code guard-claims}, naming the file and the line
   */
  static List<Claim> read(Path file) {
    try {
      return read(file.getFileName().toString(), Files.readAllLines(file));
    } catch (CharacterCodingException e) {
      throw broken(file.getFileName().toString(), 1, "it is not in UTF-8", e);
    } catch (IOException e) {
      throw new WorkbenchException(
          "guard-claims",
          "The list of claims " + file + " cannot be read.",
          "Put it there, or take it out of guardrails.yml.",
          e);
    }
  }

  static List<Claim> read(String name, List<String> lines) {
    if (lines.isEmpty()) {
      throw broken(name, 1, "it is empty", null);
    }
    String head = lines.getFirst().replace("\uFEFF", "");
    char separator = head.indexOf(';') >= 0 ? ';' : ',';
    Map<String, Integer> columns = columns(name, cells(head, separator));
    var claims = new ArrayList<Claim>();
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        claims.add(claim(name, i + 1, columns, cells(lines.get(i), separator)));
      }
    }
    return claims;
  }

  private static Map<String, Integer> columns(String name, List<String> head) {
    var columns = new TreeMap<String, Integer>();
    for (int i = 0; i < head.size(); i++) {
      String column = COLUMNS.get(head.get(i).toLowerCase(Locale.ROOT).replace(' ', '-'));
      if (column == null) {
        throw broken(
            name,
            1,
            "the column '"
                + head.get(i)
                + "' is none of claim, kind, allowed, evidence, valid"
                + " until, countries",
            null);
      }
      columns.put(column, i);
    }
    for (String needed : List.of("claim", "allowed")) {
      if (!columns.containsKey(needed)) {
        throw broken(name, 1, "the column '" + needed + "' is missing", null);
      }
    }
    return columns;
  }

  private static Claim claim(
      String name, int line, Map<String, Integer> columns, List<String> cells) {
    String text = cell(columns, cells, "claim");
    if (text.isEmpty()) {
      throw broken(name, line, "there is no claim", null);
    }
    boolean allowed =
        switch (cell(columns, cells, "allowed").toLowerCase(Locale.ROOT)) {
          case "ja", "yes", "true" -> true;
          case "nein", "no", "false" -> false;
          case String other ->
              throw broken(name, line, "'" + other + "' is neither yes nor no", null);
        };
    List<String> markets =
        List.of(cell(columns, cells, "markets").toUpperCase(Locale.ROOT).split("[,\\s]+")).stream()
            .filter(market -> !market.isEmpty())
            .toList();
    return new Claim(
        text,
        cell(columns, cells, "kind"),
        allowed,
        cell(columns, cells, "evidence"),
        day(name, line, cell(columns, cells, "until")),
        markets);
  }

  private static @Nullable LocalDate day(String name, int line, String text) {
    if (text.isEmpty()) {
      return null;
    }
    try {
      return text.indexOf('.') > 0 ? LocalDate.parse(text, GERMAN) : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw broken(name, line, "'" + text + "' is no day such as 31.12.2026 or 2026-12-31", e);
    }
  }

  private static String cell(Map<String, Integer> columns, List<String> cells, String name) {
    Integer at = columns.get(name);
    return at == null || at >= cells.size() ? "" : cells.get(at);
  }

  /** The cells of a line (RFC 4180), without the blanks around them. */
  private static List<String> cells(String line, char separator) {
    var cells = new ArrayList<String>();
    var cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        cell.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == separator && !quoted) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString().strip());
    return cells;
  }

  private static WorkbenchException broken(
      String file, int line, String what, @Nullable Throwable cause) {
    return new WorkbenchException(
        "guard-claims",
        "The list of claims %s cannot be used: line %d: %s.".formatted(file, line, what),
        "Correct the line.",
        cause);
  }
}
