package io.liftwerk.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random files, written from records that are known: every record is a row or a reject, in its
 * line.
 */
class NothingLostTest {
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

  private record Wanted(List<List<@Nullable String>> rows, List<@Nullable String> rejectLines) {}

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void rowsAndRejectsAreTheRecords(int seed) {
    var random = new SplittableRandom(seed);
    var text = new StringBuilder();
    Wanted wanted = write(random, text);
    Charset charset =
        switch (seed % 4) {
          case 0 -> Charset.forName("windows-1252");
          case 1 -> StandardCharsets.UTF_16LE;
          default -> StandardCharsets.UTF_8;
        };
    ImportedTable table =
        bench.load(
            bench.file(
                "random.csv",
                (charset == StandardCharsets.UTF_16LE ? "\uFEFF" : "") + text,
                charset));
    assertEquals(wanted.rows().size(), table.rows());
    assertEquals(wanted.rejectLines().size(), table.rejects());
    var found = bench.texts(1, List.of("a", "b", "c"));
    for (int i = 0; i < found.size(); i++) {
      assertEquals(wanted.rows().get(i), found.get(i));
    }
    if (table.rejects() > 0) {
      assertEquals(
          wanted.rejectLines(),
          bench.rows("SELECT _row FROM bronze.random__rejects ORDER BY _row").stream()
              .map(List::getFirst)
              .toList());
    }
  }

  private static Wanted write(SplittableRandom random, StringBuilder text) {
    char delimiter = ",;\t|".charAt(random.nextInt(4));
    String[] ends =
        random.nextInt(3) == 0
            ? new String[] {"\n", "\r\n", "\r"}
            : new String[] {random.nextBoolean() ? "\n" : "\r\n"};
    boolean wild = random.nextInt(4) > 0;
    text.append("a").append(delimiter).append("b").append(delimiter).append("c").append(ends[0]);
    var rows = new ArrayList<List<@Nullable String>>();
    var rejects = new ArrayList<@Nullable String>();
    long line = 2;
    int records = 1 + random.nextInt(400);
    for (int r = 0; r < records; r++) {
      int fields = wild && random.nextInt(25) == 0 ? 2 + 2 * random.nextInt(2) : 3;
      var row = new ArrayList<@Nullable String>();
      row.add(Long.toString(line));
      long lines = 1;
      for (int f = 0; f < fields; f++) {
        String value = value(random, wild);
        if (f == 0 && value.isEmpty()) {
          value = "x";
        }
        if (f == fields - 1 && value.isEmpty()) {
          value = "z";
        }
        lines += value.chars().filter(c -> c == '\n').count();
        boolean must =
            value.chars().anyMatch(c -> c == delimiter || c == '"' || c == '\n')
                || value.startsWith(" ");
        if (f > 0) {
          text.append(delimiter);
        }
        boolean quote = must || random.nextInt(4) == 0;
        text.append(quote ? '"' + value.replace("\"", "\"\"") + '"' : value);
        row.add(value.isEmpty() ? null : value);
      }
      // the last line may lack its end
      if (r < records - 1 || random.nextBoolean()) {
        text.append(ends[random.nextInt(ends.length)]);
      }
      if (fields == 3) {
        rows.add(row);
      } else {
        rejects.add(Long.toString(line));
      }
      line += lines;
      if (wild
          && random.nextInt(40) == 0
          && r < records - 1
          && text.charAt(text.length() - 1) != '\r') {
        text.append(ends[0]);
        line++;
      }
    }
    if (rows.isEmpty()) {
      text.append("1").append(delimiter).append("2").append(delimiter).append("3");
    }
    return new Wanted(rows, rejects);
  }

  private static String value(SplittableRandom random, boolean wild) {
    String letters = wild ? "ab1äß\"\n ,;\t|é'" : "abc123äß";
    var value = new StringBuilder();
    int length = random.nextInt(9);
    for (int i = 0; i < length; i++) {
      value.append(letters.charAt(random.nextInt(letters.length())));
    }
    String text = value.toString();
    return text.endsWith(" ") ? text + "." : text;
  }

  @Test
  void aStrayQuoteCostsOneLine() {
    ImportedTable table =
        bench.load(
            bench.file(
                "stray.csv",
                "a,b,c\n1,2,3\n4,\"5,6\n7,8,9\n10,11,12\n13,\"14 \"\"inch\"\"\",15\n"));
    assertEquals(4, table.rows());
    assertEquals(1, table.rejects());
    assertEquals(
        List.of(List.of("3", "4,\"5,6")),
        bench.rows("SELECT _row, line FROM bronze.stray__rejects"));
    assertEquals(
        List.of(List.of("2"), List.of("4"), List.of("5"), List.of("6")),
        bench.rows("SELECT _row FROM bronze.stray"));
  }

  @Test
  void linesStayRightAfterARejectAndAQuotedLineBreak() {
    bench.load(bench.file("shift.csv", "id,note\n1,\"two\nlines\"\n2,x,y\n\n3,end\n"));
    assertEquals(
        List.of(List.of("1", "2"), List.of("3", "6")),
        bench.rows("SELECT id, _row FROM bronze.shift"));
    assertEquals(
        List.of(List.of("4", "3 fields instead of 2", "2,x,y")),
        bench.rows("SELECT _row, reason, line FROM bronze.shift__rejects"));
  }

  @Test
  void bothWaysOfReadingAgree() {
    var text = new StringBuilder("k;v\n");
    for (int i = 0; i < 20_000; i++) {
      text.append(i).append(";\"w").append(i % 97).append("\"\n");
    }
    bench.load(bench.file("fast.csv", text.toString()));
    bench.load(bench.file("slow.csv", text + "x;y;z\n"));
    assertEquals(
        "0",
        bench.value(
            "SELECT count(*) FROM (SELECT k, v, _row FROM bronze.fast EXCEPT"
                + " SELECT k, v, _row FROM bronze.slow)"));
  }
}
