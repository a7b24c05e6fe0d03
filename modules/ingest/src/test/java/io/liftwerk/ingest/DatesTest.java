package io.liftwerk.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.workspace.WorkbenchException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dates and moments as exports write them; where day and month are open, the user is asked. */
class DatesTest {
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

  private ColumnDecision assertRead(String format, List<String> wanted, String... values) {
    ColumnDecision column = bench.column("d", values);
    assertEquals(format, Bench.shown(column), column.reason());
    assertEquals(wanted, bench.values("d"));
    return column;
  }

  private ColumnDecision assertText(String header, String... values) {
    ColumnDecision column = bench.column(header, values);
    assertEquals("text", Bench.shown(column), column.reason());
    assertEquals(List.of(values), bench.values(header));
    return column;
  }

  private record Written(String value, String format, String wanted) {}

  private static final List<Written> WAYS =
      List.of(
          new Written("Sep 01, 2026", "date MMM d, yyyy", "2026-09-01"),
          new Written("September 1, 2026", "date MMM d, yyyy", "2026-09-01"),
          new Written("Sept. 1st, 2026", "date MMM d, yyyy", "2026-09-01"),
          new Written("May 31, 2026", "date MMM d, yyyy", "2026-05-31"),
          new Written("8. Januar 2026", "date d MMM yyyy", "2026-01-08"),
          new Written("8. Jänner 2026", "date d MMM yyyy", "2026-01-08"),
          new Written("28. FEBRUAR 2026", "date d MMM yyyy", "2026-02-28"),
          new Written("1. Mär 2026", "date d MMM yyyy", "2026-03-01"),
          new Written("31. März 2026", "date d MMM yyyy", "2026-03-31"),
          new Written("1. Mrz. 2026", "date d MMM yyyy", "2026-03-01"),
          new Written("01-Dez-2026", "date d MMM yyyy", "2026-12-01"),
          new Written("1 janv. 2026", "date d MMM yyyy", "2026-01-01"),
          new Written("1er février 2026", "date d MMM yyyy", "2026-02-01"),
          new Written("14 févr. 2026", "date d MMM yyyy", "2026-02-14"),
          new Written("14 juil. 2026", "date d MMM yyyy", "2026-07-14"),
          new Written("15 août 2026", "date d MMM yyyy", "2026-08-15"),
          new Written("25 déc. 2026", "date d MMM yyyy", "2026-12-25"),
          new Written("1 September 2026", "date d MMM yyyy", "2026-09-01"),
          new Written("01-Sep-26", "date d-MMM-yy", "2026-09-01"),
          new Written("2026-Sep-01", "date yyyy-MMM-dd", "2026-09-01"),
          new Written("2026/09/01", "date yyyy/MM/dd", "2026-09-01"),
          new Written("2026.09.01", "date yyyy.MM.dd", "2026-09-01"),
          new Written("1.9.26", "date dd.MM.yy", "2026-09-01"),
          new Written("9/13/2026", "date MM/dd/yyyy", "2026-09-13"),
          new Written("13/9/2026", "date dd/MM/yyyy", "2026-09-13"),
          new Written("13-09-2026", "date dd-MM-yyyy", "2026-09-13"),
          new Written(
              "2026-09-01T10:15:00", "timestamp yyyy-MM-dd HH:mm:ss", "2026-09-01 10:15:00"),
          new Written(
              "2026-09-01 10:15:00.123456",
              "timestamp yyyy-MM-dd HH:mm:ss",
              "2026-09-01 10:15:00.123456"),
          new Written(
              "2026-09-01T10:15:00Z", "timestamp yyyy-MM-dd HH:mm:ssXXX", "2026-09-01 10:15:00+00"),
          new Written(
              "2026-09-01T10:15:00.5+02:00",
              "timestamp yyyy-MM-dd HH:mm:ssXXX",
              "2026-09-01 08:15:00.5+00"),
          new Written(
              "2026-09-01 10:15:00 -0700",
              "timestamp yyyy-MM-dd HH:mm:ssXXX",
              "2026-09-01 17:15:00+00"),
          new Written(
              "2/17/2020 10:15:00 PM", "timestamp MM/dd/yyyy h:mm:ss a", "2020-02-17 22:15:00"),
          new Written(
              "2/17/2020 12:15 am", "timestamp MM/dd/yyyy h:mm:ss a", "2020-02-17 00:15:00"),
          new Written("17/02/2020 22:15", "timestamp dd/MM/yyyy HH:mm:ss", "2020-02-17 22:15:00"),
          new Written(
              "Sep 1, 2026, 10:15 PM", "timestamp MMM d, yyyy h:mm:ss a", "2026-09-01 22:15:00"),
          new Written(
              "1. September 2026 10:15", "timestamp d MMM yyyy HH:mm:ss", "2026-09-01 10:15:00"),
          new Written(
              "2026-Sep-01 10:15:30", "timestamp yyyy-MMM-dd HH:mm:ss", "2026-09-01 10:15:30"));

