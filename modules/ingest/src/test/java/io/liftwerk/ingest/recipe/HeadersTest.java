package io.liftwerk.ingest.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports are known by their headers, in each language and shape in which they come. */
class HeadersTest {
  record Known(String id, List<String> above, List<String> names) {
    Evidence evidence() {
      return new Evidence(Recipe.Format.TABLE, "Download (3).csv", names, above);
    }
  }

  static List<Known> known() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(HeadersTest.class.getResourceAsStream("/recipes/headers.txt"))) {
      var known = new ArrayList<Known>();
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String block : text.split("\\n\\s*\\n")) {
        List<String> lines =
            block.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).toList();
        if (!lines.isEmpty()) {
          List<String> above =
              lines.stream().filter(l -> l.startsWith("> ")).map(l -> l.substring(2)).toList();
          known.add(new Known(lines.getFirst(), above, columns(lines.getLast())));
        }
      }
      return known;
    }
  }

  private static List<String> columns(String line) {
    return Arrays.stream(line.split(";")).map(String::strip).toList();
  }

  private static Evidence bare(String names) {
    return new Evidence(Recipe.Format.TABLE, "Download (3).csv", columns(names), List.of());
  }

  @ParameterizedTest
  @MethodSource("known")
  void isRecognised(Known known) {
    Verdicts.only(known.evidence(), known.id(), known.above().isEmpty() ? 0.7 : 0.8);
  }

  /** What a user adds of their own does not hide what the file is. */
  @Test
  void columnsOfTheOwnerDoNotHideAnExport() throws IOException {
    for (Known known : known()) {
      if (known.id().equals("search-console-filters")) {
        continue;
      }
      var names = new ArrayList<>(known.names());
      for (int i = 0; i < known.names().size() / 3; i++) {
        names.add("Unser Feld " + i);
      }
      Verdicts.only(
          new Evidence(Recipe.Format.TABLE, "x.csv", names, known.above()), known.id(), 0.6);
    }
  }

  @Test
  void aContactListWithHundredsOfFieldsIsKnown() {
    var names =
        new ArrayList<>(
            List.of(
                "Record ID",
                "First Name",
                "Last Name",
                "Email",
                "Phone Number",
                "Mobile Phone Number",
                "Lead Status",
                "Lifecycle Stage",
                "Create Date",
                "Contact owner",
                "Country/Region",
                "City",
                "Postal Code",
                "Job Title",
                "Original Source",
                "Marketing contact status",
                "Unsubscribed from all email"));
    for (int i = 0; i < 1900; i++) {
      names.add("Custom property " + i);
    }
    Match match =
        Verdicts.only(
            new Evidence(Recipe.Format.TABLE, "all-contacts.csv", names, List.of()),
            "hubspot-contacts",
            0.7);
    assertTrue(match.because().contains("17 of the "), match.because());
  }

  /** Names that all platforms share leave open whose report it is. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Campaign; Clicks; Impressions; Cost",
        "Kampagne; Klicks; Impressionen; Kosten",
        "Keyword; Campaign; Ad group; Clicks; Impressions; Cost"
      })
  void aBareTableIsAQuestion(String names) {
    List<Match> open = Verdicts.open(RecipeBook.shipped().matches(bare(names)));
    Set<String> platforms =
        open.stream().map(match -> match.recipe().platform()).collect(Collectors.toSet());
    assertEquals(Set.of("google-ads", "microsoft-advertising"), platforms);
    assertEquals(2, open.size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Danish, Finnish, Czech
        "Kampagne; Valutakode; Omkostninger; Eksponeringer; Klik; CTR; Gns. CPC; Konverteringer",
        "Kampanja; Valuuttakoodi; Kulut; Näyttökerrat; Klikkaukset; Klikkausprosentti",
        "Vyhledávací dotaz; Kampaň; Reklamní sestava; Kliknutí; Zobrazení; Cena; Konverze",
        "Søgeord; Kampagne; Klik; Eksponeringer; CTR; Position",
        // tables of all kinds
        "id; name; value",
        "Name; Status; Date",
        "Name; Email; Message",
        "Country; Clicks; Impressions; Spend",
        "Filter; Value; Count",
        "title; link; description; pubDate",
        "loc; lastmod; changefreq; priority",
        "date; type; user_id; amount"
      })
  void isNothingKnown(String names) {
    Verdicts.noneSpecial(bare(names));
    assertTrue(
        Verdicts.open(RecipeBook.shipped().matches(bare(names))).isEmpty(),
        () -> RecipeBook.shipped().matches(bare(names)).toString());
  }

  @Test
  void theCurrencyIsReadFromTheHeader() {
    Match match =
        RecipeBook.shipped()
            .matches(bare("Kampagnenname; Tag; Ausgegebener Betrag (CHF); Impressionen"))
            .getFirst();
    RecipeColumn cost = Objects.requireNonNull(match.recipe().columns().get("cost"));
    assertEquals("chf", cost.within(match.columns().getOrDefault("cost", "")));
  }
}
