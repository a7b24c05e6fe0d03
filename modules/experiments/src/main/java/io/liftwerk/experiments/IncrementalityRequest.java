package io.liftwerk.experiments;

import java.time.LocalDate;
import java.util.List;

/**
 * Where something was done from a day on, and where not.
 *
 * @param table a row per unit and day, or several that are added up
 * @param unit column with the region, shop or campaign
 * @param date column with the day
 * @param value column with the key figure
 * @param treated units where something was done
 * @param start first day on which it was done
 */
public record IncrementalityRequest(
    String table, String unit, String date, String value, List<String> treated, LocalDate start) {

  public IncrementalityRequest {
    treated = List.copyOf(treated);
  }
}
