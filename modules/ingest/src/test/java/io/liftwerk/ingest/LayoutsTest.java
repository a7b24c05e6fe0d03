package io.liftwerk.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the table in a report begins, what is set aside, and what stands between its columns. */
class LayoutsTest {
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

  /**
   * A platform's report.
   *
   * @param header the row that names the columns
   * @param line where it stands
   * @param rows rows of the table
   * @param footers lines behind the rows that are none
   */
  private record Layout(
      String name, String text, String delimiter, String header, int line, int rows, int footers) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final String GOOGLE =
      "Suchbegriff,Keyword-Option,Kampagne,Klicks,CTR,Währungscode,Kosten";

  private static final List<Layout> LAYOUTS =
      List.of(
          new Layout(
              "google",
              "Bericht zu Suchbegriffen\n8. Januar 2026 - 6. Februar 2026\n"
                  + GOOGLE
                  + "\nzelt,Genau passend,A,12,\"3,28 %\",EUR,\"5,10\"\n",
              ",",
              GOOGLE,
              3,
              1,
              0),
          new Layout(
              "google with a comma in its dates",
              "Search terms report\n\"January 8, 2026 - February 6, 2026\"\n"
                  + "Search term,Clicks,Cost\ntent,1,2.50\n",
              ",",
              "Search term,Clicks,Cost",
              3,
              1,
              0),
          new Layout(
              "microsoft",
              microsoft(5),
              ",",
              "AccountId,CampaignId,Keyword,KeywordId,DeviceType,Clicks",
              11,
              5,
              1),
          new Layout(
              "microsoft with one row",
              microsoft(1),
              ",",
              "AccountId,CampaignId,Keyword,KeywordId,DeviceType,Clicks",
              11,
              1,
              1),
          new Layout(
              "linkedin",
              linkedIn(),
              "\t",
              "Start Date (in UTC),Account Name,Campaign Name,Total Spent,Impressions",
              6,
              2,
              0),
          new Layout(
              "screaming frog, old",
              "\"Internal - All\"\n\"Address\",\"Content\",\"Status Code\"\n"
                  + "\"https://a.example/\",\"text/html\",\"200\"\n",
              ",",
              "Address,Content,Status Code",
              2,
              1,
              0),
          new Layout(
              "amazon",
              "Sponsored Products Search Term Report,,,,\n"
                  + "Date,Portfolio name,Currency,Campaign Name,Impressions,Spend,7 Day Total Sales"
                  + " \n"
                  + "\"Sep 01, 2026\",Not grouped,USD,W,\"1,204\",$16.12,\"$1,234.50\"\n",
              ",",
              "Date,Portfolio name,Currency,Campaign Name,Impressions,Spend,7 Day Total Sales",
              2,
              1,
              0),
          new Layout(
              "dv360",
              "Date,Line Item,Line Item ID,Impressions,Revenue (Adv Currency)\n"
                  + "2026/04/13,A,3000,100,5.5\n2026/04/14,A,3000,90,4.5\n\n"
                  + "Report Time:,2026/10/01 08:00\nDate Range:,2026/04/13 to 2026/09/30\n"
                  + "Group By:,Line Item\nMRC Accredited Metrics,Impressions\n"
                  + "Filter by Advertiser:,Nordwand\nFilter by Region:,DACH\n",
              ",",
              "Date,Line Item,Line Item ID,Impressions,Revenue (Adv Currency)",
              1,
              2,
              6));

  private static String microsoft(int rows) {
    return """
    "Report Name: My Keyword Performance Report"
    "Report Time: 2/7/2020"
    "Time Zone: (GMT-08:00) Pacific Time (US & Canada); Tijuana"
    "Last Completed Available Day: 2/8/2020 10:15:00 PM (GMT)"
    "Last Completed Available Hour: 2/8/2020 10:15:00 PM (GMT)"
    "Report Aggregation: Summary"
    "Report Filter: "
    "Potential Incomplete Data: true"
    "Rows: N"

    "AccountId","CampaignId","Keyword","KeywordId","DeviceType","Clicks"
    """
        + "\"A\",\"C\",\"red, \"\"big\"\" shoes\",\"123\",\"Computer\",\"35\"\n".repeat(rows)
        + "\n\"@2020 Microsoft Corporation. All rights reserved. \"\n";
  }

  private static String linkedIn() {
    return """
    Campaign Performance Report (in UTC)
    Report Start: January 1, 2026, 12:00 AM
    Report End: September 30, 2026, 11:59 PM
    Date Generated: October 1, 2026, 6:12 AM

    Start Date (in UTC)\tAccount Name\tCampaign Name\tTotal Spent\tImpressions
    9/29/2026\tNordwand\tTouren\t5.10\t1,004
    9/30/2026\tNordwand\tTouren\t0.00\t96
    """;
  }