  /** A column each, so that one file holds them all. */
  private ImportedTable columns(List<String> values) {
    String header =
        IntStream.range(0, values.size()).mapToObj(i -> "d" + i).collect(Collectors.joining("|"));
    return bench.load(bench.file("ways.csv", header + "\n" + String.join("|", values) + "\n"));
  }

  @Test
  void oneWayOfWriting() {
    ImportedTable table = columns(WAYS.stream().map(Written::value).toList());
    for (int i = 0; i < WAYS.size(); i++) {
      Written way = WAYS.get(i);
      assertEquals(way.format(), Bench.shown(table.columns().get(i)), way.value());
      assertEquals(
          way.wanted(),
          bench.value("SELECT CAST(d" + i + " AS VARCHAR) FROM bronze.ways"),
          way.value());
    }
  }

  @Test
  void aNarrowBlankBeforePm() {
    assertRead(
        "timestamp MM/dd/yyyy h:mm:ss a",
        List.of("2026-09-13 22:15:00"),
        "9/13/2026 10:15\u202FPM");
  }

  @Test
  void monthsOfThreeLanguagesInOneColumn() {
    assertRead(
        "date d MMM yyyy",
        List.of("2026-05-01", "2026-05-02", "2026-10-03", "2026-10-04"),
        "1 May 2026",
        "2. Mai 2026",
        "3. Oktober 2026",
        "4 oct. 2026");
  }

  @Test
  void whatNamesNoDayStaysText() {
    List<String> values =
        List.of(
            "2026-09",
            "KW 36",
            "2026-W36",
            "Sep 2026",
            "September",
            "Q3 2026",
            "36. KW 2026",
            "10:15",
            "10:15:30",
            "10:15 PM",
            "00:02:13",
            "31. April 2026",
            "Feb 30, 2026",
            "13:61 PM",
            "9/13/2026 13:15 PM");
    ImportedTable table = columns(values);
    for (int i = 0; i < values.size(); i++) {
      assertEquals("text", Bench.shown(table.columns().get(i)), values.get(i));
      assertEquals(values.get(i), bench.value("SELECT d" + i + " FROM bronze.ways"));
    }
  }

  @Test
  void ambiguousDaysAreAskedAbout() {
    ColumnDecision column = assertText("d", "01/02/2025", "03/04/2025");
    assertEquals(
        "Text, because it is ambiguous: every value, such as '01/02/2025', can be read as"
            + " dd/MM/yyyy and as MM/dd/yyyy. Please choose one.",
        column.reason());
    assertTrue(assertText("d", "01-02-2025").reason().contains("dd-MM-yyyy and as MM-dd-yyyy"));
    assertTrue(assertText("d", "2/7/2020 10:15:00 PM").reason().contains("MM/dd/yyyy h:mm:ss a"));
    assertTrue(assertText("d", "01/02/25").reason().contains("dd/MM/yy and as MM/dd/yy"));
  }

