package io.liftwerk.ingest;

import io.liftwerk.workspace.Identifier;
import java.sql.SQLException;
import java.util.regex.Pattern;

/**
 * Identifiers in a record that did not fit, where no cell can be trusted to be of its column. In a
 * table that names people every cell with a word in it may be the name, so each goes under lock; a
 * line that is not made of cells goes as a whole. In other tables identifiers are looked for.
 */
record LineMask(Pseudonymiser pseudonymiser, Mask.Line line, boolean named) {
  private static final Pattern WORD = Pattern.compile("\\p{L}{2}");

  String masked(String text) throws SQLException {
    if (!line.people() && !named) {
      return pseudonymiser.within(Mask.Search.ALL, text, Person.NOBODY);
    }
    if (line.delimiter() == 0) {
      String whole = pseudonymiser.whole(Identifier.ID, text, Pseudonymiser.REGION);
      return "[" + whole + "]";
    }
    var masked = new StringBuilder();
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == line.delimiter() || isBreak(text.charAt(i))) {
        masked.append(cell(text.substring(from, i)));
        if (i < text.length()) {
          masked.append(text.charAt(i));
        }
        from = i + 1;
      }
    }
    return masked.toString();
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r' || c == '\t';
  }

  private String cell(String cell) throws SQLException {
    String bare = cell.replace("\"", "").strip();
    if (!WORD.matcher(bare).find()) {
      return pseudonymiser.within(Mask.Search.ALL, cell, Person.NOBODY);
    }
    Identifier kind = pseudonymiser.kindOf(bare);
    return "["
        + pseudonymiser.whole(kind == null ? Identifier.NAME : kind, bare, Pseudonymiser.REGION)
        + "]";
  }
}
