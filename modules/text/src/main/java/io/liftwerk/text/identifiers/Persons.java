package io.liftwerk.text.identifiers;

import io.liftwerk.text.IdentifierKind;
import io.liftwerk.text.Normalised;
import io.liftwerk.text.lookup.ResourceLists;
import java.util.ArrayList;

/**
 * Names of persons and what stands before them: by lists of names, by the ends of surnames, and by
 * what is said around them. In English a capital inside a sentence is evidence, in German none.
 */
final class Persons implements Finder {
  private static final String[] BEING = words("being");
  private static final String[] LABELS = words("labels");
  private static final String[] BEFORE_OBJECT = words("before-object");
  private static final String[] BEFORE_TO = words("before-to");

  private static String[] words(String wanted) {
    var words = new ArrayList<String>();
    ResourceLists.read(
        "identifiers/context.txt",
        (section, word) -> {
          if (section.equals(wanted)) {
            words.add(word);
          }
        });
    return words.toArray(String[]::new);
  }

  @Override
  public void find(Scan scan, Candidates found) {
    if (!found.wants(IdentifierKind.PERSON, IdentifierKind.TITLE)) {
      return;
    }
    boolean german = scan.isGerman();
    int listed = -1;
    int i = 0;
    while (i < scan.count()) {
      int titled = titles(scan, i);
      if (titled > i) {
        int end = afterTitle(scan, i, titled, found);
        if (end > 0) {
          i = end;
          continue;
        }
      }
      NameRun run = isStart(scan, i) ? NameRun.at(scan, i) : null;
      if (run == null || run.parts() == 0) {
        i++;
        continue;
      }
      double confidence = confidence(scan, run, german, run.from() == listed);
      add(scan, run.from(), run.end(), confidence, found);
      listed = confidence >= 0.5 ? listed(scan, run.end() - 1) : -1;
      i = run.end();
    }
  }

  private static boolean isStart(Scan scan, int i) {
    return NameRun.mayOpen(scan, i) || (scan.isInitial(i) && scan.after(i) == '.');
  }

  /** Where the titles from word {@code i} on end. */
  private static int titles(Scan scan, int i) {
    int next = i;
    while (scan.is(next, Lexicon.TITLE) && scan.isCapital(next) && scan.isDotted(next)) {
      next++;
    }
    return next;
  }

  private static int afterTitle(Scan scan, int from, int name, Candidates found) {
    NameRun run = NameRun.at(scan, name);
    int end =
        run.parts() == 0
                && scan.isCapital(name)
                && !scan.is(name, Lexicon.ENGLISH | Lexicon.GERMAN | Lexicon.TITLE)
                && !scan.hasDigit(name)
            ? name + 1
            : run.end();
    if (end == name) {
      return -1;
    }
    boolean street = scan.is(from, Lexicon.STREET) && scan.isDigits(end);
    if (street) {
      return -1;
    }
    int last = scan.end(name - 1);
    last = last < scan.text.length() && scan.text.charAt(last) == '.' ? last + 1 : last;
    found.add(
        IdentifierKind.TITLE,
        scan.start(from),
        last,
        scan.text.substring(scan.start(from), last),
        0.8);
    add(scan, name, end, 0.95, found);
    return end;
  }

  private static double confidence(Scan scan, NameRun run, boolean german, boolean listed) {
    double confidence = own(scan, run, german);
    if (confidence == 0) {
      return 0;
    }
    int first = run.from();
    int last = run.end() - 1;
    double around = 0;
    boolean mail = scan.text.startsWith(" <", scan.end(last)) && run.parts() > 1;
    boolean kin = scan.isGenitiveAfter(last) && scan.is(last + 1, Lexicon.KIN);
    if (mail || kin || isAnnounced(scan, first)) {
      around = 0.45;
    } else if (listed && run.parts() <= 3) {
      around = 0.3;
    } else if (!german && run.surname() && run.parts() == 1 && isAttribute(scan, first, last)) {
      around = 0.15;
    } else if (!german && scan.is(first - 1, Lexicon.PROFESSION) && scan.isJoined(first - 1)) {
      around = 0.35;
    } else if (!german && isSubject(scan, first, last)) {
      around = 0.35;
    } else if (!german && isObject(scan, first, last)) {
      around = 0.3;
    } else if (!german && scan.isGenitiveAfter(last)) {
      around = 0.25;
    } else if (standsAlone(scan, run)) {
      around = 0.3;
    }
    if (isPlacePreposition(scan, first - 1) && !run.given()) {
      around -= 0.3;
    }
    return Math.min(0.95, confidence + around);
  }

