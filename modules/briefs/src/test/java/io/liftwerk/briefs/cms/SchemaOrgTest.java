package io.liftwerk.briefs.cms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.workspace.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaOrgTest {

  @Test
  void anArticleSaysWhatIsKnownAndNoMore() {
    var article =
        new SchemaOrg.Article(
            "Sets kaufen",
            "",
            "de",
            new SchemaOrg.Author("Redaktion", "", true),
            null,
            Instant.parse("2026-07-31T00:00:00Z"),
            null,
            List.of(),
            "https://a.example/");
    assertEquals(
        "{\"@context\":\"https://schema.org\",\"@type\":\"Article\",\"headline\":\"Sets kaufen\","
            + "\"inLanguage\":\"de\",\"author\":{\"@type\":\"Organization\",\"name\":\"Redaktion\"},"
            + "\"datePublished\":\"2026-07-31T00:00:00Z\",\"mainEntityOfPage\":\"https://a.example/\"}",
        Json.write(article.node()));
    assertEquals(
        List.of("Article markup lacks image, dateModified, which Google recommends."),
        SchemaOrg.notes(article.node()));
  }

  @Test
  void aProductNeedsAnOfferARatingOrAReview() {
    var bare = new SchemaOrg.Product("Set", "", "Kofel", null, null, List.of(), null);
    assertTrue(
        SchemaOrg.notes(bare.node()).get(0).contains("one of review, aggregateRating, offers"));
    var sold =
        new SchemaOrg.Product(
            "Set",
            "Ein Set",
            "Kofel",
            "K-30",
            "4006381333931",
            List.of("https://a.example/k.jpg"),
            new SchemaOrg.Offer(
                new BigDecimal("89.90"), "EUR", "InStock", LocalDate.of(2026, 12, 31), null));
    assertEquals(List.of(), SchemaOrg.notes(sold.node()));
    assertEquals("89.90", sold.node().path("offers").path("price").asText());
    assertEquals(
        "https://schema.org/InStock", sold.node().path("offers").path("availability").asText());
  }

  @Test
  void whatGoogleNoLongerShowsIsSaid() {
    var faq = new SchemaOrg.FaqPage(List.of(new SchemaOrg.Question("Was?", "Das.")));
    assertEquals(
        List.of(
            "Google shows no FAQ results any more (since May 2026): FAQPage markup only tells what"
                + " the page means."),
        SchemaOrg.notes(faq.node()));
    var steps = new SchemaOrg.HowTo("Anlegen", "", List.of());
    assertEquals(
        List.of(
            "Google shows no how-to results any more (since 2023): HowTo markup only tells what"
                + " the page means.",
            "HowTo markup lacks step, without which it says nothing."),
        SchemaOrg.notes(steps.node()));
  }

  @Test
  void stepsOfAWayAreCounted() {
    var way =
        new SchemaOrg.Breadcrumbs(
            List.of(
                new SchemaOrg.Crumb("Start", "https://a.example/"),
                new SchemaOrg.Crumb("Sets", null)));
    assertEquals(2, way.node().path("itemListElement").get(1).path("position").asInt());
    assertFalse(way.node().path("itemListElement").get(1).has("item"));
    assertEquals(List.of(), SchemaOrg.notes(way.node()));
    var firm = new SchemaOrg.Organization("Nordwand", "https://a.example/", null, List.of());
    assertEquals(
        List.of("Organization markup lacks logo, which Google recommends."),
        SchemaOrg.notes(firm.node()));
  }

  @Test
  void noWordEndsTheScript() throws Exception {
    var faq =
        new SchemaOrg.FaqPage(
            List.of(new SchemaOrg.Question("</script><!-- <script> & \u2028", "x")));
    String text = JsonLd.text(faq.node());
    assertFalse(text.matches("(?s).*[<>&\u2028].*"), text);
    assertEquals(faq.node(), Json.mapper().readTree(text));
  }
}
