package io.liftwerk.guardrails.plain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** One line of a {@link PhraseBook}. */
final class Phrase {

  /** What may come next. */
  private enum Demand {
    WORD,
    OPTIONAL,
    NOT
  }

  /**
   * @param gap how many words may come before it
   * @param over whether the end of a sentence may come before it
   */
  private record Part(Demand demand, int number, int gap, boolean over) {}

  private final String kind;
  private final boolean begins;
  private final List<Part> parts;
  private final BitSet unless;

  private Phrase(String kind, boolean begins, List<Part> parts, BitSet unless) {
    this.kind = kind;
    this.begins = begins;
    this.parts = parts;
    this.unless = unless;
  }

  static Phrase of(String kind, String text, Lexicon lexicon) {
    var parts = new ArrayList<Part>();
    var unless = new BitSet();
    boolean begins = false;
    boolean over = false;
    boolean excluded = false;
    int gap = 0;
    // a hyphen parts words in a text, so it does here
    for (String word : text.strip().replaceAll("(?<=\\p{L}|\\d)-(?=\\p{L})", " ").split("\\s+")) {
      if (word.equals("unless")) {
        excluded = true;
      } else if (excluded) {
        unless.set(number(word, lexicon));
      } else if (word.equals("^")) {
        begins = true;
      } else if (word.equals("|")) {
        over = true;
      } else if (word.startsWith("~")) {
        gap = Integer.parseInt(word.substring(1));
      } else {
        Demand demand =
            switch (word.charAt(0)) {
              case '?' -> Demand.OPTIONAL;
              case '!' -> Demand.NOT;
              default -> Demand.WORD;
            };
        String name = demand == Demand.WORD ? word : word.substring(1);
        parts.add(new Part(demand, number(name, lexicon), gap, over));
        gap = demand == Demand.NOT ? gap : 0;
        over = demand == Demand.NOT && over;
      }
    }
    if (parts.isEmpty() || parts.getFirst().demand() != Demand.WORD) {
      throw new IllegalArgumentException("a phrase begins with a word: " + text);
    }
    return new Phrase(kind, begins, parts, unless);
  }

  /** Capitals are a class; what is not is a word of its own. */
  private static int number(String name, Lexicon lexicon) {
    if (name.chars().anyMatch(Character::isUpperCase)) {
      if (!lexicon.has(name)) {
        throw new IllegalArgumentException("no such class before this line: " + name);
      }
      return lexicon.number(name);
    }
    int number = lexicon.number(name);
    lexicon.add(name, number);
    return number;
  }

  String kind() {
    return kind;
  }

  int[] firsts() {
    return new int[] {parts.getFirst().number()};
  }

  /** The last word of the phrase that begins with word {@code first}; -1 for none. */
  int match(Words words, int first) {
    if (begins && !words.beginsSentence(first)) {
      return -1;
    }
    int last = match(words, first, 1);
    if (last >= 0 && !unless.isEmpty() && words.sentenceHas(first, unless)) {
      return -1;
    }
    return last;
  }

  private int match(Words words, int at, int part) {
    if (part == parts.size()) {
      return at;
    }
    Part next = parts.get(part);
    switch (next.demand()) {
      case NOT -> {
        boolean there =
            at + 1 < words.count()
                && !words.beginsSentence(at + 1)
                && words.classes(at + 1).get(next.number());
        return there ? -1 : match(words, at, part + 1);
      }
      case OPTIONAL -> {
        boolean there =
            at + 1 < words.count()
                && !words.beginsSentence(at + 1)
                && words.classes(at + 1).get(next.number());
        int with = there ? match(words, at + 1, part + 1) : -1;
        return with >= 0 ? with : match(words, at, part + 1);
      }
      case WORD -> {
        for (int i = at + 1; i <= at + 1 + next.gap() && i < words.count(); i++) {
          if (!next.over() && words.beginsSentence(i)) {
            return -1;
          }
          if (words.classes(i).get(next.number())) {
            int last = match(words, i, part + 1);
            if (last >= 0) {
              return last;
            }
          }
        }
        return -1;
      }
    }
    return -1;
  }
}