  /** What the words themselves say. */
  private static double own(Scan scan, NameRun run, boolean german) {
    boolean place = scan.is(run.from(), Lexicon.PLACE);
    if (run.parts() == 1) {
      if (run.given()) {
        return place ? 0.4 : 0.6;
      }
      if (run.surname()) {
        boolean listed = scan.is(run.from(), Lexicon.SURNAME) && scan.isEnglish();
        return place ? 0.2 : listed ? 0.5 : 0.4;
      }
      return run.doubtful() ? 0.25 : german ? 0 : place ? 0 : 0.15;
    }
    if (run.given()) {
      return 0.85;
    }
    if (run.surname() || run.initial()) {
      return german && !run.doubtful() && !run.initial() ? 0.45 : 0.6;
    }
    return run.doubtful() ? 0.4 : german ? 0 : 0.25;
  }

  /** My son X; name is X; call me X; Hi X. */
  private static boolean isAnnounced(Scan scan, int i) {
    int before = i - 1;
    if (before < 0) {
      return false;
    }
    boolean joined = scan.isJoined(before);
    if (joined && scan.is(before, Lexicon.KIN | Lexicon.GREET | Lexicon.CALL)) {
      return true;
    }
    if (joined) {
      return scan.isOne(before, BEING)
          && (within(scan, before, 4, Lexicon.CALL) || scan.isOne(before, "i'm"));
    }
    String gap = scan.gap(before);
    if (gap.indexOf('?') >= 0 || gap.indexOf(':') >= 0) {
      return within(scan, before, 6, Lexicon.CALL) || scan.isOne(before, LABELS);
    }
    // with kind regards, and the name below
    return gap.indexOf('\n') >= 0 && scan.is(before, Lexicon.GREET)
        || gap.equals(", ") && scan.is(before, Lexicon.GREET) && scan.startsSentence(before);
  }

  private static boolean within(Scan scan, int from, int words, int bits) {
    for (int i = from; i > from - words && i >= 0; i--) {
      if (scan.is(i, bits)) {
        return true;
      }
    }
    return false;
  }

  /** X said, X lives: at the start of what is said. */
  private static boolean isSubject(Scan scan, int first, int last) {
    boolean open =
        scan.startsSentence(first)
            || scan.isOne(first - 1, "and", "but", "when", "while", "that", "because");
    boolean said = scan.is(first - 1, Lexicon.SAY) && scan.isJoined(first - 1);
    boolean acts =
        scan.isJoined(last)
            && scan.is(last + 1, Lexicon.ACT | Lexicon.SAY)
            && !scan.isCapital(last + 1);
    boolean both =
        scan.isOne(last + 1, "and") && scan.isJoined(last) && NameRun.isName(scan, last + 2);
    boolean were = both && scan.isOne(last + 3, "were", "are", "have", "had", "met");
    return said || (open && (acts || were));
  }

  /** The Miller novel, a Miller song. */
  private static boolean isAttribute(Scan scan, int first, int last) {
    return scan.isOne(first - 1, "the", "a")
        && scan.isJoined(first - 1)
        && scan.isJoined(last)
        && !scan.isCapital(last + 1)
        && scan.is(last + 1, Lexicon.COMMON)
        && !scan.is(last + 1, Lexicon.ENGLISH | Lexicon.EMPLOY | Lexicon.MOVE);
  }

  /** By X, with X, of X and Y; add X as, tribute to X. */
  private static boolean isObject(Scan scan, int first, int last) {
    if (!scan.isJoined(first - 1) || scan.isCapital(first - 1)) {
      return false;
    }
    return scan.isOne(first - 1, BEFORE_OBJECT)
        || (scan.isOne(first - 1, "to") && scan.isOne(first - 2, BEFORE_TO))
        || (scan.isOne(last + 1, "as") && scan.isJoined(last));
  }

  private static boolean isPlacePreposition(Scan scan, int i) {
    return scan.isOne(i, "in", "from", "at", "near", "aus", "nach", "bei") && scan.isJoined(i);
  }

  /** Two or three words that have a line for themselves, as in a letter's head. */
  private static boolean standsAlone(Scan scan, NameRun run) {
    return run.parts() > 1
        && run.parts() < 5
        && scan.startsLine(run.from())
        && scan.endsLine(run.end() - 1)
        && scan.text.indexOf('\n') >= 0;
  }

  /** Where the next name of a list would begin, or -1. */
  private static int listed(Scan scan, int i) {
    String gap = scan.gap(i);
    if (gap.equals(", ")) {
      return scan.isOne(i + 1, "and", "or", "und", "oder") ? i + 2 : i + 1;
    }
    return gap.equals(" ") && scan.isOne(i + 1, "and", "or", "und", "oder") ? i + 2 : -1;
  }

  private static void add(Scan scan, int from, int to, double confidence, Candidates found) {
    int start = scan.start(from);
    int end = scan.end(to - 1);
    if (found.takes(IdentifierKind.PERSON, confidence)) {
      found.add(
          IdentifierKind.PERSON,
          start,
          end,
          Normalised.name(scan.text.substring(start, end)),
          confidence);
    }
  }
}
