package io.liftwerk.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers as exports of every locale write them. */
class NumbersTest {
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

  /** The values below {@code x}, read as {@code format}, are {@code wanted}; "" stands for none. */
  private ColumnDecision assertRead(String format, List<String> wanted, String... values) {
    ColumnDecision column = bench.column("x", values);
    assertEquals(format, Bench.shown(column), column.reason());
    List<@Nullable String> found = bench.values("x");
    assertEquals(
        wanted,
        found.stream().map(value -> value == null ? "" : value).toList(),
        Arrays.toString(values));
    return column;
  }

  private void assertText(String reason, String... values) {
    ColumnDecision column = bench.column("x", values);
    assertEquals("text", Bench.shown(column), column.reason());
    assertTrue(column.reason().contains(reason), column.reason());
    assertEquals(List.of(values), bench.values("x"));
  }

  @Test
  void everyLocale() {
    assertRead("decimal 1,234.56", List.of("1234.56", "-0.50"), "1,234.56", "-0.5");
    assertRead("decimal 1.234,56", List.of("1234.56", "-0.50"), "1.234,56", "-0,5");
    assertRead(
        "decimal 1 234,56",
        List.of("1234567.80", "1234.50", "2345.60", "-3456.75"),
        "1 234 567,8",
        "1\u202F234,5",
        "2\u00A0345,6",
        "\u22123\u2009456,75");
    assertRead("decimal 1 234.56", List.of("1234.5", "0.1"), "1\u202F234.5", "0.1");
    assertRead("integer 1 234", List.of("1234", "12"), "1 234", "12");
    assertRead("decimal 1'234.56", List.of("1234.50", "0.25"), "1'234.50", "0.25");
    assertRead("decimal 1'234.56", List.of("1234567.5"), "1\u2019234\u2019567.5");
  }

  @Test
  void percent() {
    for (String blank : List.of("", " ", "\u00A0", "\u202F", "\u2009")) {
      assertRead(
          "decimal 1234,56 %", List.of("12.3", "200.0"), "12,3" + blank + "%", "200" + blank + "%");
      assertRead(
          "decimal 1234.56 %",
          List.of("2.57", "-3.50"), "2.57" + blank + "%", "-3.5" + blank + "%");
    }
    assertNull(bench.column("ctr", "1,5 %", "2,5 %").currency());
  }

  @Test
  void money() {
    assertRead("decimal € 1234.56", List.of("0.56", "-5.00", "-0.10"), "€0.56", "-€5.00", "€-0.10");
    assertRead("decimal 1.234,56 €", List.of("1234.56", "-1.00"), "1.234,56 €", "-1,00\u00A0€");
    assertRead("decimal EUR 1.234,56", List.of("1250.00", "0.50"), "EUR 1.250,00", "EUR\u00A00,50");
    assertRead("decimal 1234.56 EUR", List.of("6.99", "-12.00"), "6.99 EUR", "-12.00 EUR");
    assertRead("decimal $ 1,234.56", List.of("2030.0", "15.5"), "$2,030", "$15.5");
    assertRead("decimal CHF 1'234.56", List.of("1234.50", "-9.00"), "CHF 1'234.50", "-CHF 9.00");
    assertRead(
        "decimal 1 234,56 €", List.of("1234.50", "0.99"), "1\u202F234,50\u00A0€", "0,99\u00A0€");
    assertRead("decimal £ 1,234.56", List.of("1234.56", "-7.00"), "£1,234.56", "-£\u00A07.00");
    assertRead("decimal R$ 1.234,56", List.of("1234.56", "0.10"), "R$ 1.234,56", "R$ 0,10");
    assertRead("decimal 1234,56 kr.", List.of("12.50", "3.00"), "12,50 kr.", "3,00 kr.");
    assertRead("decimal 1234 kr.", List.of("12", "3"), "12 kr.", "3 kr.");
    assertText("'2,00 $' in line 3", "1,50 €", "2,00 $");
  }

  @Test
  void theCurrencyOfAColumn() {
    assertEquals("EUR", bench.column("spend", "€0.56", "€1.20").currency());
    assertEquals("EUR", bench.column("Preis", "1,50 €", "2 €").currency());
    assertEquals("CHF", bench.column("price", "CHF 1'234.50", "CHF 2.00").currency());
    assertEquals("GBP", bench.column("price", "£1.50", "£2.00").currency());
    assertEquals("USD", bench.column("price", "US$ 1.50", "US$ 2.00").currency());
    assertEquals("EUR", bench.column("Amount spent (EUR)", "1.50", "2.00").currency());
    assertEquals("EUR", bench.column("Ausgegebener Betrag (EUR)", "1,50", "2").currency());
    // dollars, crowns and yens are several countries'
    assertNull(bench.column("price", "$1.50", "$2.00").currency());
    assertNull(bench.column("price", "1,50 kr", "2,00 kr").currency());
    assertNull(bench.column("price", "¥150", "¥200").currency());
    assertNull(bench.column("Clicks (all)", "15", "20").currency());
    assertNull(bench.column("Currency (EUR)", "yes", "no").currency());
  }

