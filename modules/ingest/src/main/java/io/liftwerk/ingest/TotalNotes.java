package io.liftwerk.ingest;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the control totals mean, in sentences. */
final class TotalNotes {
  private TotalNotes() {}

  static List<String> of(ExportFindings findings) {
    var notes = new ArrayList<String>();
    List<ControlTotal> totals = findings.totals();
    for (ControlTotal total : totals) {
      String label = total.label().isEmpty() ? "" : " (" + total.label() + ")";
      switch (total.verdict()) {
        case MISSED ->
            notes.add(
                "The rows do not meet the report's total"
                    + label
                    + " of "
                    + total.column()
                    + ": they add up to "
                    + number(total.rows())
                    + ", the report says "
                    + number(total.report())
                    + ", the difference is "
                    + number(total.difference())
                    + ".");
        case MASKED ->
            notes.add(
                "The rows' sum of "
                    + total.column()
                    + " is "
                    + number(total.difference().abs())
                    + " below the report's total, no more than its masked cells can hold.");
        case ROUNDING ->
            notes.add(
                "The rows' sum of "
                    + total.column()
                    + " differs from the report's total by "
                    + number(total.difference())
                    + ", no more than rounding makes.");
        case MET -> {}
      }
    }
    String met =
        totals.stream()
            .filter(total -> total.verdict() == ControlTotal.Verdict.MET)
            .map(ControlTotal::column)
            .distinct()
            .collect(Collectors.joining(", "));
    if (!met.isEmpty()) {
      notes.add("The rows meet the report's own totals exactly: " + met + ".");
    }
    for (HiddenShare hidden : findings.hidden()) {
      notes.add(
          String.format(Locale.ROOT, "%.1f", hidden.share() * 100)
              + " % of "
              + hidden.column()
              + " is not in the rows: "
              + number(hidden.value())
              + " of "
              + number(hidden.total())
              + ".");
    }
    return notes;
  }

  private static String number(BigDecimal value) {
    var format = new DecimalFormat("#,##0.########", DecimalFormatSymbols.getInstance(Locale.ROOT));
    return format.format(value);
  }
}
