package io.liftwerk.briefs.cms;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A post whose words try to be markup in every form that it is written in. */
final class SamplePost {
  static final String TRAPS =
      "2025. <b>*fett*</b> _k_ [gallery] [x](y) `c` {{ site.x }} {% raw %} & &amp; ]]> # \"q\" 'a'"
          + " \\ ~ | $x$ 🧗 ü";

  private SamplePost() {}

  static CmsPost post() {
    return post(Instant.parse("2026-07-31T08:15:30.5Z"));
  }

  static CmsPost post(@Nullable Instant date) {
    return new CmsPost(
        "klettersteigset-kaufen-de",
        "Klettersteigset: \"ja\" & <nein> — was zählt? 🧗",
        "klettersteigset-kaufen",
        "de",
        List.of(
            new Block.Paragraph(
                List.of(
                    new Span.Text("Neue Sets erfüllen die "),
                    new Span.Strong("EN 958"),
                    new Span.Text("."),
                    new Span.Citation(1),
                    new Span.Text(" Mehr im "),
                    new Span.Link("Ratgeber [neu]", "/ratgeber/?a=1&b=(2)"),
                    new Span.Text("."))),
            new Block.Heading(2, "# Fallen ] & <h2>"),
            new Block.Paragraph(List.of(new Span.Text(TRAPS), new Span.Citation(2))),
            new Block.Heading(3, "1. Schritte"),
            new Block.Listing(
                true,
                List.of(
                    List.of(new Span.Text("Anlegen."), new Span.Citation(1)),
                    List.of(new Span.Text("- Prüfen."), new Span.Citation(2)))),
            new Block.Listing(false, List.of(List.of(new Span.Text("+ ein Wirbel"))))),
        List.of(
            new Source(
                "Klettersteig-Set [kaufen]",
                "https://www.nordwand.example/set/?a='1'&b=2",
                "Set › Norm"),
            new Source("Prüfbericht 12*", null, "")),
        "Worauf es ankommt: \"EN 958\" & mehr.",
        "no: yes # ~",
        "Nordwand Redaktion",
        date,
        List.of("Ratgeber & Tests", "Klettern"),
        List.of("EN 958", "Größe"),
        Map.of(
            "de",
            "https://www.nordwand.example/set/",
            "en-GB",
            "https://www.nordwand.example/en/set/"),
        List.of(
            new SchemaOrg.FaqPage(
                    List.of(new SchemaOrg.Question("Welche </script> Norm?", "Die EN 958 & <b>.")))
                .node()),
        Map.of("kampagne", "Herbst \\ 2026"));
  }
}