  @Test
  void wordsBeforeDigitsAreNoCurrency() {
    assertText("'ABC123'", "ABC123", "ABC124");
    assertText("'SKU 12'", "SKU 12", "SKU 13");
    assertText("'TOP 10'", "TOP 10", "TOP 20");
    assertText("'DIN 4102'", "DIN 4102", "DIN 18065");
  }

  @Test
  void negativesOfBookkeeping() {
    ColumnDecision column =
        assertRead(
            "decimal (1,234.56)",
            List.of("1234.50", "-1234.50", "0.00"),
            "1,234.50",
            "(1,234.50)",
            "0.00");
    assertTrue(column.reason().contains("in brackets below zero"), column.reason());
    assertRead("decimal (1234.56)", List.of("-7.25", "1.00", "-2.00"), "(7.25)", "1.00", "-2.00");
    assertRead("integer (1234)", List.of("-7", "12"), "(7)", "12");
    assertRead(
        "decimal $ (1234.56)", List.of("-1.50", "-2.50", "3.00"), "($1.50)", "$ (2.50)", "$3.00");
    assertRead("decimal (1.234,56) €", List.of("-1000.50", "2.00"), "(1.000,50 €)", "2,00 €");
    assertRead("decimal 1.234,56-", List.of("-1234.56", "10.00"), "1.234,56-", "10,00");
    assertRead("decimal 1.234,56- EUR", List.of("-1234.56", "10.00"), "1.234,56- EUR", "10,00 EUR");
    assertText("'(212)'", "(212)", "(646)");
    assertText("'5-'", "5-", "7-");
    assertText("'5-'", "(7)", "12", "5-");
  }

  @Test
  void marksForMissingValues() {
    assertRead(
        "decimal 1.234,56",
        List.of("1234.50", "", "", "", "", "", "", "-1.00"),
        "1.234,50",
        " --",
        "--",
        "-",
        "—",
        "N/A",
        "n.a.",
        "-1,00");
    assertRead("integer 1234", List.of("7", "", "8"), "7", "n.a.", "8");
    assertRead("decimal 1234,56 %", List.of("12.5", ""), "12,5 %", " --");
  }

  @Test
  void maskedValuesLeaveAColumnOfNumbers() {
    ColumnDecision column =
        assertRead(
            "integer 1234", List.of("12", "", "1395", "", ""), "12", "<5", "1395", "<5", "-");
    assertEquals(
        "Whole numbers: all 3 values fit, '-' counts as missing, 2 masked values (<5) read as"
            + " missing.",
        column.reason());
    assertEquals(
        List.of("12", "<5", "1395", "<5", "-"),
        bench.texts(1, List.of("x")).stream().map(row -> row.get(1)).toList());
    assertRead("decimal 1234.56 %", List.of("12.5", "", ""), "12.5%", "< 10%", "> 90%");
    assertRead("decimal 1234,56 %", List.of("", "12.5"), "< 10\u00A0%", "12,5\u00A0%");
    assertRead("integer 1,234", List.of("1234567", "", "5"), "1,234,567", ">1,000", "5");
    assertRead("decimal € 1.234,56", List.of("", "1234.50"), "<€0,01", "€ 1.234,50");
    assertRead("integer 1234", List.of("", "7"), "<0.5", "7");
    column =
        assertRead("integer 1234", List.of("", "", "", "", "7"), "<5", "<10", ">99", "≤3", "7");
    assertTrue(column.reason().contains("4 masked values (<10, <5, >99)"), column.reason());
  }

  @Test
  void maskedValuesBehindThousandsOfOthers() {
    ImportedTable table =
        bench.load(bench.file("late.csv", "id,v\n" + "a,7.25\n".repeat(9000) + "b,<5\na,1.5\n"));
    ColumnDecision column = table.columns().get(1);
    assertEquals("decimal 1234.56", Bench.shown(column));
    assertTrue(column.reason().contains("1 masked value (<5)"), column.reason());
    assertEquals("9001", bench.value("SELECT count(v) FROM bronze.late"));
    assertEquals(List.of("9002", "<5"), bench.texts(1, List.of("v")).get(9000));
  }

  @Test
  void masksElsewhereStayText() {
    assertText("no number among the masked values", "<5", "<10", "<5");
    assertText("'small'", "<5", "small", "7");
    assertText("does not fit the other values", "2026-01-01", "<5", "2026-01-02");
    assertText("'<5' in line 3", "yes", "<5", "no");
  }

