package io.liftwerk.workspace;

/** What this program says of itself, and how much memory it gives the database. */
final class Software {
  private Software() {}

  static String version() {
    String version = Software.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  /** DuckDB's share of memory; {@code -Dliftwerk.databaseMegabytes} overrides it. */
  static int databaseMegabytes() {
    return Integer.getInteger("liftwerk.databaseMegabytes", 1200);
  }
}
