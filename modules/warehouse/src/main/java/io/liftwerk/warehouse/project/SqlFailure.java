package io.liftwerk.warehouse.project;

import io.liftwerk.workspace.WorkbenchException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What DuckDB says of a model's SQL, as a sentence that names the file and its line. */
public final class SqlFailure {
  private static final Pattern LINE = Pattern.compile("(?m)^LINE (\\d+):");
  private static final Pattern TEMPLATE =
      Pattern.compile("\\{\\{.*?\\}\\}|\\{%.*?%\\}|\\{#.*?#\\}");
  private static final Pattern KIND = Pattern.compile("^(?:[A-Z][A-Za-z ]*)?Error: ");
  private static final String HINT = "Correct the SQL; what was built before is still there.";

  private SqlFailure() {}

  /**
   * @param before lines that stood before the model's SQL in the statement
   */
  public static WorkbenchException of(ProjectModel model, String sql, int before, SQLException e) {
    String message = String.valueOf(e.getMessage());
    Matcher line = LINE.matcher(message);
    int compiled = line.find() ? Integer.parseInt(line.group(1)) - before : 0;
    String what = KIND.matcher(Broken.firstLine(message)).replaceFirst("");
    return failure(model, sql, compiled, what.replaceAll("[.!\\s]+$", ""), e);
  }

  static WorkbenchException of(ProjectModel model, String sql, QueryShape.SyntaxException e) {
    byte[] text = sql.getBytes(StandardCharsets.UTF_8);
    int end = Math.min(Math.max(e.position(), 0), text.length);
    int line = e.position() < 0 ? 0 : 1;
    for (int i = 0; i < end; i++) {
      line += text[i] == '\n' ? 1 : 0;
    }
    return failure(model, sql, line, String.valueOf(e.getMessage()), e);
  }

  private static WorkbenchException failure(
      ProjectModel model, String sql, int line, String what, Exception e) {
    return Broken.at(
        "model-sql",
        model.file().path(),
        inFile(model, sql, line),
        "This SQL cannot be run: " + what + ".",
        HINT,
        e);
  }

  /**
   * The line of the file that became the line {@code compiled} of its SQL: the only one that reads
   * alike, whatever its templates came to. There may be none, or several; then 0.
   */
  private static int inFile(ProjectModel model, String sql, int compiled) {
    List<String> lines = sql.lines().toList();
    if (compiled < 1 || compiled > lines.size()) {
      return 0;
    }
    String wanted = lines.get(compiled - 1).strip();
    List<String> file = model.file().text().lines().map(String::strip).toList();
    int found = 0;
    for (int i = 0; i < file.size(); i++) {
      if (becomes(file.get(i), wanted)) {
        if (found > 0) {
          return fromEnd(file, wanted, lines.size() - compiled);
        }
        found = i + 1;
      }
    }
    return found;
  }

  /** A config() at the top leaves no lines, so lines are the same ones counted from the end. */
  private static int fromEnd(List<String> file, String wanted, int lines) {
    int candidate = file.size() - lines;
    return candidate > 0 && becomes(file.get(candidate - 1), wanted) ? candidate : 0;
  }

  private static boolean becomes(String line, String sql) {
    String[] parts = TEMPLATE.split(line, -1);
    if (parts.length == 1) {
      return line.equals(sql);
    }
    // a line of templates alone could become anything
    if (String.join("", parts).isBlank() || !sql.startsWith(parts[0])) {
      return false;
    }
    int at = parts[0].length();
    for (int i = 1; i < parts.length - 1; i++) {
      int next = sql.indexOf(parts[i], at);
      if (next < 0) {
        return false;
      }
      at = next + parts[i].length();
    }
    String last = parts[parts.length - 1];
    return sql.endsWith(last) && sql.length() - last.length() >= at;
  }
}
