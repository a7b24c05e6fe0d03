package io.liftwerk.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.text.Normalised;
import io.liftwerk.text.PersonalKind;
import io.liftwerk.workspace.Identifier;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The short way ends where the long way ends. */
class PlainFormsTest {
  private static final String[] REGIONS = {"DE", "AT", "CH", "US"};

  @Test
  void telephoneNumbersOfAllShapes() {
    var random = new SplittableRandom(49);
    int taken = 0;
    for (int i = 0; i < 20_000; i++) {
      var number = new StringBuilder(random.nextInt(3) == 0 ? "0" : "+4" + random.nextInt(10));
      if (random.nextInt(8) == 0) {
        number.insert(0, '0');
      }
      int digits = 4 + random.nextInt(12);
      for (int j = 0; j < digits; j++) {
        number.append(random.nextInt(5) == 0 ? " " : "").append(random.nextInt(10));
      }
      String region = REGIONS[random.nextInt(REGIONS.length)];
      String plain = PlainForms.of(Identifier.PHONE, number.toString());
      if (plain != null) {
        taken++;
        assertEquals(
            Normalised.of(PersonalKind.PHONE, number.toString(), region),
            plain,
            number + " in " + region);
      }
    }
    assertTrue(taken > 1000, "the short way is the usual one: " + taken);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Anna", "BERGER", "Frau", "Herr", "Junior", "Mag", "Doktor", "van", "Prof", "jun"})
  void namesOfOneWord(String name) {
    String plain = PlainForms.of(Identifier.NAME, name);
    if (plain != null) {
      assertEquals(Normalised.of(PersonalKind.NAME, name, "DE"), plain);
    }
    assertEquals(
        Normalised.of(PersonalKind.NAME, name, "DE"),
        Pseudonymiser.normal(Identifier.NAME, name, "DE"));
  }
}
