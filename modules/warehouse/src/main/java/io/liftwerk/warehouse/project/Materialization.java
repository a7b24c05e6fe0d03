package io.liftwerk.warehouse.project;

import java.util.Locale;

/** How a model's rows are kept. */
public enum Materialization {
  /** Worked out whenever somebody reads it. */
  VIEW,
  /** Written anew at every build that changes it. */
  TABLE,
  /** Rows are added to those that are there. */
  INCREMENTAL;

  /** As {@code config()} writes it. */
  public String json() {
    return name().toLowerCase(Locale.ROOT);
  }
}
