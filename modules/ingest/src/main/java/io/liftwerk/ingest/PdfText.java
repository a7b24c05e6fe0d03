package io.liftwerk.ingest;

import io.liftwerk.ingest.Article.Heading;
import io.liftwerk.ingest.PdfLines.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Lines put together as paragraphs: a paragraph or heading a line, words that a line's end had cut
 * whole again. Lines that stand at the top or bottom of most pages, but for their numbers, belong
 * to the paper and not to the text.
 */
record PdfText(String text, List<Heading> headings) {
  /** Type that is so much larger than most of the text is a heading's. */
  private static final float LARGER = 1.15f;

  private static final int LONGEST_HEADING = 150;
  private static final int PAGES_TO_REPEAT = 3;

  static PdfText of(List<List<Line>> pages) {
    Set<String> repeated = repeated(pages);
    List<Line> lines = new ArrayList<>();
    for (List<Line> page : pages) {
      for (int i = 0; i < page.size(); i++) {
        boolean edge = i == 0 || i == page.size() - 1;
        if (!edge || !repeated.contains(masked(page.get(i)))) {
          lines.add(page.get(i));
        }
      }
    }
    float body = body(lines);
    List<Float> sizes = sizes(lines, body);
    var text = new StringBuilder();
    var headings = new ArrayList<Heading>();
    var paragraph = new StringBuilder();
    int above = 0;
    for (Line line : lines) {
      int level = level(line, body, sizes);
      if (line.begins() || level != above) {
        finish(paragraph, above, text, headings);
      }
      join(paragraph, line.text());
      above = level;
    }
    finish(paragraph, above, text, headings);
    return new PdfText(text.toString().strip(), headings);
  }

  private static Set<String> repeated(List<List<Line>> pages) {
    Map<String, Integer> counts = new HashMap<>();
    for (List<Line> page : pages) {
      Set<String> edges = new HashSet<>();
      if (!page.isEmpty()) {
        edges.add(masked(page.getFirst()));
        edges.add(masked(page.getLast()));
      }
      edges.forEach(edge -> counts.merge(edge, 1, Integer::sum));
    }
    var repeated = new HashSet<String>();
    counts.forEach(
        (edge, count) -> {
          if (count >= PAGES_TO_REPEAT && count * 2 > pages.size()) {
            repeated.add(edge);
          }
        });
    return repeated;
  }

  private static String masked(Line line) {
    return line.text().replaceAll("\\d+", "#");
  }

  /** The size in which most characters are set. */
  private static float body(List<Line> lines) {
    Map<Float, Integer> characters = new HashMap<>();
    lines.forEach(line -> characters.merge(rounded(line), line.text().length(), Integer::sum));
    return characters.entrySet().stream()
        .max(Map.Entry.<Float, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse(0f);
  }

  /** The sizes of headings, the largest first. */
  private static List<Float> sizes(List<Line> lines, float body) {
    var sizes = new TreeSet<Float>(Comparator.reverseOrder());
    lines.stream().filter(line -> isLarge(line, body)).forEach(line -> sizes.add(rounded(line)));
    return List.copyOf(sizes);
  }

  private static boolean isLarge(Line line, float body) {
    return rounded(line) >= body * LARGER
        && line.text().length() <= LONGEST_HEADING
        && line.text().chars().anyMatch(Character::isLetter);
  }

  private static float rounded(Line line) {
    return Math.round(line.size() * 2) / 2f;
  }

  /** 1 to 6 for a heading, 0 for any other line. */
  private static int level(Line line, float body, List<Float> sizes) {
    return isLarge(line, body) ? Math.min(6, sizes.indexOf(rounded(line)) + 1) : 0;
  }

  private static void join(StringBuilder paragraph, String line) {
    int end = paragraph.length() - 1;
    boolean cut =
        end > 0
            && paragraph.charAt(end) == '-'
            && Character.isLetter(paragraph.charAt(end - 1))
            && Character.isLowerCase(line.charAt(0));
    if (cut) {
      paragraph.setLength(end);
    } else if (!paragraph.isEmpty()) {
      paragraph.append(' ');
    }
    paragraph.append(line);
  }

  private static void finish(
      StringBuilder paragraph, int level, StringBuilder text, List<Heading> headings) {
    String whole = paragraph.toString().replaceAll("\\s+", " ").strip();
    paragraph.setLength(0);
    if (whole.isEmpty()) {
      return;
    }
    if (level > 0) {
      headings.add(new Heading(level, whole));
    }
    text.append(whole).append('\n');
  }
}
