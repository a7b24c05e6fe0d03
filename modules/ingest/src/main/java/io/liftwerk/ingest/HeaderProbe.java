package io.liftwerk.ingest;

import java.util.ArrayList;
import java.util.List;

/** Tells whether the first record names the columns or is already data. */
final class HeaderProbe {
  private HeaderProbe() {}

  /**
   * Each column votes: values below that are numbers or dates under a cell that is none speak for a
   * header; a cell that reads like the values below it speaks against one. Without votes the first
   * record is a header, as in nearly every export.
   */
  static boolean isHeader(List<String> first, List<DialectProbe.Row> below) {
    int votes = 0;
    boolean anyWord = false;
    for (int i = 0; i < first.size(); i++) {
      String cell = first.get(i).strip();
      anyWord |= cell.chars().anyMatch(Character::isLetter);
      var values = new ArrayList<String>();
      for (var row : below) {
        if (i < row.cells().size()) {
          values.add(row.cells().get(i));
        }
      }
      votes += vote(cell, values);
    }
    return votes > 0 || (votes == 0 && (anyWord || below.isEmpty()));
  }

  private static int vote(String cell, List<String> values) {
    var readings = Candidates.of(values).readings();
    if (readings.isEmpty() || cell.isEmpty()) {
      return 0;
    }
    boolean year = cell.matches("(19|20)\\d\\d");
    boolean alike = readings.stream().anyMatch(reading -> reading.accepts(cell));
    if (alike) {
      return year ? 0 : -1;
    }
    return 1;
  }
}