  static Stream<Arguments> layouts() {
    return LAYOUTS.stream()
        .flatMap(
            layout ->
                Stream.of(
                    Arguments.of(layout, StandardCharsets.UTF_8, ""),
                    Arguments.of(layout, StandardCharsets.UTF_8, "\uFEFF"),
                    Arguments.of(layout, StandardCharsets.UTF_16LE, "\uFEFF"),
                    Arguments.of(layout, StandardCharsets.UTF_16BE, "\uFEFF"),
                    Arguments.of(layout, Charset.forName("windows-1252"), "")));
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void preambles(Layout layout, Charset charset, String bom) {
    ImportedTable table = bench.load(bench.file("r.csv", bom + layout.text(), charset));
    assertEquals(layout.delimiter(), table.delimiter());
    assertEquals(
        layout.header(),
        table.columns().stream().map(ColumnDecision::name).collect(Collectors.joining(",")));
    assertEquals(layout.rows(), table.rows());
    assertEquals(0, table.rejects());
    assertEquals(
        layout.footers(),
        table.aside().stream().filter(line -> line.kind() == AsideLine.Kind.FOOTER).count());
    assertEquals(String.valueOf(layout.line() + 1), bench.value("SELECT min(_row) FROM bronze.r"));
    assertEquals(
        layout.line() > 1,
        table.notes().stream().anyMatch(note -> note.startsWith("Before the header in line")),
        table.notes().toString());
    assertTrue(
        table.columns().stream().anyMatch(column -> column.type() != ColumnType.TEXT),
        table.columns().toString());
  }

  @Test
  void columnsKeptApartByRunsOfBlanks() {
    ImportedTable table =
        bench.load(
            bench.file(
                "bought.txt",
                " customer_id  date number_of_cds  dollar_value\n"
                    + " 00001 19970101  1   11.77\n 00002 19970112  1   12.00\n"
                    + " 00002 19970112  5   77.00\n"));
    assertEquals(
        "customer_id text|date date yyyyMMdd|number_of_cds integer 1234|dollar_value decimal"
            + " 1234.56",
        shown(table));
    assertEquals(
        List.of(List.of("00002", "1997-01-12", "5", "77.00", "4")),
        bench.rows(
            "SELECT customer_id, date, number_of_cds, dollar_value, _row FROM bronze.bought WHERE"
                + " number_of_cds = 5"));
    assertEquals(" ", FilePreviews.of(folder.resolve("bought.txt")).delimiter());
    ImportedTable bare =
        bench.load(
            bench.file(
                "bare.txt",
                " 1  19970101   11.77\r\n\r\n12\t19970112  \"5.0\"  \r\n".repeat(20)
                    + " 3  x\r\n"));
    assertEquals(
        "column_1 integer 1234|column_2 integer 1234|column_3 decimal 1234.56", shown(bare));
    assertEquals(40, bare.rows());
    assertEquals(1, bare.rejects());
  }

  @Test
  void textWithBlanksIsNoTable() {
    for (String text :
        List.of(
            "keyword\nred shoes\nblue shoes\n",
            "phone\niPhone 12\niPhone 13\niPhone 14\n",
            "n\n1 234,50\n  2 345,60\n",
            "Betrag\n1,50\n2,75\n",
            "at\n2026-01-01 10:15\n 2026-01-02  10:16\n",
            "note\n  two  words\n  more  words\n")) {
      ImportedTable table = bench.load(bench.file("t" + text.hashCode() + ".txt", text));
      assertEquals(1, table.columns().size(), text);
      assertEquals(0, table.rejects());
    }
  }

  @Test
  void namesOfGroupsAboveTheHeader() {
    ImportedTable table =
        bench.load(
            bench.file(
                "groups.csv",
                ";;Google;;Meta;\nTag;Land;Kosten;Klicks;Kosten;Reichweite\n"
                    + "01.09.2026;DE;1,50;3;2,50;7\n02.09.2026;AT;1,25;4;2,75;8\n"));
    assertEquals(
        "Tag date dd.MM.yyyy|Land text|Google Kosten decimal 1234,56|Klicks integer 1234|Meta"
            + " Kosten decimal 1234,56|Reichweite integer 1234",
        shown(table));
    assertEquals(2, table.rows());
    assertEquals("3", bench.value("SELECT min(_row) FROM bronze.groups"));
    assertEquals(
        List.of("Before the header in line 2 stood, set aside: ;;Google;;Meta;."), table.notes());
  }

  @Test
  void unitsBelowTheHeader() {
    Path file =
        bench.file(
            "units.csv",
            "Tag;Kosten;Klicks;Rate\n"
                + ";EUR;Anzahl;[%]\n"
                + "01.09.2026;1,50;3;0,5\n"
                + "02.09.2026;1,25;4;1,5\n");
    ImportedTable table = bench.load(file);
    assertEquals(
        "Tag date dd.MM.yyyy|Kosten decimal 1234,56|Klicks integer 1234|Rate decimal 1234,56",
        shown(table));
    assertEquals(2, table.rows());
    assertEquals("3", bench.value("SELECT min(_row) FROM bronze.units"));
    assertEquals(
        List.of("Below the header in line 1 stood, set aside: ;EUR;Anzahl;[%]."), table.notes());
    assertEquals("01.09.2026", FilePreviews.of(file).rows().getFirst().getFirst());
  }

  @Test
  void aFirstRowThatIsOddIsStillARow() {
    ImportedTable table =
        bench.load(bench.file("odd.csv", ",name,value\nx,foo,n/k\ny,bar,5\nz,baz,6\n"));
    assertEquals(3, table.rows());
    table = bench.load(bench.file("odd2.csv", "land,währung,kosten\n,EUR,\nDE,EUR,5\nAT,CHF,6\n"));
    assertEquals(3, table.rows());
    table = bench.load(bench.file("odd3.csv", "id,a,b\nk,unbekannt,unbekannt\nl,1,2\nm,3,4\n"));
    assertEquals(3, table.rows());
  }

  @Test
  void aHeaderInALanguageNobodyKnows() {
    ImportedTable table =
        bench.load(
            bench.file(
                "fi.csv",
                "Päivä;Kampanja;Näytöt;Kulut\n"
                    + "1.9.2026;Teltat;1 204;16,12\n"
                    + "2.9.2026;Teltat;800;6,00\n"));
    assertEquals(
        "Päivä date dd.MM.yyyy|Kampanja text|Näytöt integer 1 234|Kulut decimal 1234,56",
        shown(table));
    ImportedTable japanese = bench.load(bench.file("ja.csv", "上位のクエリ,クリック数,CTR\nテント,12,3.28%\n"));
    assertEquals("上位のクエリ text|クリック数 integer 1234|CTR decimal 1234.56 %", shown(japanese));
  }

  @Test
  void excelsSeparatorLineInEveryEncoding() {
    for (Charset charset :
        List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      ImportedTable table =
          bench.load(
              bench.file("s" + charset + ".csv", "\uFEFFsep=;\r\na;b\r\n1,5;x,y\r\n", charset));
      assertEquals("a decimal 1234,56|b text", shown(table));
      assertEquals(1, table.rows());
    }
  }

  @Test
  void mixedLineEnds() {
    ImportedTable table =
        bench.load(bench.file("ends.csv", "a,b\r\n1,x\n2,y\r\n\"3\",\"z\r\nz\"\n4,w"));
    assertEquals(4, table.rows());
    assertEquals(
        List.of(List.of("1", "2"), List.of("2", "3"), List.of("3", "4"), List.of("4", "6")),
        bench.rows("SELECT a, _row FROM bronze.ends"));
  }

  @Test
  void bytesThatLatin1DoesNotHave() {
    ImportedTable table =
        bench.load(
            bench.file(
                "w.csv",
                "Name;Preis\n„Größe“ – ‚L‘…;5,50 €\nŽižek™ Œuvre;7,00 €\n",
                Charset.forName("windows-1252")));
    assertEquals("windows-1252", table.encoding());
    assertEquals("Name text|Preis decimal 1234,56 €", shown(table));
    assertEquals("EUR", table.columns().get(1).currency());
    assertEquals(
        List.of(List.of("„Größe“ – ‚L‘…", "5.50"), List.of("Žižek™ Œuvre", "7.00")),
        bench.rows("SELECT Name, Preis FROM bronze.w"));
  }

  @Test
  void twoThousandColumns() {
    String header =
        IntStream.range(0, 2000).mapToObj(i -> "spalte" + i).collect(Collectors.joining(";"));
    String row =
        IntStream.range(0, 2000)
            .mapToObj(i -> i % 3 == 0 ? i + ",5" : "w" + i)
            .collect(Collectors.joining(";"));
    ImportedTable table =
        bench.load(bench.file("wide.csv", header + "\n" + row + "\n" + row + "\n"));
    assertEquals(2000, table.columns().size());
    assertEquals(
        "spalte1998 decimal 1234,56|spalte1999 text",
        shown(table).replaceFirst(".*(?=spalte1998)", ""));
    assertEquals("1998.5", bench.value("SELECT spalte1998 FROM bronze.wide LIMIT 1"));
  }

  @Test
  void namesThatOccurTwiceOrNotAtAll() {
    ImportedTable table = bench.load(bench.file("dup.csv", "Cost,Cost,,Cost\n1,2,3,4\n"));
    assertEquals(
        "Cost integer 1234|Cost_2 integer 1234|column_3 integer 1234|Cost_3 integer 1234",
        shown(table));
  }

  @Test
  void raggedRowsLeaveTheHeaderItsColumns() {
    ImportedTable table = bench.load(bench.file("ragged.csv", "a,b,c\n1,2,3\n1,2\n1,2\n4,5,6,7\n"));
    assertEquals("a integer 1234|b integer 1234|c integer 1234", shown(table));
    assertEquals(1, table.rows());
    assertEquals(3, table.rejects());
    assertFalse(table.notes().isEmpty());
  }

  @Test
  void commasInAListOfOneColumn() {
    ImportedTable table =
        bench.load(bench.file("list.csv", "Kommentar\nGut\nSchlecht\nNa ja, okay\nHm, nein\n"));
    assertEquals(1, table.columns().size());
    assertEquals(4, table.rows());
  }

  private static String shown(ImportedTable table) {
    return table.columns().stream()
        .map(column -> column.name() + " " + Bench.shown(column))
        .collect(Collectors.joining("|"));
  }
}
