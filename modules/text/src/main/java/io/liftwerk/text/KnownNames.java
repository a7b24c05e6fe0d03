package io.liftwerk.text;

import io.liftwerk.text.lookup.Fold;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds names that are known beforehand, whole or in parts, in any case, also in the genitive. */
final class KnownNames implements Recogniser {
  static final KnownNames NONE = new KnownNames(new Part[0], true);

  /**
   * A part of a name, folded.
   *
   * @param capitalOnly whether it is found only with a capital, being a word of its own or short
   */
  private record Part(String folded, boolean capitalOnly) {}

  private final Part[] parts;

  /** Whether they are one person's, so that parts with a comma between them are one name. */
  private final boolean onePerson;

  private KnownNames(Part[] parts, boolean onePerson) {
    this.parts = parts;
    this.onePerson = onePerson;
  }

  /** The names that a text was found to hold: they are looked for with a capital only. */
  static KnownNames repeated(Collection<String> names) {
    List<Part> parts = new ArrayList<>(4);
    for (Part part : of(names).parts) {
      parts.add(new Part(part.folded(), true));
    }
    return new KnownNames(parts.toArray(new Part[0]), false);
  }

  static KnownNames of(Collection<@Nullable String> names) {
    List<Part> parts = new ArrayList<>(4);
    for (String name : names) {
      if (name != null) {
        addParts(name, parts);
      }
    }
    return parts.isEmpty() ? NONE : new KnownNames(parts.toArray(new Part[0]), true);
  }

  private static void addParts(String name, List<Part> parts) {
    int i = 0;
    while (i < name.length()) {
      int end = i;
      while (end < name.length() && Character.isLetter(name.charAt(end))) {
        end++;
      }
      if (end - i > 1) {
        addPart(name.substring(i, end), parts);
      }
      i = end + 1;
    }
  }

  private static void addPart(String word, List<Part> parts) {
    String folded = Fold.of(word);
    if (NameWords.isParticle(folded) || NameWords.isFormOfAddress(folded)) {
      return;
    }
    boolean capitalOnly = word.length() < 4 || NameWords.isCommonWord(folded);
    String spelt = Fold.spelt(word);
    String joined =
        spelt.replace("ae", "a").replace("oe", "o").replace("ue", "u").replace("ss", "s");
    for (String form : List.of(folded, spelt, joined)) {
      Part part = new Part(form, capitalOnly);
      if (!parts.contains(part)) {
        parts.add(part);
      }
    }
  }

  @Override
  public PersonalKind kind() {
    return PersonalKind.NAME;
  }

  @Override
  public void find(String text, Traits traits, Findings findings) {
    if (parts.length == 0 || traits.letters() < 2) {
      return;
    }
    int start = -1;
    int end = -1;
    int i = 0;
    while (i < text.length()) {
      if (!Character.isLetter(text.charAt(i))) {
        i++;
        continue;
      }
      int word = i;
      while (i < text.length() && Character.isLetter(text.charAt(i))) {
        i++;
      }
      if (!isKnown(text, word, i)) {
        continue;
      }
      if (start >= 0 && isJoint(text, end, word)) {
        end = i;
      } else {
        if (start >= 0) {
          findings.addName(start, end, onePerson ? 0.95 : 0.6);
        }
        start = word;
        end = i;
      }
    }
    if (start >= 0) {
      findings.addName(start, end, onePerson ? 0.95 : 0.6);
    }
  }

  private boolean isKnown(String text, int start, int end) {
    for (Part part : parts) {
      int length = part.folded().length();
      if (length > end - start || length + 2 < end - start) {
        continue;
      }
      if (part.capitalOnly() && !Character.isUpperCase(text.charAt(start))) {
        continue;
      }
      if (matches(part.folded(), text, start) && isEnding(text, start + length, end)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(String folded, String text, int start) {
    for (int i = 0; i < folded.length(); i++) {
      if (Fold.of(text.charAt(start + i)) != folded.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Nothing, or a genitive's or plural's ending: Bergers, Annas, Fritzens. */
  private static boolean isEnding(String text, int start, int end) {
    return switch (end - start) {
      case 0 -> true;
      case 1 -> Fold.of(text.charAt(start)) == 's';
      case 2 ->
          Fold.of(text.charAt(start + 1)) == 's' && "ena".indexOf(Fold.of(text.charAt(start))) >= 0;
      default -> false;
    };
  }

  /** Whether what stands between two known parts belongs to the name. */
  private boolean isJoint(String text, int from, int to) {
    if (to - from > 9) {
      return false;
    }
    String between = Fold.of(text.subSequence(from, to)).strip();
    if (between.isEmpty()) {
      return text.substring(from, to).indexOf('\n') < 0;
    }
    return between.equals("-")
        || (onePerson && between.equals(","))
        || NameWords.areParticles(between);
  }
}
