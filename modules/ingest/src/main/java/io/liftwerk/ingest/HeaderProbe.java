package io.liftwerk.ingest;

import java.util.ArrayList;
import java.util.List;

/** Tells whether the first record names the columns or is already data. */
final class HeaderProbe {

  /** How many columns speak for a header, and how many against one. */
  record Votes(int yes, int no) {
    /** Whether at least {@code least} columns speak for a header and none against it. */
    boolean unanimous(int least) {
      return yes >= least && no == 0;
    }
  }

  private HeaderProbe() {}

  /**
   * Each column votes: values below that are numbers or dates under a cell that is none speak for a
   * header; a cell that reads like the values below it speaks against one. Without votes the first
   * record is a header, as in nearly every export.
   */
  static boolean isHeader(List<String> first, List<DialectProbe.Row> below) {
    Votes votes = votes(first, below);
    boolean anyWord = first.stream().anyMatch(cell -> cell.chars().anyMatch(Character::isLetter));
    return votes.yes() > votes.no() || (votes.yes() == votes.no() && (anyWord || below.isEmpty()));
  }

  static Votes votes(List<String> first, List<DialectProbe.Row> below) {
    int yes = 0;
    int no = 0;
    for (int i = 0; i < first.size(); i++) {
      int vote = vote(first.get(i).strip(), values(below, i));
      yes += vote > 0 ? 1 : 0;
      no += vote < 0 ? 1 : 0;
    }
    return new Votes(yes, no);
  }

  /** How many of the columns hold numbers, dates or yes and no. */
  static int typed(List<DialectProbe.Row> rows, int columns) {
    int typed = 0;
    for (int i = 0; i < columns; i++) {
      typed += Candidates.of(values(rows, i)).readings().isEmpty() ? 0 : 1;
    }
    return typed;
  }

  private static List<String> values(List<DialectProbe.Row> rows, int column) {
    var values = new ArrayList<String>();
    for (var row : rows) {
      if (column < row.cells().size()) {
        values.add(row.cells().get(column));
      }
    }
    return values;
  }

  private static int vote(String cell, List<String> values) {
    if (cell.isEmpty()) {
      return 0;
    }
    var readings = Candidates.of(values).readings();
    if (readings.isEmpty()) {
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
