package io.liftwerk.ingest;

import io.liftwerk.ingest.recipe.RecipeBook;
import io.liftwerk.workspace.JobContext;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBReadableVector;
import org.duckdb.DuckDBScalarFunctionBuilder;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/**
 * Frees what one job loads of identifiers. For this it lends DuckDB a function of its own, by which
 * cells go through {@link Masking} while a table is made: nothing is written before. The function
 * stays known to the database until it is closed, and does nothing once the job has ended.
 */
final class Masker implements AutoCloseable {
  /** Bytes that are handed to DuckDB together. */
  private static final int MOST_AT_ONCE = 16 << 20;

  private final String function;
  private final Pseudonymiser pseudonymiser;
  private final PersonalNames hints;
  private final MaskedCells known = new MaskedCells();
  private final AtomicReference<@Nullable Masking> current = new AtomicReference<>();
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
  private boolean registered;

  private Masker(String function, Pseudonymiser pseudonymiser, PersonalNames hints) {
    this.function = function;
    this.pseudonymiser = pseudonymiser;
    this.hints = hints;
  }

  static Masker of(JobContext context, Catalog catalog, RecipeBook book) throws SQLException {
    return new Masker(
        "liftwerk_mask_" + context.run(),
        new Pseudonymiser(context.workspace().vault(), catalog.holdsPseudonyms()),
        new PersonalNames(book));
  }

  /**
   * The masking of a table about to be loaded; the one before ends.
   *
   * @param more a mask for what stands outside of its columns, null for none
   */
  Masking begin(JobContext context, PersonalColumns.Table table, Mask.@Nullable Line more)
      throws SQLException {
    List<Mask> masks = new PersonalColumns(pseudonymiser, hints).masks(table);
    boolean people = masks.stream().anyMatch(mask -> mask instanceof Mask.Whole);
    if (people) {
      pseudonymiser.open();
    }
    var all = new ArrayList<>(masks);
    if (more != null) {
      boolean named =
          masks.stream()
              .anyMatch(
                  mask ->
                      mask instanceof Mask.Whole whole
                          && switch (whole.kind()) {
                            case NAME, ADDRESS -> true;
                            default -> false;
                          });
      all.add(new Mask.Line(more.delimiter(), named, more.json()));
    }
    return begin(context, table.names(), all);
  }

  /** The masking of columns for which it is known how. */
  Masking begin(JobContext context, List<String> names, List<Mask> masks) throws SQLException {
    register(context);
    var masking = new Masking(function, names, masks, pseudonymiser, hints, known);
    current.set(masking);
    return masking;
  }

  private void register(JobContext context) throws SQLException {
    if (registered) {
      return;
    }
    register(context, false);
    register(context, true);
    registered = true;
  }

  /**
   * @param beside whether a third argument tells what counts besides
   */
  private void register(JobContext context, boolean beside) throws SQLException {
    try (DuckDBScalarFunctionBuilder builder = DuckDBFunctions.scalarFunction()) {
      builder.withName(function).withParameter(Integer.class).withParameter(String.class);
      if (beside) {
        builder.withParameter(String.class);
      }
      builder
          .withReturnType(String.class)
          .withVectorizedFunction((in, out) -> apply(in, out, beside))
          .register(context.connection());
    }
  }

  private void apply(DuckDBDataChunkReader in, DuckDBWritableVector out, boolean beside)
      throws Exception {
    Masking masking = current.get();
    int rows = Math.toIntExact(in.rowCount());
    byte[] @Nullable [] masked = new byte[rows][];
    int from = 0;
    if (masking != null && rows > 0) {
      try {
        from = apply(masking, in, out, beside, masked);
      } catch (Exception e) {
        failure.compareAndSet(null, e);
        throw e;
      }
    }
    write(out, masked, from, rows);
  }

  /** Returns the row up to which all were written already. */
  private static int apply(
      Masking masking,
      DuckDBDataChunkReader in,
      DuckDBWritableVector out,
      boolean beside,
      byte[] @Nullable [] masked)
      throws SQLException {
    int column = in.vector(0).getInt(0);
    DuckDBReadableVector values = in.vector(1);
    int changed = 0;
    int from = 0;
    long bytes = 0;
    for (int row = 0; row < masked.length; row++) {
      String value = values.getString(row);
      if (value == null) {
        continue;
      }
      String more = beside ? in.vector(2).getString(row) : "";
      MaskedCells.Cell cell = masking.cell(column, value, more == null ? "" : more);
      masked[row] = cell.masked();
      changed += cell.changed() ? 1 : 0;
      bytes += cell.masked().length;
      if (bytes > MOST_AT_ONCE) {
        write(out, masked, from, row + 1);
        from = row + 1;
        bytes = 0;
      }
    }
    masking.count(column, changed);
    return from;
  }

  private static void write(
      DuckDBWritableVector out, byte[] @Nullable [] masked, int from, int to) {
    if (from < to) {
      out.setStringUtf8Batch(
          from, from == 0 && to == masked.length ? masked : Arrays.copyOfRange(masked, from, to));
    }
  }

  /** The job's transaction was rolled back, and the function with it. */
  void rolledBack() {
    registered = false;
  }

  /** Throws what went wrong inside of the function, of which DuckDB keeps only the words. */
  void rethrow() throws Exception {
    Exception failed = failure.getAndSet(null);
    if (failed != null) {
      throw failed;
    }
  }

  /** Commits the originals; the rows that need them are committed after that. */
  long commit() throws SQLException {
    return pseudonymiser.commit();
  }

  @Override
  public void close() throws SQLException {
    current.set(null);
    pseudonymiser.close();
  }
}
