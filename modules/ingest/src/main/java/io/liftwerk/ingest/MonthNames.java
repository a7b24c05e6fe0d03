package io.liftwerk.ingest;

import io.liftwerk.workspace.Sql;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The names of the months in English, German and French, short and long, in lower case. No name
 * means one month in one language and another in the next, so a column may mix them.
 */
final class MonthNames {
  private static final List<List<String>> NAMES =
      List.of(
          List.of("jan", "january", "januar", "jän", "jänner", "janv", "janvier"),
          List.of("feb", "february", "februar", "feber", "févr", "fév", "février", "fevrier"),
          List.of("mar", "march", "mär", "mrz", "märz", "maerz", "mars"),
          List.of("apr", "april", "avr", "avril"),
          List.of("may", "mai"),
          List.of("jun", "june", "juni", "juin"),
          List.of("jul", "july", "juli", "juil", "juillet"),
          List.of("aug", "august", "août", "aout"),
          List.of("sep", "sept", "september", "septembre"),
          List.of("oct", "october", "okt", "oktober", "octobre"),
          List.of("nov", "november", "novembre"),
          List.of("dec", "december", "dez", "dezember", "déc", "décembre", "decembre"));

  private MonthNames() {}

  /** A group that matches one name. */
  static String pattern() {
    return NAMES.stream().flatMap(List::stream).collect(Collectors.joining("|", "(", ")"));
  }

  /**
   * @param name in lower case
   * @return 1 to 12
   */
  static int number(String name) {
    for (int i = 0; i < NAMES.size(); i++) {
      if (NAMES.get(i).contains(name)) {
        return i + 1;
      }
    }
    throw new IllegalArgumentException(name);
  }

  /** The number as text; NULL where {@code name}, an expression in lower case, is none. */
  static String numberSql(String name) {
    var sql = new StringBuilder("CASE ").append(name);
    for (int i = 0; i < NAMES.size(); i++) {
      for (String one : NAMES.get(i)) {
        sql.append(" WHEN ").append(Sql.literal(one)).append(" THEN '").append(i + 1).append('\'');
      }
    }
    return sql.append(" END").toString();
  }
}
