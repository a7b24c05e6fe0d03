package io.liftwerk.workspace;

import java.nio.file.Path;

/** Quoting, for the names and literals that cannot be bound as parameters. */
public final class Sql {
  private Sql() {}

  /** A quoted identifier: {@code a"b} becomes {@code "a""b"}. */
  public static String identifier(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** A quoted string literal: {@code a'b} becomes {@code 'a''b'}. */
  public static String literal(String value) {
    return '\'' + value.replace("'", "''") + '\'';
  }

  /** A path as a string literal. */
  public static String literal(Path path) {
    return literal(path.toAbsolutePath().toString());
  }
}
