package io.liftwerk.briefs;

import io.liftwerk.briefs.reading.Lexicon;
import io.liftwerk.briefs.reading.Lexicon.Group;
import java.util.List;
import java.util.Set;

/**
 * The kind of a page: what stands in its title counts most, then headings, then how its text is
 * made. Prices of several articles make a shop, replies a forum.
 */
final class PageKinds {
  static final String GUIDE = "guide";
  static final String TEST = "test";
  static final String SHOP = "shop";
  static final String FORUM = "forum";
  static final String OTHER = "other";

  private static final double TITLE = 2;
  private static final double HEADING = 1;
  private static final int PRICES = 3;

  private PageKinds() {}

  static String of(ReadDocument page, Lexicon lexicon) {
    List<Group> groups = List.of(Group.FORUM, Group.SHOP, Group.TEST, Group.GUIDE);
    List<String> kinds = List.of(FORUM, SHOP, TEST, GUIDE);
    String best = OTHER;
    double most = 1;
    for (int i = 0; i < groups.size(); i++) {
      double score = score(page, groups.get(i), lexicon);
      if (score > most) {
        most = score;
        best = kinds.get(i);
      }
    }
    return best;
  }

  private static double score(ReadDocument page, Group group, Lexicon lexicon) {
    double score = TITLE * count(page.titleStems(), group, lexicon);
    int questions = 0;
    for (ReadSection section : page.sections()) {
      score += HEADING * Math.min(1, count(section.stems(), group, lexicon));
      questions += section.heading().endsWith("?") ? 1 : 0;
    }
    String schema = String.valueOf(page.document().schemaOrg());
    long prices =
        page.sentences()
            .filter(one -> one.sentence().fragment())
            .filter(one -> one.values().stream().anyMatch(v -> v.unit().matches("[A-Z]{3}")))
            .count();
    return score
        + switch (group) {
          case FORUM ->
              schema.contains("DiscussionForumPosting") || schema.contains("QAPage") ? 4 : 0;
          case SHOP ->
              (schema.contains("\"Product\"") || schema.contains("ItemList") ? 2 : 0)
                  + (prices >= PRICES ? 3 : 0)
                  + (page.isProduct() ? 4 : 0);
          case GUIDE ->
              (schema.contains("HowTo") ? 2 : 0)
                  + (numbered(page) >= PRICES ? 2 : 0)
                  + .5 * questions;
          default -> 0;
        };
  }

  private static long count(Set<String> stems, Group group, Lexicon lexicon) {
    return stems.stream().filter(stem -> lexicon.is(group, stem)).count();
  }

  /** Sections whose heading begins with a number. */
  static long numbered(ReadDocument page) {
    return page.sections().stream()
        .filter(section -> section.heading().matches("^\\d+[.)].*"))
        .count();
  }
}
