package io.liftwerk.ingest;

import java.util.List;

/**
 * What an import made. Missing collections count as empty.
 *
 * @param tables in the order of the files
 * @param skipped what of a folder or an archive was not loaded
 */
public record ImportResult(List<ImportedTable> tables, List<Skipped> skipped) {

  @SuppressWarnings("NullAway") // what JSON leaves out arrives as null
  public ImportResult {
    tables = tables == null ? List.of() : List.copyOf(tables);
    skipped = skipped == null ? List.of() : List.copyOf(skipped);
  }
}
