package io.liftwerk.knowledge.passage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.knowledge.passage.PassageCutter.Cut;
import io.liftwerk.text.Language;
import io.liftwerk.text.Words;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PassageCutterTest {
  private static final String ABOUT_BOOTS =
      "Boots need a firm sole. A sole that bends tires the foot. Leather boots dry slowly. "
          + "Wax keeps the leather of boots soft. Lace the boots before a descent. ";

  private static final String ABOUT_TENTS =
      "A tent stands on level ground. Guy lines hold the tent in wind. The tent dries before it is "
          + "packed. Poles of a tent break at the joints. Sand ruins the zip of a tent. ";

  private static List<Cut> cut(String text, Sections.Title... titles) {
    return new PassageCutter(Language.ENGLISH).cut(text, List.of(titles));
  }

  private static int words(Cut cut) {
    return Words.of(cut.text()).size();
  }

  @Test
  void passagesBeginAtHeadings() {
    List<Cut> cuts =
        cut(
            "Guide\nIntro text.\nFit\nAbout fit.\nSole\nAbout soles.\nCare\nAbout care.",
            new Sections.Title(1, "Guide"),
            new Sections.Title(2, "Fit"),
            new Sections.Title(3, "Sole"),
            new Sections.Title(2, "Care"));

    assertEquals(
        List.of(
            new Cut(List.of("Guide"), "Intro text."),
            new Cut(List.of("Guide", "Fit"), "About fit."),
            new Cut(List.of("Guide", "Fit", "Sole"), "About soles."),
            new Cut(List.of("Guide", "Care"), "About care.")),
        cuts);
  }

  @Test
  void aTableOfContentsIsNoHeading() {
    List<Cut> cuts =
        cut(
            "Guide\nFit\nCare\nFit\nAbout fit.\nCare\nAbout care.",
            new Sections.Title(1, "Guide"),
            new Sections.Title(2, "Fit"),
            new Sections.Title(2, "Care"));

    assertEquals(new Cut(List.of("Guide"), "Fit\nCare"), cuts.getFirst());
    assertEquals(new Cut(List.of("Guide", "Care"), "About care."), cuts.getLast());
  }

  @Test
  void aHeadingThatIsNoLineHidesNoOther() {
    List<Cut> cuts =
        cut("Fit\nAbout fit.", new Sections.Title(2, "Fit"), new Sections.Title(2, "Elsewhere"));

    assertEquals(List.of(new Cut(List.of("Fit"), "About fit.")), cuts);
  }

  @Test
  void aLongSectionIsCutWhereItsWordsChange() {
    String text = ABOUT_BOOTS + ABOUT_BOOTS + ABOUT_TENTS + ABOUT_TENTS;
    List<Cut> cuts = cut(text);

    assertEquals(2, cuts.size());
    assertTrue(!cuts.get(0).text().contains("tent"), cuts.get(0).text());
    assertTrue(!cuts.get(1).text().toLowerCase().contains("boot"), cuts.get(1).text());
  }

  @Test
  void noSentenceIsCutAndNothingIsLost() {
    String text = (ABOUT_BOOTS + ABOUT_TENTS).repeat(9).strip();
    List<Cut> cuts = cut(text);

    assertEquals(text, cuts.stream().map(Cut::text).collect(Collectors.joining(" ")));
    for (Cut cut : cuts) {
      assertTrue(cut.text().endsWith("."), cut.text());
      assertTrue(words(cut) <= PassageCutter.LONGEST, words(cut) + " words");
    }
    double mean = cuts.stream().mapToInt(PassageCutterTest::words).average().orElse(0);
    assertEquals(PassageCutter.TARGET, mean, 25);
  }

  @Test
  void aSentenceWithoutEndStaysWhole() {
    String endless = "word ".repeat(400).strip();
    assertEquals(List.of(new Cut(List.of(), endless)), cut(endless));
    assertEquals(List.of(), cut(" \n\n "));
  }
}