  @Test
  void aChoiceOfNumbersToleratesMasks() {
    var tables = new BronzeTables(bench.workspace());
    bench.column("x", "12,5", "<5", "--");
    String name = bench.lastColumn();
    tables.decide(name, "x", ColumnType.TEXT, "");
    assertEquals(Arrays.asList("12,5", "<5", "--"), bench.values("x"));
    tables.decide(name, "x", ColumnType.DECIMAL, "1.234,56");
    assertEquals(Arrays.asList("12.5", null, null), bench.values("x"));
    tables.rename(name, "renamed");
    assertEquals("12.5", bench.value("SELECT sum(x) FROM bronze.renamed"));
  }

  @Test
  void formatsAreFoundAgainAfterAChange() {
    var tables = new BronzeTables(bench.workspace());
    for (List<String> values :
        List.of(
            List.of("(1,234.50)", "2.00"),
            List.of("$ (1,234.50)", "$2.00"),
            List.of("1.234,50- EUR", "2,00 EUR"),
            List.of("1 234.50", "2.25"),
            List.of("-€1.234,50", "€2,00"),
            List.of("1.5e-05", "0.25"),
            List.of("<5", "12.5%"))) {
      ColumnDecision before = bench.column("x", values.toArray(String[]::new));
      List<@Nullable String> read = bench.values("x");
      String name = bench.lastColumn();
      tables.decide(name, "x", before.type(), before.format());
      assertEquals(read, bench.values("x"), before.format());
      assertEquals(
          Bench.shown(before),
          Bench.shown(
              tables.list().stream()
                  .filter(t -> t.name().equals(name))
                  .findFirst()
                  .orElseThrow()
                  .columns()
                  .get(1)));
    }
  }

  @Test
  void identifiersStayText() {
    assertText("leading zero", "01067", "10115");
    assertText("more than 18 digits", "12345678901234567890123", "5");
    assertText("Telephone numbers: replaced", "+491701234567", "+491717654321");
    assertText("in line 4 does not fit", "12345", "54321", "192.168.1.3");
    assertText("'1.2.3'", "1.2.3", "1.2.4");
    assertText("'5E5'", "5E5", "7E2");
    assertRead("integer 1234", List.of("123456789012345678"), "123456789012345678");
  }

  @Test
  void ordinalsAreNoNumbers() {
    assertText("ordinals", "1.", "2.", "3.");
    assertRead("decimal 1234.56", List.of("76.53", "144.00"), "76.53", "144.");
  }

  @Test
  void decimalsQuotedAndThousandsNot() {
    ImportedTable table =
        bench.load(
            bench.file(
                "Bericht.csv",
                "Kampagne,Kosten,Impr.,Klicks\n"
                    + "A,\"275,03\",2.206,12\n"
                    + "B,\"1.000,50\",12.001,1.000\n"));
    assertEquals(
        "decimal 1.234,56|integer 1.234|integer 1.234",
        table.columns().stream()
            .skip(1)
            .map(Bench::shown)
            .reduce((a, b) -> a + "|" + b)
            .orElse(""));
    assertEquals(
        List.of(List.of("1275.53", "14207", "1012")),
        bench.rows("SELECT sum(Kosten), sum(\"Impr.\"), sum(Klicks) FROM bronze.bericht"));
  }

  @Test
  void theFileIsAskedBeforeTheUserIs() {
    // the three files of the case: what the columns beside it say, else the question
    assertEquals("decimal 1.234,56", mixed("24.657,70", "0,57"));
    assertEquals("decimal 1,234.56", mixed("24,657.70", "0.57"));
    assertText("either sign may be the decimal one", "1,234", "5.678");
  }

  private String mixed(String... clear) {
    var values = new ArrayList<String>(List.of(clear));
    values.add("1,234");
    return Bench.shown(bench.column("x", values.toArray(String[]::new)));
  }

  @Test
  void moneyIsExact() {
    bench.column("x", "0.10", "0.20", "9999999999999.99");
    assertEquals(
        "10000000000000.29|DECIMAL(38,2)",
        bench.value("SELECT sum(x) || '|' || typeof(sum(x)) FROM bronze." + bench.lastColumn()));
    bench.column("x", "€ 0,10", "€ 0,20", "€ 1.000.000.000.000.000,01");
    assertEquals(
        "1000000000000000.31", bench.value("SELECT sum(x) FROM bronze." + bench.lastColumn()));
  }

  @Test
  void searchTermsAreWordsWhateverTheyLookLike() {
    for (String header :
        List.of("Search term", "Suchbegriff", "SearchQuery", "Customer Search Term")) {
      ColumnDecision column = bench.column(header, "2024", "null", "1.000", "NA");
      assertEquals("text", Bench.shown(column), header);
      assertEquals(List.of("2024", "null", "1.000", "NA"), bench.values(header));
    }
    assertEquals(
        List.of("null", "NA", "Gesamtpaket", "-"),
        valuesOf("term", "null", "NA", "Gesamtpaket", "-"));
    assertEquals("integer 1234", Bench.shown(bench.column("campaign", "2024", "null")));
  }

  private List<@Nullable String> valuesOf(String header, String... values) {
    bench.column(header, values);
    return bench.values(header);
  }
}