  @Test
  void bothAnswersAreTaken() {
    bench.column("d", "01/02/2025", "03/04/2025");
    var tables = new BronzeTables(bench.workspace());
    tables.decide(bench.lastColumn(), "d", ColumnType.DATE, "dd/MM/yyyy");
    assertEquals(List.of("2025-02-01", "2025-04-03"), bench.values("d"));
    tables.decide(bench.lastColumn(), "d", ColumnType.DATE, "MM/dd/yyyy");
    assertEquals(List.of("2025-01-02", "2025-03-04"), bench.values("d"));
    assertThrows(
        WorkbenchException.class,
        () -> tables.decide(bench.lastColumn(), "d", ColumnType.DATE, "yyyy-MM-dd"));
    assertEquals(List.of("2025-01-02", "2025-03-04"), bench.values("d"));
  }

  @Test
  void anotherColumnOfTheFileTellsTheOrder() {
    ImportedTable table =
        bench.load(
            bench.file(
                "two.csv",
                "opened;closed;seen\n"
                    + "01/02/2025;13/02/2025;1/2/2025 10:15\n"
                    + "03/04/2025;28/04/2025;2/2/2025 8:00\n"));
    assertEquals(
        List.of("date dd/MM/yyyy", "date dd/MM/yyyy", "timestamp dd/MM/yyyy HH:mm:ss"),
        table.columns().stream().map(Bench::shown).toList());
    assertEquals(
        "Dates written dd/MM/yyyy, as in the column 'closed', because the values alone would fit"
            + " another order as well; all 2 values fit.",
        table.columns().getFirst().reason());
    assertEquals("2025-02-01", bench.value("SELECT min(opened) FROM bronze.two"));
    assertEquals("2025-02-01 10:15:00.0", bench.value("SELECT min(seen) FROM bronze.two"));
  }

  @Test
  void columnsThatDisagreeTellNothing() {
    ImportedTable table =
        bench.load(bench.file("three.csv", "a;b;c\n01/02/2025;13/02/2025;02/13/2025\n"));
    assertEquals(
        List.of("text", "date dd/MM/yyyy", "date MM/dd/yyyy"),
        table.columns().stream().map(Bench::shown).toList());
    table = bench.load(bench.file("signs.csv", "a;b\n01-02-2025;13/02/2025\n"));
    assertEquals("text", Bench.shown(table.columns().getFirst()));
  }

  @Test
  void twoWaysInOneColumn() {
    ColumnDecision column =
        assertRead(
            "timestamp yyyy-MM-dd HH:mm:ss | MM/dd/yyyy h:mm:ss a",
            List.of("2024-03-12 09:14:00", "2024-03-15 14:30:00", "2024-03-04 00:05:00"),
            "2024-03-12 09:14",
            "3/15/2024 2:30 PM",
            "3/4/2024 12:05 AM");
    assertEquals(
        "Moments written in two ways, yyyy-MM-dd HH:mm:ss and MM/dd/yyyy h:mm:ss a: '3/15/2024 2:30"
            + " PM' in line 3; all 3 values fit.",
        column.reason());
    // whichever comes first
    assertRead(
        "timestamp yyyy-MM-dd HH:mm:ss | MM/dd/yyyy h:mm:ss a",
        List.of("2024-03-04 00:05:00", "2024-03-15 14:30:00", "2024-03-12 09:14:00"),
        "3/4/2024 12:05 AM",
        "3/15/2024 2:30 PM",
        "2024-03-12 09:14");
    assertRead(
        "date yyyy-MM-dd | dd.MM.yyyy",
        List.of("2024-03-12", "2024-03-15"),
        "2024-03-12",
        "15.3.2024");
    assertRead(
        "timestamp yyyy-MM-dd | yyyy-MM-dd HH:mm:ss",
        List.of("2024-03-12 00:00:00", "2024-03-15 10:15:00"),
        "2024-03-12",
        "2024-03-15 10:15");
  }

