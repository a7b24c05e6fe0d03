package io.liftwerk.keywords.editors;

import java.util.regex.Pattern;

/** Text that a spreadsheet would run. */
final class FormulaCells {
  /** Runs, or asks to run, something; a mere "- Brand" shows an error at worst. */
  private static final Pattern RUNS =
      Pattern.compile("(?s)\\s*[=@].*|[\\t\\r\\n].*|\\s*[+-].*[(|!\"].*");

  private static final Pattern BEGINS_LIKE_ONE = Pattern.compile("(?s)\\s*'*\\s*[=+@\\t\\r-].*");

  private FormulaCells() {}

  /** Whether a name must not stand at the beginning of a cell as it is. */
  static boolean runs(String name) {
    return RUNS.matcher(name).matches();
  }

  /** With an apostrophe where it begins like a formula, or like one that has its apostrophe. */
  static String inert(String text) {
    return BEGINS_LIKE_ONE.matcher(text).matches() ? '\'' + text : text;
  }
}
