package io.liftwerk.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a file as a whole says about its number format, for the column whose own values leave it
 * open.
 */
final class FileEvidence {
  private static final Set<String> GERMAN =
      Set.of(
          "kosten",
          "klicks",
          "kampagne",
          "tag",
          "datum",
          "monat",
          "woche",
          "jahr",
          "umsatz",
          "anzeigengruppe",
          "suchbegriff",
          "klickrate",
          "impressionen",
          "reichweite",
          "menge",
          "preis",
          "betrag",
          "anzahl",
          "kunde",
          "bestellung",
          "und",
          "ort",
          "plz",
          "wert",
          "durchschn",
          "währungscode",
          "ausgegebener",
          "häufigste",
          "suchanfragen");
  private static final Set<String> FRENCH =
      Set.of("clics", "coût", "campagne", "jour", "requêtes", "groupe", "montant", "prix", "mois");

  private final char delimiter;
  private final int germanWords;
  private int commas;
  private int points;
  private String commaColumn = "";
  private String pointColumn = "";
  private int germanDates;
  private final Map<Character, DayOrder> orders = new HashMap<>();

  /**
   * Which of day and month stands first where the same sign is between them.
   *
   * @param contested whether two columns disagree
   */
  record DayOrder(boolean dayFirst, String column, boolean contested) {}

  FileEvidence(char delimiter, List<String> columns) {
    this.delimiter = delimiter;
    int words = 0;
    for (String column : columns) {
      for (String word : column.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
        boolean umlaut = word.matches(".*[äöüß].*");
        words += umlaut || GERMAN.contains(word) || FRENCH.contains(word) ? 1 : 0;
      }
    }
    this.germanWords = words;
  }

  /** A column whose format its own values settled. */
  void settled(String column, Reading reading) {
    if (reading instanceof NumberReading number) {
      if (number.style().decimal() == ',') {
        commas++;
        commaColumn = commaColumn.isEmpty() ? column : commaColumn;
      } else {
        points++;
        pointColumn = pointColumn.isEmpty() ? column : pointColumn;
      }
    } else if (reading instanceof TemporalReading date) {
      settled(column, date.date());
    } else if (reading instanceof MixedReading mixed) {
      settled(column, mixed.one().date());
      settled(column, mixed.other().date());
    }
  }

  private void settled(String column, Day day) {
    if (day == Day.GERMAN || day == Day.GERMAN_SHORT) {
      germanDates++;
    }
    if (day.openSign() != 0) {
      orders.merge(
          day.openSign(),
          new DayOrder(day.dayFirst(), column, false),
          (one, other) ->
              new DayOrder(
                  one.dayFirst(),
                  one.column(),
                  one.contested() || one.dayFirst() != other.dayFirst()));
    }
  }

  /** What other columns say about dates with {@code sign}; null when they say nothing, or both. */
  @Nullable DayOrder order(char sign) {
    DayOrder order = orders.get(sign);
    return order == null || order.contested() ? null : order;
  }

  /**
   * Which decimal sign to assume, and why.
   *
   * @param certain whether anything speaks for it
   */
  record Verdict(boolean comma, String because, boolean certain) {
    private Verdict(boolean comma, String because) {
      this(comma, because, true);
    }
  }

  Verdict verdict() {
    if (commas != points) {
      boolean comma = commas > points;
      String column = comma ? commaColumn : pointColumn;
      return new Verdict(
          comma,
          "the column '" + column + "' is written with decimal " + (comma ? "comma" : "point"));
    }
    if (germanDates > 0) {
      return new Verdict(true, "the file writes dates as dd.MM.yyyy");
    }
    if (germanWords > 0) {
      return new Verdict(true, "the header is not English");
    }
    if (delimiter == ';') {
      return new Verdict(true, "the columns are separated by ';'");
    }
    return new Verdict(false, "nothing in the file speaks for a decimal comma", false);
  }
}
