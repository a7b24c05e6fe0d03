package io.liftwerk.knowledge.passage;

import io.liftwerk.text.Language;
import io.liftwerk.text.SentenceSplitter;
import io.liftwerk.text.Stems;
import io.liftwerk.text.StopWords;
import io.liftwerk.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts a document into passages: at every heading, and within a long section where its words
 * change. A sentence is never cut.
 *
 * <p>Where words change is measured as Hearst does (TextTiling, Computational Linguistics 23(1),
 * 1997): the cosine between the stems of the sentences before and behind a gap. Of all ways to cut
 * a section the one with the lowest cost is taken, which adds up, for each passage, how far its
 * length is from {@link #TARGET} and, for each cut, the cosine across it, with something on top
 * where no block ends. Stems, and not vectors, because embedding every sentence would double what
 * indexing costs.
 */
public final class PassageCutter {
  /** Words that a passage should have: about 100 pieces of an embedder's tokenizer. */
  static final int TARGET = 75;

  /** Sections up to here stay whole. */
  static final int WHOLE = 110;

  /** Words of the longest passage of more than one sentence. */
  static final int LONGEST = 150;

  /** Sentences on each side of a gap that are compared. */
  private static final int AROUND = 3;

  private static final double WEIGHT_OF_COHESION = 1.0;
  private static final double WITHIN_BLOCK = 0.15;

  private final SentenceSplitter sentences;
  private final StopWords stopWords;
  private final Stems stems;

  public PassageCutter(Language language) {
    this.sentences = SentenceSplitter.of(language);
    this.stopWords = StopWords.of(language);
    this.stems = Stems.of(language);
  }

  /**
   * A passage.
   *
   * @param section headings above, the outermost first
   * @param text one block a line
   */
  public record Cut(List<String> section, String text) {}

  /** A sentence, and whether its block ends with it. */
  private record Unit(String text, boolean last, int words, Map<String, Integer> stems) {}

  /** The passages of {@code text}, see {@link Sections#of}. */
  public List<Cut> cut(String text, List<Sections.Title> titles) {
    var cuts = new ArrayList<Cut>();
    for (Sections.Section section : Sections.of(text, titles)) {
      List<Unit> units = units(section.lines());
      int from = 0;
      for (int to : ends(units)) {
        cuts.add(new Cut(section.path(), text(units.subList(from, to))));
        from = to;
      }
    }
    return cuts;
  }

  private List<Unit> units(List<String> lines) {
    var units = new ArrayList<Unit>();
    for (String line : lines) {
      List<SentenceSplitter.Sentence> here = sentences.split(line);
      for (int i = 0; i < here.size(); i++) {
        units.add(unit(here.get(i).text(), i == here.size() - 1));
      }
    }
    return units;
  }

  private Unit unit(String text, boolean last) {
    var counts = new HashMap<String, Integer>();
    List<Words.Word> words = Words.of(text);
    for (Words.Word word : words) {
      if (!stopWords.contains(word.folded())) {
        counts.merge(stems.stem(word.folded()), 1, Integer::sum);
      }
    }
    return new Unit(text, last, words.size(), counts);
  }

  /** Behind which units passages end, the last one included. */
  private static List<Integer> ends(List<Unit> units) {
    int count = units.size();
    int all = units.stream().mapToInt(Unit::words).sum();
    if (all <= WHOLE || count == 1) {
      return List.of(count);
    }
    double[] cost = new double[count + 1];
    int[] before = new int[count + 1];
    Arrays.fill(cost, Double.POSITIVE_INFINITY);
    cost[0] = 0;
    for (int from = 0; from < count; from++) {
      double start = cost[from] + (from == 0 ? 0 : gap(units, from));
      int words = 0;
      for (int to = from + 1; to <= count; to++) {
        words += units.get(to - 1).words();
        if (words > LONGEST && to > from + 1) {
          break;
        }
        double off = (words - TARGET) / (double) TARGET;
        double here = start + off * off;
        if (here < cost[to]) {
          cost[to] = here;
          before[to] = from;
        }
      }
    }
    var ends = new ArrayList<Integer>();
    for (int end = count; end > 0; end = before[end]) {
      ends.addFirst(end);
    }
    return ends;
  }

  /** What a cut before unit {@code at} costs. */
  private static double gap(List<Unit> units, int at) {
    Map<String, Integer> left = sum(units.subList(Math.max(0, at - AROUND), at));
    Map<String, Integer> right = sum(units.subList(at, Math.min(units.size(), at + AROUND)));
    double within = units.get(at - 1).last() ? 0 : WITHIN_BLOCK;
    return WEIGHT_OF_COHESION * cosine(left, right) + within;
  }

  private static Map<String, Integer> sum(List<Unit> units) {
    var sum = new HashMap<String, Integer>();
    for (Unit unit : units) {
      unit.stems().forEach((stem, count) -> sum.merge(stem, count, Integer::sum));
    }
    return sum;
  }

  private static double cosine(Map<String, Integer> left, Map<String, Integer> right) {
    double dot = 0;
    for (Map.Entry<String, Integer> one : left.entrySet()) {
      dot += (double) one.getValue() * right.getOrDefault(one.getKey(), 0);
    }
    return dot == 0 ? 0 : dot / Math.sqrt(squares(left) * squares(right));
  }

  private static double squares(Map<String, Integer> counts) {
    double sum = 0;
    for (int count : counts.values()) {
      sum += (double) count * count;
    }
    return sum;
  }

  private static String text(List<Unit> units) {
    var text = new StringBuilder();
    for (int i = 0; i < units.size(); i++) {
      text.append(units.get(i).text());
      if (i < units.size() - 1) {
        text.append(units.get(i).last() ? '\n' : ' ');
      }
    }
    return text.toString();
  }
}
