package io.liftwerk.warehouse.lineage;

/**
 * How a column, or the rows of a table, depends on another. The first three carry values, the
 * others only decide which values, and where; they are the kinds and subtypes of OpenLineage's
 * {@code ColumnLineageDatasetFacet} 1-2-0.
 */
public enum How {
  /** The value as it is. */
  IDENTITY(true, "IDENTITY"),
  /** Worked out from it, row by row. */
  EXPRESSION(true, "TRANSFORMATION"),
  /** Worked out from many rows. */
  AGGREGATION(true, "AGGREGATION"),
  /** Joined on. */
  JOIN(false, "JOIN"),
  /** Decides which rows are there. */
  FILTER(false, "FILTER"),
  /** Grouped by. */
  GROUPING(false, "GROUP_BY"),
  /** Sorts rows of which only some are kept. */
  ORDER(false, "SORT"),
  /** Partitions or orders a window. */
  WINDOW(false, "WINDOW"),
  /** Chooses between values. */
  CONDITION(false, "CONDITIONAL");

  private final boolean direct;
  private final String subtype;

  How(boolean direct, String subtype) {
    this.direct = direct;
    this.subtype = subtype;
  }

  /** Whether it carries values. */
  public boolean direct() {
    return direct;
  }

  /** What OpenLineage calls it. */
  public String subtype() {
    return subtype;
  }

  /** What a dependency {@code inner} is when it is used in this way. */
  How over(How inner) {
    if (!direct) {
      return this;
    }
    if (!inner.direct) {
      return inner;
    }
    return compareTo(inner) >= 0 ? this : inner;
  }
}
