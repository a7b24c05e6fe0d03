package io.liftwerk.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.liftwerk.workspace.TableRef;
import io.liftwerk.workspace.Tables;
import io.liftwerk.workspace.WorkbenchException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A row of a table beside what the file wrote. */
class RawRowTest {
  private static final String GERMAN =
      "Tag;Kampagne;Kosten;Klicks;PLZ\n"
          + "31.01.2026;Müller & Söhne;1.234,50;12;01067\n"
          + "01.02.2026;;0,75;<5;99084\n"
          + "02.02.2026;Zelte;--;7;04109\n";

  @TempDir Path folder;
  private Bench bench;
  private BronzeTables tables;

  @BeforeEach
  void open() {
    bench = new Bench(folder);
    tables = new BronzeTables(bench.workspace());
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private List<@Nullable Object> row(String table, int at) {
    return new Tables(bench.workspace())
        .page(new TableRef("bronze", table), at, 1)
        .rows()
        .getFirst();
  }

  private RawRow raw(String table, int at) {
    return tables.raw(table, row(table, at));
  }

  private static RawRow.Cell cell(RawRow row, String column) {
    return row.cells().stream()
        .filter(cell -> cell.column().equals(column))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void germanNumbersAndDatesBesideTheirText() {
    bench.load(bench.file("kosten.csv", GERMAN, Charset.forName("windows-1252")));
    RawRow row = raw("kosten", 0);
    assertEquals("kosten.csv", row.file());
    assertNull(row.sheet());
    assertEquals(2, row.line());
    assertEquals(5, row.cells().size(), "the file's columns, none of ours");
    RawRow.Cell cost = cell(row, "Kosten");
    assertEquals("1.234,50", cost.text());
    assertEquals(new BigDecimal("1234.50"), cost.value());
    assertEquals(RawRow.Reading.READ, cost.reading());
    RawRow.Cell day = cell(row, "Tag");
    assertEquals("31.01.2026", day.text());
    assertEquals(LocalDate.of(2026, 1, 31), day.value());
    assertEquals(RawRow.Reading.READ, day.reading());
    assertEquals("Müller & Söhne", cell(row, "Kampagne").text());
    assertEquals(RawRow.Reading.SAME, cell(row, "Kampagne").reading());
    assertEquals(RawRow.Reading.SAME, cell(row, "PLZ").reading());
  }

  @Test
  void emptyMaskedAndMarkedCells() {
    bench.load(bench.file("kosten.csv", GERMAN));
    tables.decide("kosten", "Klicks", ColumnType.TEXT, "");
    RawRow second = raw("kosten", 1);
    assertEquals(RawRow.Reading.EMPTY, cell(second, "Kampagne").reading());
    assertNull(cell(second, "Kampagne").value());
    assertEquals("<5", cell(second, "Klicks").value());
    RawRow third = raw("kosten", 2);
    assertEquals("--", cell(third, "Kosten").text());
    assertNull(cell(third, "Kosten").value());
    assertEquals(RawRow.Reading.MISSING, cell(third, "Kosten").reading());
    assertEquals(4, third.line());
  }

  @Test
  void aColumnKeptAsNumbersGivesItsTextBack() {
    var text = new StringBuilder("id,cost,day\n");
    for (int i = 1; i <= 3000; i++) {
      text.append(i).append(",0.50,2026-01-31\n");
    }
    bench.load(bench.file("kept.csv", text.toString()));
    assertEquals(
        List.of(List.of("BIGINT"), List.of("DATE"), List.of("DECIMAL(18,2)")),
        bench.rows(
            "SELECT data_type FROM duckdb_columns() WHERE table_name = 'l000001' ORDER BY 1"));
    RawRow last = raw("kept", 2999);
    assertEquals(3001, last.line());
    assertEquals(List.of("3000", "0.50", "2026-01-31"), texts(last));
  }

  private static List<@Nullable String> texts(RawRow row) {
    return row.cells().stream().map(RawRow.Cell::text).toList();
  }

  @Test
  void recordsThatStartInOneLineAreToldApart() {
    bench.load(bench.file("one.json", "[{\"a\":\"x\"},{\"a\":\"y\"},{\"a\":\"z\"}]"));
    assertEquals("y", cell(raw("one", 1), "a").text());
    assertEquals("z", cell(raw("one", 2), "a").text());
  }

  @Test
  void linesThatHoldLineBreaksAndPreambles() {
    bench.load(bench.file("notes.csv", "id,note\n1,\"two\nlines\"\n2,\"say \"\"yes\"\"\"\n"));
    assertEquals("two\nlines", cell(raw("notes", 0), "note").text());
    RawRow second = raw("notes", 1);
    assertEquals(4, second.line());
    assertEquals("say \"yes\"", cell(second, "note").text());
  }

  @Test
  void whatIsNotThereIsSaid() {
    bench.load(bench.file("leads.csv", "id,plz\n1,01067\n".getBytes(StandardCharsets.UTF_8)));
    List<@Nullable Object> row = row("leads", 0);
    assertEquals(
        "table-unknown",
        assertThrows(WorkbenchException.class, () -> tables.raw("other", row)).code());
    var other = new java.util.ArrayList<>(row);
    other.set(3, 99L);
    assertEquals(
        "row-unknown",
        assertThrows(WorkbenchException.class, () -> tables.raw("leads", other)).code());
    assertEquals(
        "row-unknown",
        assertThrows(WorkbenchException.class, () -> tables.raw("leads", Arrays.asList(1L)))
            .code());
    tables.rename("leads", "Kunden");
    assertEquals("01067", cell(tables.raw("kunden", row("Kunden", 0)), "plz").text());
  }

  @Test
  void tooManyRecordsInOneLineAreNotGuessedAt() {
    var text = new StringBuilder("[");
    IntStream.rangeClosed(0, RawRows.MOST_IN_LINE + 5)
        .forEach(i -> text.append(i == 0 ? "" : ",").append("{\"a\":").append(i).append('}'));
    bench.load(bench.file("one.json", text.append("]").toString()));
    assertEquals("7", cell(raw("one", 7), "a").text());
    assertEquals(
        "row-open",
        assertThrows(WorkbenchException.class, () -> raw("one", RawRows.MOST_IN_LINE + 2)).code());
  }
}
