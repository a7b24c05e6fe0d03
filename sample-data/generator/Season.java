import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** The days the world knows: which are holidays, and how much of what is asked for when. */
final class Season {
  static final LocalDate FIRST = LocalDate.of(2025, 1, 1);

  /** The morning on which every export is made; nothing in the world is later. */
  static final LocalDate TODAY = LocalDate.of(2026, 10, 1);

  /** When a kind of gear is wanted: demand by month, 1 is the average. */
  enum Kind {
    WINTER(2.3, 1.9, 1.1, .5, .2, .1, .1, .2, .5, 1.1, 1.9, 2.1),
    SUMMER(.3, .4, .8, 1.2, 1.7, 1.9, 1.8, 1.5, 1.1, .6, .3, .4),
    SHOULDER(.7, .7, 1.1, 1.4, 1.3, .9, .8, .9, 1.3, 1.3, .8, .8),
    STEADY(.9, .9, 1.0, 1.0, 1.1, 1.0, .9, .9, 1.1, 1.1, 1.1, 1.0);

    private final double[] months;

    Kind(double... months) {
      this.months = months;
    }

    double demand(LocalDate day) {
      double here = months[day.getMonthValue() - 1];
      double there = months[day.plusMonths(1).getMonthValue() - 1];
      double share = (day.getDayOfMonth() - 1) / (double) day.lengthOfMonth();
      return here + (there - here) * share;
    }
  }

  private final Map<LocalDate, String> german = new TreeMap<>();
  private final Map<LocalDate, String> austrian = new TreeMap<>();

  Season() {
    for (int year = FIRST.getYear(); year <= TODAY.getYear(); year++) {
      LocalDate easter = easter(year);
      both(LocalDate.of(year, 1, 1), "Neujahr");
      austrian.put(LocalDate.of(year, 1, 6), "Heilige Drei Könige");
      german.put(easter.minusDays(2), "Karfreitag");
      both(easter.plusDays(1), "Ostermontag");
      both(LocalDate.of(year, 5, 1), "Maifeiertag");
      both(easter.plusDays(39), "Christi Himmelfahrt");
      both(easter.plusDays(50), "Pfingstmontag");
      austrian.put(easter.plusDays(60), "Fronleichnam");
      austrian.put(LocalDate.of(year, 8, 15), "Mariä Himmelfahrt");
      german.put(LocalDate.of(year, 10, 3), "Tag der Deutschen Einheit");
      austrian.put(LocalDate.of(year, 10, 26), "Nationalfeiertag");
      austrian.put(LocalDate.of(year, 11, 1), "Allerheiligen");
      austrian.put(LocalDate.of(year, 12, 8), "Mariä Empfängnis");
      both(LocalDate.of(year, 12, 25), "Christtag");
      both(LocalDate.of(year, 12, 26), "Zweiter Weihnachtstag");
    }
  }

  private void both(LocalDate day, String name) {
    german.put(day, name);
    austrian.put(day, name);
  }

  boolean holiday(LocalDate day, String country) {
    return (country.equals("Österreich") ? austrian : german).containsKey(day);
  }

  /** How busy an office is on that day, 1 on an ordinary working day. */
  double office(LocalDate day, String country) {
    if (holiday(day, country)) {
      return .1;
    }
    return switch (day.getDayOfWeek()) {
      case MONDAY -> 1.15;
      case SATURDAY -> .35;
      case SUNDAY -> .25;
      default -> 1;
    };
  }

  LocalDate workingDay(LocalDate day, String country) {
    LocalDate next = day;
    while (next.getDayOfWeek() == DayOfWeek.SATURDAY
        || next.getDayOfWeek() == DayOfWeek.SUNDAY
        || holiday(next, country)) {
      next = next.plusDays(1);
    }
    return next;
  }

  /** Easter Sunday by the anonymous Gregorian computus. */
  private static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int n = h + l - 7 * m + 114;
    return LocalDate.of(year, n / 31, n % 31 + 1);
  }
}
