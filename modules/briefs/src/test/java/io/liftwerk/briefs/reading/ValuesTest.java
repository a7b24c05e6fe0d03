package io.liftwerk.briefs.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.liftwerk.text.Language;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Neue Sets erfüllen die EN 958:2017 und UIAA 128. | GERMAN | EN 958; UIAA 128
          Der Dämpfer arbeitet von 40 bis 120 Kilogramm.   | GERMAN | 40000–120000 g
          Gute Sets kosten zwischen 90 und 160 Euro.       | GERMAN | 90–160 EUR
          Wassersäule ab 1.300 Millimetern                 | GERMAN | 1300 mm
          Er kostet 52,95 Euro.                            | GERMAN | 52.95 EUR
          höchstens zehn Jahre ab Herstellung              | GERMAN | 120 month
          an opening of at least 21 millimetres            | ENGLISH | 21 mm
          It costs $1,299.50 or 52.95 euros.               | ENGLISH | 1299.5 USD; 52.95 EUR
          Im Jahr 2017 und auf Seite 3 steht nichts.       | GERMAN | ''
          """)
  void findsFiguresAndStandards(String sentence, Language language, String keys) {
    List<String> found = Values.of(sentence, language).stream().map(Value::key).toList();
    assertEquals(keys == null ? "" : keys, String.join("; ", found));
  }
}
