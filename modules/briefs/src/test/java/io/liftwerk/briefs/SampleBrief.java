package io.liftwerk.briefs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liftwerk.workspace.Json;
import java.util.List;

/** A small document that has something in every field. */
public final class SampleBrief {
  private SampleBrief() {}

  public static BriefDocument german() {
    var norm =
        new Evidence(
            1,
            1,
            "own-1",
            "Set kaufen › Norm",
            "Neue Sets erfüllen die EN 958. Prüfe das Etikett & den Gurt.");
    var karabiner =
        new Evidence(
            2,
            1,
            "own-2",
            "Set kaufen › Karabiner",
            "große Öffnung: mindestens 21 Millimeter\nein Wirbel");
    var theirs =
        new Evidence(3, 2, "comp-1", "Sets › Norm", "Seit 2017 gilt die EN 958. Welche Norm gilt?");
    var quote = new Quote(3, "Seit 2017 gilt die EN 958.");
    var own = new Quote(1, "Neue Sets erfüllen die EN 958.");
    ObjectNode article = Json.mapper().createObjectNode();
    article.put("@context", "https://schema.org").put("@type", "Article");
    article.put("headline", "Klettersteigset kaufen");
    var brief =
        new Brief(
            "Klettersteigset kaufen",
            "de",
            new SearchIntent(
                "transactional",
                true,
                "1 of 1 competitors is a guide.",
                List.of(new SearchIntent.PageKind("guide", List.of(2)))),
            "Einsteiger",
            "Own figures with their sources.",
            new Snippet("Klettersteigset kaufen: worauf es ankommt", 41, 380, 580),
            new Snippet("Neue Sets erfüllen die EN 958.", 30, 200, 920),
            "klettersteigset-kaufen",
            new TextLength(100, 200, 300, 250),
            List.of(
                new OutlineSection(
                    "norm",
                    "Welche Norm muss ein Set erfüllen?",
                    2,
                    "Answers what 1 of 1 competitors answers.",
                    1,
                    List.of("EN 958"),
                    List.of("Welche Norm gilt?"),
                    List.of(1)),
                new OutlineSection(
                    "karabiner",
                    "Welche Karabiner sind gut?",
                    2,
                    "Says what no competitor says.",
                    0,
                    List.of(),
                    List.of(),
                    List.of(2))),
            List.of(new MustCover("EN 958", "standard", 1, 1, List.of(quote), true, List.of(own))),
            List.of(
                new Question(
                    "Welche Norm gilt?",
                    List.of(new Quote(3, "Welche Norm gilt?")),
                    true,
                    List.of(own))),
            List.of(
                new InternalLink(
                    "https://www.nordwand.example/p/set/",
                    "Set Kofel 30",
                    "Set Kofel 30",
                    .8,
                    "Its title shares the topic's words.")),
            List.of(
                new SourceRef(
                    1,
                    SourceRef.OWN,
                    "klettersteig-set-kaufen.html",
                    "Klettersteig-Set kaufen",
                    "https://www.nordwand.example/ratgeber/klettersteig-set-kaufen/",
                    "de",
                    "2026-07-31"),
                new SourceRef(
                    2,
                    SourceRef.COMPETITOR,
                    "felsenkind.html",
                    "Klettersteigset kaufen: 7 Tipps",
                    "https://www.felsenkind.example/klettersteigset-kaufen",
                    "de",
                    null)),
            List.of(norm, karabiner, theirs),
            List.of(new Fact("Neue Sets erfüllen die EN 958.", 1, List.of("EN 958"))),
            List.of(
                new FactToCheck(
                    "check-1",
                    "competitor-only",
                    "EN 958",
                    "Only competitors say it.",
                    List.of(quote))),
            List.of(
                new Alternate(
                    "de", "https://www.nordwand.example/ratgeber/klettersteig-set-kaufen/"),
                new Alternate("en", "https://www.nordwand.example/en/guides/choosing-a-set/")),
            List.of(new StructuredData("Article", article, null)),
            new Publication(
                "Nordwand Redaktion",
                "Nordwand",
                "https://www.nordwand.example",
                "https://www.nordwand.example/ratgeber/klettersteig-set-kaufen/",
                "2026-07-31"),
            List.of(new Note("intent-mixed", "Competitors answer it in different ways.")));
    var draft =
        new Draft(
            "Klettersteigset kaufen: worauf es ankommt",
            List.of(
                new DraftSection(
                    "norm",
                    "Welche Norm muss ein Set erfüllen?",
                    2,
                    List.of(
                        new DraftBlock(
                            DraftBlock.PARAGRAPH,
                            List.of(
                                new DraftSentence(
                                    "s-1",
                                    "Neue Sets erfüllen die EN 958.",
                                    List.of(1),
                                    DraftSentence.SOURCE,
                                    "check-1"),
                                new DraftSentence(
                                    "s-2",
                                    "Prüfe das Etikett & den Gurt.",
                                    List.of(1),
                                    DraftSentence.SOURCE,
                                    null))))),
                new DraftSection(
                    "karabiner",
                    "Welche Karabiner sind gut?",
                    2,
                    List.of(
                        new DraftBlock(
                            DraftBlock.LIST,
                            List.of(
                                new DraftSentence(
                                    "s-3",
                                    "große Öffnung: mindestens 21 Millimeter",
                                    List.of(2),
                                    DraftSentence.SOURCE,
                                    null),
                                new DraftSentence(
                                    "s-4",
                                    "ein Wirbel",
                                    List.of(2),
                                    DraftSentence.SOURCE,
                                    null)))))),
            List.of(
                new Draft.Unused(
                    new Quote(2, "ein Wirbel"), "Another sentence of the draft says it already.")));
    return new BriefDocument(
        "klettersteigset-kaufen-de",
        brief,
        draft,
        new Review(
            Review.PASS,
            List.of(
                new Review.Finding(
                    "style", "long-sentence", Review.PASS, "s-1", null, "22 words at most."))));
  }
}
