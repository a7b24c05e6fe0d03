package io.liftwerk.ingest;

import io.liftwerk.workspace.WorkbenchException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;

/** Names of bronze tables: made from file names, or given by the user. */
final class TableNames {
  static final String REJECTS = "__rejects";
  private static final int LONGEST = 60;

  private TableNames() {}

  /** {@code Leads März 2026.csv.gz} becomes {@code leads_maerz_2026}. */
  static String fromFile(String file) {
    String stem = file.toLowerCase(Locale.ROOT);
    stem = stem.replaceFirst("\\.gz$", "").replaceFirst("\\.[a-z0-9]{1,8}$", "");
    return derived(stem);
  }

  /** A name made of any words, such as a file's and a sheet's. */
  static String derived(String words) {
    String plain =
        words
            .toLowerCase(Locale.ROOT)
            .replace("ä", "ae")
            .replace("ö", "oe")
            .replace("ü", "ue")
            .replace("a\u0308", "ae")
            .replace("o\u0308", "oe")
            .replace("u\u0308", "ue")
            .replace("ß", "ss");
    plain = Normalizer.normalize(plain, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
    plain = plain.replaceAll("[^\\p{L}\\p{N}]+", "_").replaceAll("^_+|_+$", "");
    if (plain.length() > LONGEST) {
      plain = plain.substring(0, LONGEST).replaceAll("_+$", "");
    }
    if (plain.isEmpty()) {
      return "table";
    }
    return Character.isDigit(plain.charAt(0)) ? "t_" + plain : plain;
  }

  /** The name itself, or with the next free number. */
  static String free(String name, Predicate<String> taken) {
    String candidate = name;
    for (int n = 2; taken.test(candidate); n++) {
      candidate = name + "_" + n;
    }
    return candidate;
  }

  /**
   * A name the user chose.
   *
   * @throws WorkbenchException code {@code table-name}
   */
  static String checked(String name) {
    String trimmed = name.strip();
    if (trimmed.isEmpty()
        || trimmed.length() > LONGEST
        || !trimmed.matches("[\\p{L}_][\\p{L}\\p{N}_ \\-]*")
        || trimmed.toLowerCase(Locale.ROOT).endsWith(REJECTS)) {
      throw new WorkbenchException(
          "table-name",
          "'" + Refused.printable(name) + "' cannot be the name of a table.",
          "Use a letter first, then letters, digits, blanks, '-' or '_', at most "
              + LONGEST
              + " characters, and not the ending "
              + REJECTS
              + ".");
    }
    return trimmed;
  }
}
