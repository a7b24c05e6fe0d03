package io.liftwerk.knowledge.passage;

import java.util.ArrayList;
import java.util.List;

/**
 * The sections of a text: what stands under each heading.
 *
 * <p>Text and headings come apart: each heading is a line of the text, but so may be the entry of a
 * table of contents above. Headings are therefore matched from the end, each with the last line
 * that says the same.
 */
public final class Sections {

  /**
   * A heading of the text.
   *
   * @param level 1 to 6
   */
  public record Title(int level, String text) {}

  /**
   * Lines under one heading.
   *
   * @param path headings above, the outermost first
   * @param lines at least one, none of them blank
   */
  public record Section(List<String> path, List<String> lines) {}

  private Sections() {}

  /**
   * @param text one block a line
   * @param titles in the order of the text; one that is no line of it is left out
   */
  public static List<Section> of(String text, List<Title> titles) {
    List<String> lines = text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    int[] titleOf = match(lines, titles);
    var sections = new ArrayList<Section>();
    var above = new ArrayList<Title>();
    List<String> under = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (titleOf[i] < 0) {
        under.add(lines.get(i));
        continue;
      }
      add(sections, above, under);
      under = new ArrayList<>();
      Title title = titles.get(titleOf[i]);
      above.removeIf(other -> other.level() >= title.level());
      above.add(title);
    }
    add(sections, above, under);
    return sections;
  }

  private static void add(List<Section> sections, List<Title> above, List<String> under) {
    if (!under.isEmpty()) {
      sections.add(new Section(above.stream().map(Title::text).toList(), under));
    }
  }

  private static int[] match(List<String> lines, List<Title> titles) {
    int[] titleOf = new int[lines.size()];
    int title = titles.size() - 1;
    List<String> plain = lines.stream().map(Sections::plain).toList();
    for (int i = lines.size() - 1; i >= 0; i--) {
      titleOf[i] = -1;
      int found = title;
      // a heading that is no line of its own must not keep those above it from being found
      while (found >= 0 && !plain(titles.get(found).text()).equals(plain.get(i))) {
        found--;
      }
      if (found >= 0 && found >= title - 2) {
        titleOf[i] = found;
        title = found - 1;
      }
    }
    return titleOf;
  }

  private static String plain(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