  @Test
  void twoWaysFarApart() {
    ImportedTable table =
        bench.load(
            bench.file(
                "far.csv",
                "id,d\n" + "a,2024-03-12 09:14\n".repeat(9000) + "b,3/15/2024 2:30 PM\nc,n/a\n"));
    assertEquals(
        "timestamp yyyy-MM-dd HH:mm:ss | MM/dd/yyyy h:mm:ss a",
        Bench.shown(table.columns().get(1)));
    assertEquals("9001", bench.value("SELECT count(d) FROM bronze.far"));
  }

  @Test
  void twoWaysThatLeaveAQuestionStayText() {
    ColumnDecision column = assertText("d", "2024-03-12 09:14", "3/4/2024 2:30 PM");
    assertTrue(
        column.reason().contains("yyyy-MM-dd HH:mm:ss | dd/MM/yyyy h:mm:ss a"), column.reason());
    assertTrue(
        column.reason().contains("yyyy-MM-dd HH:mm:ss | MM/dd/yyyy h:mm:ss a"), column.reason());
    var tables = new BronzeTables(bench.workspace());
    tables.decide(
        bench.lastColumn(),
        "d",
        ColumnType.TIMESTAMP,
        "yyyy-MM-dd HH:mm:ss | MM/dd/yyyy h:mm:ss a");
    assertEquals(List.of("2024-03-12 09:14:00", "2024-03-04 14:30:00"), bench.values("d"));
    // day first and month first in one column, or with and without a zone, contradict each other
    assertText("d", "13/02/2025", "02/13/2025");
    assertText("d", "2022-07-04 11:43:05.376Z", "2022-06-01 00:34:30.432");
    // three ways are no way
    assertText("d", "2024-03-12", "15.3.2024", "Mar 15, 2024");
  }

  @Test
  void countsSince1970WhereTheNameSaysSo() {
    for (String header :
        List.of(
            "timestamp", "event_timestamp", "createdAt", "created_at", "Zeitstempel", "time_ms")) {
      ColumnDecision column = bench.column(header, "1611798022695", "1611798022696", "");
      assertEquals("timestamp epoch_ms", Bench.shown(column), header);
      assertEquals("2021-01-28 01:40:22.695+00", bench.values(header).getFirst());
    }
    ColumnDecision column = bench.column("ts", "1611798022", "1611798023.25");
    assertEquals("timestamp epoch_s", Bench.shown(column));
    assertEquals(
        "Seconds since 1970, as the column's name says; all 2 values fit.", column.reason());
    assertEquals(
        List.of("2021-01-28 01:40:22+00", "2021-01-28 01:40:23.25+00"), bench.values("ts"));
    assertEquals("timestamp epoch_us", Bench.shown(bench.column("epoch", "1611798022695757")));
    assertEquals("2021-01-28 01:40:22.695757+00", bench.values("epoch").getFirst());
    var tables = new BronzeTables(bench.workspace());
    tables.decide(bench.lastColumn(), "epoch", ColumnType.INTEGER, "");
    assertEquals(List.of("1611798022695757"), bench.values("epoch"));
    tables.decide(bench.lastColumn(), "epoch", ColumnType.TIMESTAMP, "epoch_us");
    assertEquals(List.of("2021-01-28 01:40:22.695757+00"), bench.values("epoch"));
  }

  @Test
  void countsElsewhereStayNumbers() {
    for (String header : List.of("customer_id", "created_by", "timestamp_id", "Umsatz", "x")) {
      assertEquals("integer 1234", Bench.shown(bench.column(header, "1611798022", "1611798023")));
    }
    assertEquals("integer 1234", Bench.shown(bench.column("timestamp", "1611798022", "12")));
  }
}
