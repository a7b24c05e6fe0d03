package io.liftwerk.ingest;

import java.util.List;

/**
 * What was freed of identifiers.
 *
 * @param tables loads from before pseudonyms, replaced ones of a table included
 * @param originals how many identifiers are new in the vault
 */
public record MigrationResult(List<Migrated> tables, long originals) {

  /**
   * A load.
   *
   * @param table its name in bronze
   * @param columns whose every value is a pseudonym now
   * @param cells of other columns in which some stand now
   */
  public record Migrated(String table, List<String> columns, long cells) {}

  public MigrationResult {
    tables = List.copyOf(tables);
  }
}
