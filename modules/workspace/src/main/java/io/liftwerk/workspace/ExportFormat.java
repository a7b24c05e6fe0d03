package io.liftwerk.workspace;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The formats a table can be exported to, told by the file's ending. */
enum ExportFormat {
  CSV("csv", List.of(".csv"), "FORMAT csv, HEADER true"),
  CSV_GZ("csv.gz", List.of(".csv.gz"), "FORMAT csv, HEADER true, COMPRESSION gzip"),
  TSV("tsv", List.of(".tsv"), "FORMAT csv, HEADER true, DELIMITER '\t'"),
  PARQUET("parquet", List.of(".parquet"), "FORMAT parquet, COMPRESSION zstd"),
  JSON("json", List.of(".json"), "FORMAT json, ARRAY true"),
  JSONL("jsonl", List.of(".jsonl", ".ndjson"), "FORMAT json, ARRAY false"),
  XLSX("xlsx", List.of(".xlsx"), "");

  private final String label;
  private final List<String> endings;
  private final String options;

  ExportFormat(String label, List<String> endings, String options) {
    this.label = label;
    this.endings = endings;
    this.options = options;
  }

  /**
   * The format that the ending of {@code file} names.
   *
   * @throws WorkbenchException code {@code export-format}
   */
  static ExportFormat of(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(format -> format.endings.stream().anyMatch(name::endsWith))
        .findFirst()
        .orElseThrow(
            () ->
                new WorkbenchException(
                    "export-format",
                    "The ending of '" + file.getFileName() + "' names no format to export to.",
                    "Use .csv, .csv.gz, .tsv, .parquet, .json, .jsonl, .ndjson or .xlsx."));
  }

  /** As results name it. */
  String label() {
    return label;
  }

  String ending() {
    return endings.getFirst();
  }

  /** Options of DuckDB's COPY. */
  String options() {
    return options;
  }

  /** Whether a spreadsheet that opens the file guesses what a cell means. */
  boolean isDelimited() {
    return this == CSV || this == CSV_GZ || this == TSV;
  }
}
