package io.liftwerk.scoring;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says of a ranking that its ids do not tell all rows apart. */
final class RankedIds {
  private RankedIds() {}

  /**
   * @param repeated rows whose id another row has too
   */
  static void warn(SourceTable.@Nullable Field id, long repeated, List<ScoringWarning> warnings) {
    if (id != null && repeated > 0) {
      warnings.add(
          new ScoringWarning(
              "id-repeated",
              id.name(),
              String.format(
                  Locale.ROOT,
                  "%,d rows repeat a value of '%s'; each row is ranked on its own.",
                  repeated,
                  id.name())));
    }
  }
}
