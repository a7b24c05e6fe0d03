package io.liftwerk.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All values decide, wherever they stand. */
class TypeDecisionsTest {
  @TempDir Path folder;
  private Bench bench;
  private int files;

  @BeforeEach
  void open() {
    bench = new Bench(folder);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private ColumnDecision column(String header, String... values) {
    var text = new StringBuilder("id;" + header + "\n");
    for (int i = 0; i < values.length; i++) {
      text.append("k").append(i).append(';').append(values[i]).append('\n');
    }
    files++;
    return bench.load(bench.file("f" + files + ".csv", text.toString())).columns().get(1);
  }

  private void assertColumn(String wanted, String header, String... values) {
    ColumnDecision column = column(header, values);
    String found = column.type().json() + (column.format().isEmpty() ? "" : " " + column.format());
    assertEquals(wanted, found, column.reason());
  }

  private ColumnDecision lastOfMany(String many, String last) {
    return bench
        .load(
            bench.file(
                "m" + files++ + ".csv",
                "id,v\n" + ("a," + many + "\n").repeat(30_000) + "b," + last + "\n"))
        .columns()
        .get(1);
  }

  @Test
  void theLastRowDecides() {
    assertEquals(ColumnType.INTEGER, lastOfMany("7", "8").type());
    assertEquals(ColumnType.DECIMAL, lastOfMany("7", "8.5").type());
    ColumnDecision german = lastOfMany("7", "\"1.234,56\"");
    assertEquals("1.234,56", german.format());
    assertTrue(german.reason().contains("'1.234,56' in line 30,002"), german.reason());
    ColumnDecision text = lastOfMany("7", "n/k");
    assertEquals(ColumnType.TEXT, text.type());
    assertTrue(text.reason().contains("'n/k' in line 30,002"), text.reason());
    assertTrue(text.reason().contains("1 of 30,001"), text.reason());
    assertEquals(ColumnType.TEXT, lastOfMany("7", "007").type());
    ColumnDecision day = lastOfMany("01/02/2026", "13/02/2026");
    assertEquals("dd/MM/yyyy", day.format());
    assertTrue(day.reason().contains("'13/02/2026' in line 30,002"), day.reason());
    assertEquals(ColumnType.TEXT, lastOfMany("01/02/2026", "03/02/2026").type());
    assertEquals(ColumnType.TEXT, lastOfMany("2026-01-01", "2026-02-30").type());
  }

  @Test
  void numbers() {
    assertColumn("decimal 1234,56", "x", "1,5", "22,75");
    assertColumn("decimal 1.234,56", "x", "1.234,50", "0,5");
    assertColumn("decimal 1,234.56", "x", "1,234.50", "7");
    assertColumn("decimal 1 234,56", "x", "1 234,56", "2\u202F345,1", "3\u00A0456,7");
    assertColumn("decimal 1'234.56", "x", "1'234.50", "12.5");
    assertColumn("decimal 1234,56 %", "x", "12,3 %", "0,5 %", " --");
    assertColumn("decimal € 1.234,56", "x", "€ 24.657,70", "€ 1,00");
    assertColumn("decimal 1.234,56 EUR", "x", "24.657,70 EUR", "1,00 EUR");
    assertColumn("decimal $ 1,234.56", "x", "$2,030.00", "-$5.50");
    assertColumn("decimal 1234.56", "x", "1.5e-05", "0.25");
    assertColumn("text", "x", "1,50 €", "2,00 $");
    assertColumn("text", "x", "01067", "10115");
    assertColumn("text", "x", "12345678901234567890123", "5");
    assertColumn("text", "phone", "+4915112345678", "+4915112345679");
    assertColumn("integer 1234", "x", "0", "1", "1");
  }

  @Test
  void decimalsAreJudgedToTheLastOne() {
    assertColumn("decimal 1234.56", "x", "176.21", "-0.50", "12.5", "7");
    assertEquals("195.21", bench.value("SELECT sum(x) FROM bronze.f" + files));
    assertColumn("decimal 1234,56", "x", "176,21", "-0,50", "12,5", "7");
    assertEquals("195.21", bench.value("SELECT sum(x) FROM bronze.f" + files));
    for (String text : new String[] {"007.50", "1e3.5", "1_0.50", "inf", "12.50 x"}) {
      assertEquals(ColumnType.TEXT, lastOfMany("7.25", text).type(), text);
    }
    for (String number : new String[] {"1.23456789", "-.5", "12.", "--", "1.5e-5", " 2.50", "7"}) {
      assertEquals(ColumnType.DECIMAL, lastOfMany("7.25", number).type(), number);
    }
    assertEquals(
        "1.12345678", bench.value("SELECT min(v) FROM bronze.m" + lastFile("7.25", "1.12345678")));
    assertEquals(
        "123456789012345.25",
        bench.value("SELECT max(v) FROM bronze.m" + lastFile("7.25", "123456789012345.25")));
    assertEquals(
        "12345678901234567.5",
        bench.value(
            "SELECT max(v)::DECIMAL(38, 1) FROM bronze.m"
                + lastFile("7.25", "12345678901234567.5")));
  }

  private int lastFile(String many, String last) {
    lastOfMany(many, last);
    return files - 1;
  }

  @Test
  void exactMoneyAndMissingValues() {
    ColumnDecision cost = column("cost", "0,10", "--", "1.000.000.000.000,25", "", "n/a");
    assertEquals("1.234,56", cost.format());
    assertEquals("1000000000000.35", bench.value("SELECT sum(cost) FROM bronze.f1"));
    assertEquals("3", bench.value("SELECT count(*) FROM bronze.f1 WHERE cost IS NULL"));
    column("term", "null", "NA", "schuhe");
    assertEquals("0", bench.value("SELECT count(*) FROM bronze.f2 WHERE term IS NULL"));
  }

  @Test
  void theLocaleTrap() {
    // nothing but the file tells: separated by ';', so the point separates thousands
    ColumnDecision clicks = column("clicks", "12.001", "1.000");
    assertEquals("1.234", clicks.format());
    assertTrue(clicks.reason().startsWith("Ambiguous"), clicks.reason());
    assertEquals("12001", bench.value("SELECT clicks FROM bronze.f1 LIMIT 1"));
    ImportedTable english = bench.load(bench.file("en.csv", "a,clicks\n0.5,12.001\n0.25,1.000\n"));
    assertEquals("1234.56", english.columns().get(1).format());
    ImportedTable german =
        bench.load(bench.file("de.csv", "a,clicks\n\"0,5\",12.001\n\"275,03\",2.206\n"));
    assertEquals("1.234", german.columns().get(1).format());
    assertTrue(german.columns().get(1).reason().contains("'a'"));
    assertColumn("decimal 1234.56", "x", "12.001", "5191");
    assertColumn("decimal 1234.56", "x", "0.634", "4.857");
  }

  @Test
  void datesAndMoments() {
    assertColumn("date yyyy-MM-dd", "d", "2026-01-31", "");
    assertColumn("date dd.MM.yyyy", "d", "31.01.2026", "1.2.2026");
    assertColumn("date MM/dd/yyyy", "d", "01/31/2026", "1/2/2026");
    assertColumn("date yyyyMMdd", "event_date", "20260131", "20260201");
    assertColumn("integer 1234", "amount", "20260131", "20260201");
    assertColumn("timestamp yyyy-MM-dd HH:mm:ss", "d", "2026-01-31 10:11:12", "2026-01-31T10:11");
    assertColumn(
        "timestamp yyyy-MM-dd HH:mm:ssXXX",
        "d",
        "2026-01-31T10:11:12Z",
        "2026-05-01 10:00:00 +0200");
    assertEquals(
        "2026-05-01 08:00:00+00", bench.value("SELECT max(d)::VARCHAR FROM bronze.f" + files));
    assertColumn("timestamp dd.MM.yyyy HH:mm:ss", "d", "31.01.2026 10:11", "01.02.2026 10:11:12");
    assertColumn("timestamp MM/dd/yyyy h:mm:ss a", "d", "1/31/2026 3:04 PM", "2/1/2026 11:00 am");
    assertEquals("0", bench.value("SELECT count(*) FROM bronze.f" + files + " WHERE d IS NULL"));
  }

  @Test
  void aChoiceOfTheUserHolds() {
    ImportedTable table =
        bench.load(
            bench.file("chosen.csv", "a,b\n1,01/02/2026\n2,03/02/2026\n"),
            null,
            Map.of("b", new ColumnDecision("b", ColumnType.DATE, "dd/MM/yyyy", "")));
    assertEquals("dd/MM/yyyy", table.columns().get(1).format());
    assertEquals("2026-02-01", bench.value("SELECT min(b) FROM bronze.chosen"));
  }
}
