package io.liftwerk.workspace;

/**
 * What to export.
 *
 * @param table {@code schema.name}, or a name in bronze
 * @param file where to, as an absolute path; its ending decides the format
 */
public record TableExportRequest(String table, String file)
    implements JobCatalog.OnTable<TableExportRequest> {

  @Override
  public TableExportRequest onTable(String other) {
    return new TableExportRequest(other, file);
  }
}
