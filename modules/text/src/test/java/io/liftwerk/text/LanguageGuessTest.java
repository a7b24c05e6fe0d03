package io.liftwerk.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LanguageGuessTest {
  private static final String GERMAN =
      """
      wanderschuhe damen wasserdicht
      klettersteigset leihen
      was kostet eine wärmepumpe
      zahnzusatzversicherung vergleich
      steuerberater köln
      hundefutter getreidefrei
      bürostuhl ergonomisch
      gartenmöbel günstig
      lohnabrechnung outsourcen
      kündigungsfrist mietvertrag
      schlüsseldienst notruf
      ferienwohnung ostsee mit hund
      fahrradschloss
      kinderwagen gebraucht
      rechtsanwalt arbeitsrecht
      nagelstudio in der nähe
      heizungsbauer
      dachdecker preise
      umzugsunternehmen berlin
      brautkleider
      werkzeugkoffer bestückt
      gewinnspiel teilnehmen
      stromanbieter wechseln
      augenlasern kosten
      sonnenschutz für fenster
      trinkflasche edelstahl
      """;
  private static final String ENGLISH =
      """
      waterproof hiking boots
      best running shoes for flat feet
      how to fix a leaking tap
      cheap flights to london
      dental implants cost
      accounting software small business
      wedding photographer near me
      car insurance quotes
      what is content marketing
      noise cancelling headphones
      email marketing tool
      keyword research
      outdoor furniture
      standing desk
      office cleaning services
      electric toothbrush
      mortgage calculator
      tax accountant
      dog training
      camping stove lightweight
      divorce lawyer
      project management
      solar panel installation
      kitchen knives
      women's winter coat
      """;
  private static final String OTHER =
      """
      альпинистские ботинки
      登山靴
      أحذية المشي
      등산화 추천
      scarpe da montagna
      chaussures de randonnée
      zapatillas de montaña para mujer
      buty trekkingowe męskie
      """;

  private static List<String> wrong(String terms, Language language) {
    List<String> wrong = new ArrayList<>();
    for (String term : terms.strip().split("\n")) {
      LanguageGuess guess = LanguageGuess.of(term);
      if (guess.language() != language) {
        wrong.add(term + " " + guess);
      }
    }
    return wrong;
  }

  /** Mostly words that no list has, so that the habits of letters decide. */
  @Test
  void shortTermsAreKnown() {
    assertTrue(
        wrong(GERMAN, Language.GERMAN).size() <= 1, () -> "" + wrong(GERMAN, Language.GERMAN));
    assertTrue(
        wrong(ENGLISH, Language.ENGLISH).size() <= 1, () -> "" + wrong(ENGLISH, Language.ENGLISH));
    assertEquals(List.of(), wrong(OTHER, Language.OTHER));
  }

  @Test
  void whatHasNoWordsIsOpen() {
    assertEquals(new LanguageGuess(Language.OTHER, 0), LanguageGuess.of("42 🏔️"));
    assertEquals(new LanguageGuess(Language.OTHER, 0), LanguageGuess.of(""));
  }

  @Test
  void moreEvidenceMakesSurer() {
    double one = LanguageGuess.of("schuhe").certainty();
    double more = LanguageGuess.of("schuhe für den garten").certainty();
    assertTrue(one > .5 && more > one && more <= 1, one + " " + more);
  }
}
