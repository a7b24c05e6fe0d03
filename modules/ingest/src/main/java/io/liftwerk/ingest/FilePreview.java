package io.liftwerk.ingest;

import io.liftwerk.ingest.recipe.Match;
import java.util.List;
import java.util.Optional;

/**
 * What a file seems to be, from its beginning alone; made in well under a second whatever its size.
 *
 * @param file name of the file
 * @param bytes its size
 * @param kind for example {@code CSV}, {@code XLSX}, {@code JSON}, {@code Log}, {@code Parquet};
 *     {@code Folder} or {@code ZIP} when the rows are the files inside
 * @param encoding how its text is encoded
 * @param delimiter column separator, empty where there is none
 * @param sheets sheets of a workbook, else empty
 * @param columns first decisions; loading decides again from all values
 * @param rows the first rows as the file writes them, one list of cells each
 * @param fits the kinds of export it could be, the surest first
 * @param notes what a user should know before loading
 */
public record FilePreview(
    String file,
    long bytes,
    String kind,
    String encoding,
    String delimiter,
    List<String> sheets,
    List<ColumnDecision> columns,
    List<List<String>> rows,
    List<Recipes.Fit> fits,
    List<String> notes) {

  static final String FOLDER = "Folder";
  static final String ZIP = "ZIP";

  /** Whether it stands for several files, each with columns of its own that show when loaded. */
  public boolean isSeveral() {
    return kind.equals(FOLDER) || kind.equals(ZIP);
  }

  /**
   * The kinds of export among which only the user can choose, because they fit equally well; empty
   * when nothing is open. Loaded without a choice, the file is read as none of them.
   */
  public List<Recipes.Fit> open() {
    List<Recipes.Fit> level =
        fits.stream()
            .filter(fit -> Match.level(fits.getFirst().confidence(), fit.confidence()))
            .toList();
    return level.size() > 1 ? level : List.of();
  }

  /** The kind that the file is loaded as unless the user says otherwise; empty for none. */
  public Optional<Recipes.Fit> taken() {
    return open().isEmpty()
        ? fits.stream().findFirst().filter(fit -> fit.confidence() >= Match.ENOUGH)
        : Optional.empty();
  }

  FilePreview withFits(List<Recipes.Fit> found) {
    return new FilePreview(
        file, bytes, kind, encoding, delimiter, sheets, columns, rows, found, notes);
  }
}
