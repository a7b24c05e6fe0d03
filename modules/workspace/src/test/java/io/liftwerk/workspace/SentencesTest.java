package io.liftwerk.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class SentencesTest {

  private static String german(String english) {
    return Sentences.in(Locale.GERMANY, english);
  }

  private static String with(String templates, String english) {
    var book = new SentenceBook();
    book.add(templates);
    return book.translated(english, Locale.GERMANY);
  }

  @Test
  void namesStayAndNumbersAreWrittenAsThere() {
    assertEquals(
        "bronze.ads hat 1.048.577 Zeilen, auf ein .xlsx-Blatt passen mit Kopfzeile höchstens"
            + " 1.048.576.",
        german(
            "bronze.ads has 1,048,577 rows, and an .xlsx sheet holds at most 1,048,576 with its"
                + " header."));
    assertEquals(
        "Es gibt keine Datei 1,5.csv: 0,25 %",
        with(
            "There is no file {file}: {share,number}\n  Es gibt keine Datei {file}: {share}\n",
            "There is no file 1,5.csv: 0.25 %"));
  }

  @Test
  void anotherWayToWriteNumbersIsRespected() {
    assertEquals(
        "Zeile 12’345 des Audit-Protokolls wurde verändert.",
        Sentences.in(Locale.of("de", "CH"), "Line 12,345 of the audit trail was changed."));
  }

  @Test
  void aTextInsideASentenceIsTranslatedToo() {
    assertEquals(
        "Die Datei /x/a.csv lässt sich nicht schreiben: die Festplatte ist voll.",
        german("The file /x/a.csv cannot be written: the disk is full."));
    assertEquals(
        "bronze.leads hat keine Spalte „Ort“. Ist „Orte“ gemeint?",
        german("bronze.leads has no column 'Ort'. Did you mean 'Orte'?"));
    assertEquals(
        "bronze.leads hat keine Spalte „Ort“.", german("bronze.leads has no column 'Ort'."));
  }

  @Test
  void whatIsUnknownInsideStaysInEnglish() {
    assertEquals(
        "Die Datei /x cannot be lässt sich nicht schreiben: operation not permitted.",
        german("The file /x cannot be cannot be written: operation not permitted."));
  }

  @Test
  void valuesMayHoldWordsOfTheTemplate() {
    String templates =
        """
        {one,text} and {other,text}: {rate,number}
            {one} und {other}: {rate}
        {column} = {value}
            {column} = {value}
        """;
    assertEquals(
        "research and sales = yes und age = 3: 4,5 %",
        with(templates, "research and sales = yes and age = 3: 4.5 %"));
  }

  @Test
  void severalSentencesAreTranslatedEachForItself() {
    assertEquals(
        "Eintrag 3 ist nicht der, der unterschrieben wurde. Die letzten 2 Einträge wurden nie"
            + " unterschrieben.",
        german("Entry 3 is not the one that was signed. The last 2 entries were never signed."));
  }

  @Test
  void listsKeepTheirSigns() {
    String templates =
        """
        '{word}'
            „{word}“
        Left out: {columns,list}.
            Ausgelassen: {columns}.
        {column} ({reason,text})
            {column} ({reason})
        excluded by you
            von Ihnen ausgeschlossen
        Known: {words,quoted}.
            Bekannt: {words}.
        """;
    assertEquals(
        "Ausgelassen: id (von Ihnen ausgeschlossen); x (von Ihnen ausgeschlossen).",
        with(templates, "Left out: id (excluded by you); x (excluded by you)."));
    assertEquals("Bekannt: „a“, „it's“.", with(templates, "Known: 'a', 'it's'."));
  }

  @Test
  void theUnknownIsShownAsItIs() {
    assertEquals("Nobody says so: 1,234.", german("Nobody says so: 1,234."));
    assertEquals("", german(""));
    String sentence = "Line 12,345 of the audit trail was changed.";
    assertEquals(sentence, Sentences.in(Locale.UK, sentence));
    assertEquals(sentence, Sentences.in(Locale.FRANCE, sentence));
  }

  @Test
  void aFileWithAMistakeIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> with("One.\nTwo.\n", "x"));
    assertThrows(IllegalArgumentException.class, () -> with("{a} is.\n  {b} ist.\n", "x"));
  }
}
