package io.liftwerk.warehouse.lineage;

import io.liftwerk.workspace.TableRef;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** SQL as a row of words, for what cannot be had as a tree. */
final class SqlText {

  /** A word, a quoted name without its quotes, or a sign; strings and comments are none. */
  private record Token(String text, boolean name, int start) {}

  private SqlText() {}

  /** The query of {@code CREATE VIEW name (columns) AS query}. */
  static String query(String createView) {
    int depth = 0;
    for (Token token : tokens(createView)) {
      if (token.text().equals("(")) {
        depth++;
      } else if (token.text().equals(")")) {
        depth--;
      } else if (depth == 0
          && token.name()
          && token.text().equalsIgnoreCase("as")
          && createView.charAt(token.start()) != '"') {
        return createView.substring(token.start() + 2).strip().replaceFirst(";\\s*$", "");
      }
    }
    return createView;
  }

  /** The relations that are named with their schema in it. */
  static List<TableRef> relations(String sql, Relations known) {
    List<Token> tokens = tokens(sql);
    var found = new LinkedHashSet<TableRef>();
    for (int i = 0; i + 2 < tokens.size(); i++) {
      if (tokens.get(i).name()
          && tokens.get(i + 1).text().equals(".")
          && tokens.get(i + 2).name()) {
        TableRef ref = known.find(tokens.get(i).text(), tokens.get(i + 2).text());
        if (known.has(ref)) {
          found.add(ref);
        }
      }
    }
    return List.copyOf(found);
  }

  private static List<Token> tokens(String sql) {
    var tokens = new ArrayList<Token>();
    int at = 0;
    while (at < sql.length()) {
      char c = sql.charAt(at);
      int end = end(sql, at, c);
      if (c == '"') {
        String name = sql.substring(at + 1, Math.max(at + 1, end - 1)).replace("\"\"", "\"");
        tokens.add(new Token(name, true, at));
      } else if (Character.isJavaIdentifierStart(c)) {
        tokens.add(new Token(sql.substring(at, end), true, at));
      } else if (end == at + 1 && !Character.isWhitespace(c) && c != '\'') {
        tokens.add(new Token(String.valueOf(c), false, at));
      }
      at = end;
    }
    return tokens;
  }

  private static int end(String sql, int at, char c) {
    if (c == '"' || c == '\'') {
      int end = at + 1;
      while (end < sql.length()) {
        if (sql.charAt(end) == c) {
          if (end + 1 < sql.length() && sql.charAt(end + 1) == c) {
            end++;
          } else {
            return end + 1;
          }
        }
        end++;
      }
      return sql.length();
    }
    if (sql.startsWith("--", at)) {
      int end = sql.indexOf('\n', at);
      return end < 0 ? sql.length() : end + 1;
    }
    if (sql.startsWith("/*", at)) {
      int end = sql.indexOf("*/", at + 2);
      return end < 0 ? sql.length() : end + 2;
    }
    int end = at + 1;
    if (Character.isJavaIdentifierStart(c)) {
      while (end < sql.length() && Character.isJavaIdentifierPart(sql.charAt(end))) {
        end++;
      }
    }
    return end;
  }
}
