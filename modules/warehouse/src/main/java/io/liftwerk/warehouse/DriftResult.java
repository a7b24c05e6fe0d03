package io.liftwerk.warehouse;

import io.liftwerk.warehouse.drift.Measure;
import io.liftwerk.warehouse.drift.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * How far the columns of two samples lie apart.
 *
 * @param reference what is compared with, a table and its days
 * @param current what is looked at
 * @param referenceRows its rows
 * @param currentRows its rows
 * @param columns by verdict, the worst first, then by PSI
 * @param leftOut columns that were not compared, with the reason
 */
public record DriftResult(
    String reference,
    String current,
    long referenceRows,
    long currentRows,
    List<ColumnDrift> columns,
    List<LeftOut> leftOut) {

  /** A column not compared, and why. */
  public record LeftOut(String column, String reason) {}

  /**
   * One column.
   *
   * @param column its name
   * @param numeric whether its values are numbers, else they are counted one by one
   * @param referenceValues rows of the reference with a value
   * @param currentValues current rows with a value
   * @param referenceMissing rows of the reference without
   * @param currentMissing current rows without
   * @param missingDiffers whether the shares of missing values lie apart
   * @param verdict what it comes to
   * @param reason the verdict in a sentence
   * @param measures all figures, each with how it was counted
   */
  public record ColumnDrift(
      String column,
      boolean numeric,
      long referenceValues,
      long currentValues,
      long referenceMissing,
      long currentMissing,
      boolean missingDiffers,
      Verdict verdict,
      String reason,
      List<Measure> measures) {

    /** The measure of that name. */
    public Optional<Measure> measure(String name) {
      return measures.stream().filter(one -> one.name().equals(name)).findFirst();
    }
  }

  /** The column of that name. */
  public Optional<ColumnDrift> column(String name) {
    return columns.stream().filter(one -> one.column().equals(name)).findFirst();
  }
}
