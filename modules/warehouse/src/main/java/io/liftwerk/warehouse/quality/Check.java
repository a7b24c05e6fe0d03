package io.liftwerk.warehouse.quality;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A test made ready for its table. */
sealed interface Check {

  /** What is stated, as a clause that a full stop or a condition can follow. */
  String claim();

  /**
   * Rows are judged one by one.
   *
   * @param judged SQL of a condition: the rows that count
   * @param failing SQL of a condition: those among them that are not as stated
   * @param mostly the share of the rows that count which must be as stated, 0 to 1
   */
  record OfRows(String claim, String judged, String failing, double mostly) implements Check {}

  /**
   * The table is judged by a figure.
   *
   * @param failing SQL of a condition on the rows to show when it fails; null when no single row is
   *     to blame
   */
  record OfTable(String claim, Measure measure, @Nullable String failing) implements Check {}

  /** Works a figure out. */
  @FunctionalInterface
  interface Measure {
    Finding of(Target target) throws SQLException;
  }

  /** How a figure stands to what was stated. */
  enum Verdict {
    AS_STATED,
    TO_BE_WARNED_OF,
    NOT_AS_STATED;

    static Verdict of(boolean asStated) {
      return asStated ? AS_STATED : NOT_AS_STATED;
    }
  }

  /**
   * @param figure the figure as a number, null where it is none
   * @param text the figure in words; empty where there is none
   * @param baseline what later runs of the test are to be given by {@link Target#baseline()}; null
   *     when nothing is to be kept
   */
  record Finding(Verdict verdict, @Nullable Double figure, String text, @Nullable String baseline) {
    Finding(Verdict verdict, @Nullable Double figure, String text) {
      this(verdict, figure, text, null);
    }

    static Finding of(boolean asStated, @Nullable Double figure, String text) {
      return new Finding(Verdict.of(asStated), figure, text);
    }
  }
}
