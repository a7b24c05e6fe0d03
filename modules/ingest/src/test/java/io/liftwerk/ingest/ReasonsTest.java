package io.liftwerk.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.liftwerk.workspace.Sentences;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reason says, whole, in both languages: pieces of it are sentences of their own. */
class ReasonsTest {
  @TempDir Path folder;
  private Bench bench;

  @BeforeEach
  void open() {
    bench = new Bench(folder);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private void assertReason(String english, String german, String header, String... values) {
    String reason = bench.column(header, values).reason();
    assertEquals(english, reason);
    assertEquals(german, Sentences.in(Locale.GERMANY, reason));
  }

  @Test
  void maskedValues() {
    assertReason(
        "Whole numbers: all 2 values fit, 1 masked value (<5) read as missing.",
        "Ganze Zahlen: alle 2 Werte passen, 1 verdeckter Wert (<5) gilt als fehlend.",
        "x",
        "12",
        "<5",
        "7");
    assertReason(
        "Decimal point: '0.5' in line 2; all 3 values fit, '--' counts as missing, 2 masked values"
            + " (< 1, <5) read as missing.",
        "Dezimalpunkt: „0.5“ in Zeile 2; alle 3 Werte passen, „--“ gilt als fehlend, 2 verdeckte"
            + " Werte (< 1, <5) gelten als fehlend.",
        "x",
        "0.5",
        "<5",
        "--",
        "< 1",
        "2.25");
    assertReason(
        "Text: there is no number among the masked values.",
        "Text: Unter den verdeckten Werten ist keine Zahl.",
        "x",
        "<5");
  }

  @Test
  void bookkeeping() {
    assertReason(
        "Decimal point with '$', in brackets below zero: '$7.50' in line 2; all 2 values fit.",
        "Dezimalpunkt mit „$“, unter null in Klammern: „$7.50“ in Zeile 2; alle 2 Werte passen.",
        "x",
        "$7.50",
        "($1.25)");
    assertReason(
        "Decimal comma, with the minus behind: '7,50' in line 2; all 2 values fit.",
        "Dezimalkomma, mit nachgestelltem Minus: „7,50“ in Zeile 2; alle 2 Werte passen.",
        "x",
        "7,50",
        "1,25-");
    assertReason(
        "Text: every value is written like '(212)', so nothing tells that it is a number below"
            + " zero.",
        "Text: Jeder Wert ist wie „(212)“ geschrieben, deshalb zeigt nichts, dass es eine Zahl"
            + " unter null ist.",
        "x",
        "(212)",
        "(646)");
    assertReason(
        "Text: values such as '1.' end in a sign as ordinals do, and none has a digit behind it.",
        "Text: Werte wie „1.“ enden auf ein Zeichen wie Ordnungszahlen, und keiner hat eine Ziffer"
            + " dahinter.",
        "x",
        "1.",
        "2.");
  }

  @Test
  void questions() {
    assertReason(
        "Text, because it is ambiguous: every value, such as '01/02/2025', can be read as"
            + " dd/MM/yyyy and as MM/dd/yyyy. Please choose one.",
        "Text, weil es mehrdeutig ist: Jeder Wert, etwa „01/02/2025“, lässt sich als dd/MM/yyyy und"
            + " als MM/dd/yyyy lesen. Bitte wählen Sie.",
        "d",
        "01/02/2025");
    assertReason(
        "Text, because it is ambiguous: in values such as '1,234' and '5.678' either sign may be"
            + " the decimal one. Please choose one.",
        "Text, weil es mehrdeutig ist: In Werten wie „1,234“ und „5.678“ kann jedes der beiden"
            + " Zeichen das Dezimalzeichen sein. Bitte wählen Sie.",
        "x",
        "1,234",
        "5.678");
  }

  @Test
  void moments() {
    assertReason(
        "Moments written in two ways, yyyy-MM-dd HH:mm:ss and MM/dd/yyyy h:mm:ss a: '3/15/2024 2:30"
            + " PM' in line 3; all 2 values fit.",
        "Zeitpunkte in zwei Formen, yyyy-MM-dd HH:mm:ss und MM/dd/yyyy h:mm:ss a: „3/15/2024 2:30"
            + " PM“ in Zeile 3; alle 2 Werte passen.",
        "d",
        "2024-03-12 09:14",
        "3/15/2024 2:30 PM");
    assertReason(
        "Milliseconds since 1970, as the column's name says; the one value fits.",
        "Millisekunden seit 1970, wie der Name der Spalte sagt; der eine Wert passt.",
        "created_at",
        "1611798022695");
    assertReason(
        "Text: search terms are words, even those that look like numbers.",
        "Text: Suchbegriffe sind Wörter, auch wenn sie wie Zahlen aussehen.",
        "Suchbegriff",
        "2024");
    ImportedTable table =
        bench.load(bench.file("two.csv", "a;b\n01/02/2025;13/02/2025\n03/04/2025;28/04/2025\n"));
    assertEquals(
        "Datumsangaben der Form dd/MM/yyyy wie in der Spalte „b“, denn die Werte allein passten"
            + " auch zu einer anderen Reihenfolge; alle 2 Werte passen.",
        Sentences.in(Locale.GERMANY, table.columns().getFirst().reason()));
  }
}
