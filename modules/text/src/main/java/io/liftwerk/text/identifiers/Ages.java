package io.liftwerk.text.identifiers;

import io.liftwerk.text.IdentifierKind;

/** The number in "34 years old", "aged 34", "34 Jahre alt", "34-jährig". */
final class Ages implements Finder {
  @Override
  public void find(Scan scan, Candidates found) {
    if (!found.wants(IdentifierKind.AGE)) {
      return;
    }
    for (int i : scan.marks()) {
      if (scan.hasDigit(i) && scan.length(i) <= 3 && scan.isDigits(i)) {
        double confidence = confidence(scan, i);
        if (confidence > 0 && Integer.parseInt(scan.word(i, i + 1)) <= 120) {
          found.add(
              IdentifierKind.AGE, scan.start(i), scan.end(i), scan.word(i, i + 1), confidence);
        }
      }
    }
  }

  private static double confidence(Scan scan, int i) {
    String gap = scan.gap(i);
    boolean near = gap.equals(" ") || gap.equals("-") || gap.equals("\u00A0");
    if (near && scan.isOne(i + 1, "years", "year", "yrs", "yr", "months", "month")) {
      boolean old = scan.isOne(i + 2, "old", "olds");
      boolean ofAge = scan.isOne(i + 2, "of") && scan.isOne(i + 3, "age");
      return old || ofAge ? 0.9 : turns(scan, i) ? 0.7 : 0;
    }
    if (near && scan.isOne(i + 1, "year-old", "years-old", "month-old", "yo", "y/o")) {
      return 0.9;
    }
    if (near
        && scan.isOne(
            i + 1,
            "jahre",
            "jahren",
            "jahrige",
            "jahriger",
            "jahrigen",
            "jahrig",
            "jahriges",
            "monate")) {
      boolean adjective = !scan.isOne(i + 1, "jahre", "jahren", "monate");
      return adjective || scan.isOne(i + 2, "alt", "alte", "alten", "jung")
          ? 0.9
          : scan.isOne(i - 1, "mit") ? 0.6 : 0;
    }
    if (scan.isOne(i - 1, "aged", "age", "alter") && gapIs(scan, i - 1)) {
      return 0.8;
    }
    if (scan.isOne(i - 1, "of", "von", "is", "at") && scan.isOne(i - 2, "age", "alter", "aged")) {
      return 0.85;
    }
    if (scan.length(i) == 2
        && scan.is(i - 1, Lexicon.NAME)
        && scan.isGap(i - 1, ", ")
        && ",)".indexOf(scan.after(i)) >= 0) {
      return 0.6;
    }
    if (turns(scan, i) && !scan.isJoined(i)) {
      return 0.65;
    }
    boolean being =
        scan.isOne(i - 1, "is", "was", "am", "i'm", "he's", "she's", "bin", "ist")
            && scan.isJoined(i - 1);
    boolean who =
        scan.isOne(i - 1, "i'm", "he's", "she's")
            || scan.isOne(i - 2, "i", "he", "she", "who", "ich", "er", "sie")
            || scan.is(i - 2, Lexicon.GIVEN | Lexicon.KIN);
    boolean ends =
        !scan.isJoined(i) || scan.isOne(i + 1, "and", "but", "now", "today", "und", "aber");
    return being
            && who
            && ends
            && scan.after(i) != '%'
            && !Numbers.joinsAfter(scan.text, scan.end(i))
            && scan.length(i) == 2
        ? 0.6
        : 0;
  }

  private static boolean gapIs(Scan scan, int i) {
    String gap = scan.gap(i);
    return gap.equals(" ") || gap.equals(": ") || gap.equals(":") || gap.equals(" - ");
  }

  private static boolean turns(Scan scan, int i) {
    return scan.isOne(i - 1, "turn", "turned", "turns", "turning", "i'm", "werde", "wurde", "wird")
        && scan.isJoined(i - 1);
  }
}
