package io.liftwerk.keywords.editors;

import io.liftwerk.workspace.WorkbenchException;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Puts the identifiers that a channel gave into an undo file. Rows whose identifier the channel's
 * file does not hold keep their reference, and so are refused rather than misunderstood.
 */
public final class UndoIds {
  private static final String REFERENCE = "see:";

  /**
   * What came of it.
   *
   * @param rows rows of the undo file
   * @param missing of these, without an identifier
   */
  public record Completed(int rows, int missing) {}

  private UndoIds() {}

  /** What stands for an identifier nobody knows yet. No channel takes it for one. */
  static String reference(String key) {
    return REFERENCE + key;
  }

  /**
   * For Microsoft: the file that the upload of the export gave back, in which "Client Id" is as it
   * was written and "Id" is filled in. For Amazon: the bulksheet downloaded after the upload, as
   * CSV.
   *
   * @param format whose files these are
   * @param undo the undo file as it was written beside the export
   * @param given the channel's file
   * @param completed the undo file to upload
   * @throws WorkbenchException {@code keywords-undo-ids} when the channel's file has no identifiers
   * @throws IOException when a file cannot be read or written
   */
  public static Completed complete(
      EditorFormat format, Reader undo, Reader given, Appendable completed) throws IOException {
    return switch (format) {
      case MICROSOFT -> microsoft(Csv.read(undo), Csv.read(given), completed);
      case AMAZON -> amazon(Csv.read(undo), Csv.read(given), completed);
      case GOOGLE, PLAIN -> throw new IllegalArgumentException("needs no identifiers: " + format);
    };
  }

  private static Completed microsoft(Csv.Table undo, Csv.Table given, Appendable out)
      throws IOException {
    Map<String, Integer> columns = given.columns();
    needed(columns, "Client Id", "Id");
    Map<String, String> ids = new HashMap<>();
    for (List<String> row : given.rows()) {
      String client = Csv.Table.cell(columns, row, "Client Id");
      String id = Csv.Table.cell(columns, row, "Id");
      if (!client.isEmpty() && id.matches("\\d+")) {
        ids.put(reference(client), id);
      }
    }
    out.append(Csv.BOM);
    return written(
        undo, row -> row.stream().map(cell -> ids.getOrDefault(cell, cell)).toList(), out);
  }

  private static Completed amazon(Csv.Table undo, Csv.Table given, Appendable out)
      throws IOException {
    Map<String, Integer> theirs = given.columns();
    needed(theirs, "Keyword ID", "Keyword Text");
    Map<List<String>, String> ids = new HashMap<>();
    for (List<String> row : given.rows()) {
      if (!Csv.Table.cell(theirs, row, "State").equalsIgnoreCase("archived")) {
        ids.put(key(theirs, row), Csv.Table.cell(theirs, row, "Keyword ID"));
      }
    }
    Map<String, Integer> ours = undo.columns();
    int at = ours.getOrDefault("keyword id", 0);
    return written(
        undo,
        row -> {
          String id = ids.get(key(ours, row));
          if (id == null || id.isEmpty()) {
            return row;
          }
          var filled = new ArrayList<>(row);
          filled.set(at, id);
          return filled;
        },
        out);
  }

  private static List<String> key(Map<String, Integer> columns, List<String> row) {
    return List.of(
        Csv.Table.cell(columns, row, "Entity"),
        Csv.Table.cell(columns, row, "Campaign ID"),
        Csv.Table.cell(columns, row, "Ad Group ID"),
        Csv.Table.cell(columns, row, "Keyword Text"),
        Csv.Table.cell(columns, row, "Match Type")
            .replace(" ", "")
            .toLowerCase(java.util.Locale.ROOT));
  }

  private static void needed(Map<String, Integer> columns, String... names) {
    for (String name : names) {
      if (!columns.containsKey(name.toLowerCase(java.util.Locale.ROOT))) {
        throw new WorkbenchException(
            "keywords-undo-ids",
            "The channel's file has no column '%s'.".formatted(name),
            "Take the file that the channel gave back after the upload, as CSV.");
      }
    }
  }

  private static Completed written(
      Csv.Table undo, Function<List<String>, List<String>> complete, Appendable out)
      throws IOException {
    out.append(Csv.line(undo.header()));
    int missing = 0;
    for (List<String> row : undo.rows()) {
      List<String> completed = complete.apply(row);
      if (completed.stream().anyMatch(cell -> cell.startsWith(REFERENCE))) {
        missing++;
      }
      out.append(Csv.line(completed));
    }
    return new Completed(undo.rows().size(), missing);
  }
}
