package io.liftwerk.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a column is kept as, the characters of the file come back. */
class StorageTest {
  private static final List<String> PLAIN = List.of("1", "42", "0", "-7", "123456789012345678");
  private static final List<String> TRAPS =
      List.of(
          "007",
          "-0",
          "+5",
          " 5",
          "5 ",
          "1_000",
          "1e3",
          "1.0",
          "1.",
          ".5",
          "1,50",
          "1.50",
          "-0.00",
          "9223372036854775807",
          "99999999999999999999",
          "0x1F",
          "nan",
          "inf",
          "true",
          "--",
          "2024-02-30",
          "2024-2-3",
          "24-02-03",
          "2024-02-03 00:00:00",
          "-2024-02-03",
          "١٢٣",
          "1 2");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,2,-3|WHOLE|0",
        "0.50,12.25|POINT|2",
        "2024-01-31,1999-12-01|DAY|0",
        "1,01|TEXT|0",
        "1,2.5|TEXT|0",
        "1.5,1.25|TEXT|0",
        "-0|TEXT|0",
        "1234567890123456789|TEXT|0",
        "31.12.2024|TEXT|0"
      })
  void whatValuesSuggest(String values, Storage.Kind kind, int scale) {
    assertEquals(new Storage(kind, scale), Storage.guess(List.of(values.split(","))));
  }

  @Test
  void nothingSuggestsNothing() {
    assertEquals(Storage.TEXT, Storage.guess(List.of()));
    assertEquals(new Storage(Storage.Kind.COMMA, 2), Storage.guess(List.of("1,50", "-12,00")));
  }

  /** A trap in the last of many rows, where the first rows promised a number or a day. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void theCharactersOfTheFileComeBack(int seed) {
    var random = new SplittableRandom(seed);
    List<List<@Nullable String>> wanted = new ArrayList<>();
    var text = new StringBuilder("whole;point;comma;day;trap\n");
    for (int i = 0; i < 3000 + TRAPS.size(); i++) {
      String trap = i < 3000 ? null : TRAPS.get(i - 3000);
      List<String> row = new ArrayList<>();
      row.add(PLAIN.get(random.nextInt(PLAIN.size())));
      row.add(random.nextInt(1000) + "." + (10 + random.nextInt(90)));
      row.add(random.nextInt(1000) + "," + (10 + random.nextInt(90)));
      row.add("2024-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(10));
      row.add("7");
      if (trap != null) {
        row.set(random.nextInt(seed < 4 ? 5 : 1), trap);
      }
      text.append(String.join(";", row)).append('\n');
      wanted.add(new ArrayList<>(row));
      wanted.getLast().addFirst(Integer.toString(i + 2));
    }
    try (var bench = new Bench(folder)) {
      bench.load(bench.file("traps.csv", text.toString()));
      assertEquals(wanted, bench.texts(1, List.of("whole", "point", "comma", "day", "trap")));
    }
  }

  @Test
  void columnsThatHoldWhatTheyPromiseAreKeptTyped() {
    try (var bench = new Bench(folder)) {
      bench.load(
          bench.file(
              "typed.csv",
              "n;p;k;d;t\n1;1.50;2,25;2024-01-31;x\n;;;;y\n-3;0.00;0,10;1999-12-31;z\n"));
      assertEquals(
          List.of("BIGINT", "DECIMAL(18,2)", "DECIMAL(18,2)", "DATE", "VARCHAR"),
          bench.rows("SELECT data_type FROM duckdb_columns() WHERE table_name = 'l000001'").stream()
              .map(List::getFirst)
              .toList());
      assertEquals(
          List.of("BIGINT", "DECIMAL(18,2)", "DECIMAL(18,2)", "DATE", "VARCHAR"),
          bench.rows("SELECT column_type FROM (DESCRIBE bronze.typed) LIMIT 5").stream()
              .map(List::getFirst)
              .toList());
    }
  }
}
