package io.liftwerk.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * Writes a table or view to a file: CSV and TSV in UTF-8 with a header, Parquet, JSON, JSON lines
 * or XLSX, as the file's ending says. It is written inside the workspace and moved out when it is
 * complete, so an existing file is replaced whole or not at all. The file stands at its place
 * before the run is committed: killed or cancelled in the moment between, the run leaves a complete
 * file that the ledger does not know.
 *
 * <p>In CSV and TSV, text that a spreadsheet would run as a formula is made inert by a leading
 * apostrophe; the result counts such cells.
 */
public final class TableExport implements Job<TableExportResult> {
  /** Name of the job in the ledger. */
  public static final String NAME = "export";

  private final TableExportRequest request;
  private String content = "";

  public TableExport(TableRef table, Path file) {
    this(new TableExportRequest(table.toString(), file.toAbsolutePath().normalize().toString()));
  }

  /** As recorded. */
  public TableExport(TableExportRequest request) {
    this.request = request;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public TableExportRequest parameters() {
    return request;
  }

  @Override
  public TableExportResult run(JobContext context) throws SQLException, IOException {
    Path wished = Path.of(request.file());
    ExportFormat format = ExportFormat.of(wished);
    Handover handover = Handover.to(context.workspace(), wished);
    context.progress(0, "looking at " + request.table());
    TableInfo table = Tables.describe(context.connection(), TableRef.parse(request.table()));
    Path inside =
        context.workspace().exports().resolve(".export-" + context.run() + format.ending());
    try {
      long inert = format.isDelimited() ? countInert(context, table) : 0;
      long rows = write(context, format, table, inside);
      long bytes = Files.size(inside);
      context.progress(0.97, "moving the file to its place");
      String sha256 = handover.move(inside, context);
      context.artefact(handover.target());
      return new TableExportResult(
          table.ref().toString(),
          handover.target().toString(),
          format.label(),
          rows,
          bytes,
          sha256,
          inert);
    } finally {
      Files.deleteIfExists(inside);
    }
  }

  private static long countInert(JobContext context, TableInfo table) throws SQLException {
    String sql = "SELECT " + InertText.count(table.columns()) + " FROM " + table.ref().sql();
    try (Statement statement = context.connection().createStatement();
        var cancelling = context.whenCancelled(statement::cancel);
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1) + InertText.countNames(table.columns());
    } catch (SQLException e) {
      context.checkCancelled();
      throw e;
    }
  }

  private long write(JobContext context, ExportFormat format, TableInfo table, Path inside)
      throws SQLException, IOException {
    if (format == ExportFormat.XLSX) {
      XlsxWriter.checkFits(table);
      var writer = new XlsxWriter(context, table);
      long rows = writer.write(inside);
      content = writer.content();
      return rows;
    }
    return context.execute(0.05, 0.95, "writing rows", statement(format, table, inside));
  }

  private static String statement(ExportFormat format, TableInfo table, Path inside) {
    if (format.isDelimited()) {
      String columns = InertText.projection(table.columns());
      String select = "SELECT " + columns + " FROM " + table.ref().sql();
      return DelimitedCopy.of(select, inside, format.options());
    }
    return "COPY (SELECT * FROM %s) TO %s (%s)"
        .formatted(table.ref().sql(), Sql.literal(inside), format.options());
  }

  /** The file's place may differ; an .xlsx file differs each time, so its cells are compared. */
  @Override
  public Object fingerprint(TableExportResult result) {
    return content.isEmpty()
        ? Json.without(result, "file")
        : Map.of("table", result.table(), "rows", result.rows(), "content", content);
  }

  /** Lets {@code catalog} repeat exports. */
  public static JobCatalog register(JobCatalog catalog) {
    return catalog.register(NAME, TableExportRequest.class, TableExport::new);
  }
}
