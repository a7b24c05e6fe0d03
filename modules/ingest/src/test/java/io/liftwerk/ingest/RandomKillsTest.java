package io.liftwerk.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.testsupport.OtherJvm;
import io.liftwerk.workspace.AuditTrail;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Workspace;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A process killed fifty times at moments nobody chose, in two workspaces side by side: whatever it
 * was doing, the next one finds the earlier tables and the new one whole or not at all.
 */
@Timeout(900)
@Execution(ExecutionMode.CONCURRENT)
class RandomKillsTest {
  /** In each workspace. */
  private static final int KILLS = 25;

  private static final int ROWS = 12_000;
  private static final long MOST_MILLIS = 1_500;

  /** How a file is read differs by its kind, and so does what a kill can leave. */
  private enum Kind {
    CSV,
    GZIP,
    XLSX,
    ZIP,
    JSON
  }

  @TempDir Path folder;
  private final Deque<Importer> waiting = new ArrayDeque<>();

  /** The process that is killed: told on its input what to import where. */
  public static final class Importing {
    private Importing() {}

    public static void main(String[] arguments) throws IOException {
      var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      Path place = Path.of(in.readLine());
      String file = in.readLine();
      try (Workspace workspace = Workspace.open(place)) {
        System.out.println("begun");
        new JobRunner(workspace, Runnable::run)
            .run(new FileImport(ImportRequest.of(List.of(file))));
        System.out.println("ended");
      }
    }
  }

  private record Importer(Process process, BufferedReader said) {
    void tell(Path place, Path file) throws IOException {
      OutputStream out = process.getOutputStream();
      out.write((place + "\n" + file + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
      String line = said.readLine();
      if (!"begun".equals(line)) {
        throw new AssertionError(line + said.lines().collect(Collectors.joining("\n", "\n", "")));
      }
    }
  }

  /** Two are made ahead, so that their start is not waited for. */
  private Importer importer() throws IOException {
    while (waiting.size() < 3) {
      Process process = OtherJvm.of(Importing.class, List.of()).start();
      waiting.add(new Importer(process, process.inputReader(StandardCharsets.UTF_8)));
    }
    return waiting.removeFirst();
  }

  @AfterEach
  void endTheRest() {
    waiting.forEach(one -> one.process().destroyForcibly());
  }

  @ParameterizedTest
  @ValueSource(longs = {20_260_301, 20_260_302})
  void everyReopeningFindsWholeTablesAndNoOthers(long seed) throws Exception {
    var random = new Random(seed);
    Path place;
    try (var bench = new Bench(folder)) {
      place = bench.workspace().folder();
    }
    Map<String, Long> expected = new TreeMap<>();
    Map<Kind, Long> usual = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      Importer importer = importer();
      importer.tell(place, file(kind, 0));
      long begun = System.nanoTime();
      assertEquals("ended", importer.said().readLine());
      // on a machine with other things to do an import takes long, and so would this test
      usual.put(kind, Math.min(MOST_MILLIS, (System.nanoTime() - begun) / 1_000_000));
      assertEquals(0, importer.process().waitFor());
      expected.putAll(tables(kind, 0));
    }
    check(place, expected);
    int lost = 0;
    for (int kill = 1; kill <= KILLS; kill++) {
      Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
      Path file = file(kind, kill);
      long delay = (long) (random.nextDouble() * usual.getOrDefault(kind, 0L));
      Importer importer = importer();
      importer.tell(place, file);
      Thread.sleep(delay);
      importer.process().destroyForcibly();
      importer.process().waitFor();
      lost += committed(place, kind, kill, expected) ? 0 : 1;
      check(place, expected);
      Files.delete(file);
    }
    assertTrue(lost > 0, "some were killed before the end");
  }

  /** Whether the killed import got as far as its commit; what it made is expected from now on. */
  private static boolean committed(Path place, Kind kind, int number, Map<String, Long> expected) {
    Map<String, Long> made = tables(kind, number);
    try (Workspace workspace = Workspace.open(place)) {
      boolean there =
          new BronzeTables(workspace)
              .list().stream().anyMatch(table -> made.containsKey(table.name()));
      if (there) {
        expected.putAll(made);
      }
      return there;
    }
  }

  private void check(Path place, Map<String, Long> expected) {
    assertTrue(AuditTrail.verify(place).ok());
    try (var bench = new Bench(Workspace.open(place), folder)) {
      var found = new TreeMap<String, Long>();
      var loads = new ArrayList<String>();
      for (SourceTable table : new BronzeTables(bench.workspace()).list()) {
        found.put(table.name(), table.rows());
        loads.add(Catalog.loadTable(table.id()));
      }
      assertEquals(expected, found);
      assertEquals(
          loads.stream().sorted().toList(),
          bench.tables().stream().filter(name -> name.startsWith("load.")).toList());
      String counts =
          expected.keySet().stream()
              .map(name -> "SELECT '" + name + "', count(n), sum(n) FROM bronze." + name)
              .collect(Collectors.joining(" UNION ALL "));
      for (List<@Nullable String> row : bench.rows(counts)) {
        long rows = expected.getOrDefault(String.valueOf(row.get(0)), -1L);
        assertEquals(String.valueOf(rows), row.get(1), row.get(0));
        assertEquals(String.valueOf(rows * (rows - 1) / 2), row.get(2), row.get(0));
      }
      bench.assertStagingEmpty();
    }
  }

  private static Map<String, Long> tables(Kind kind, int number) {
    String name = kind.name().toLowerCase(java.util.Locale.ROOT) + "_" + number;
    return kind == Kind.ZIP
        ? Map.of(name, (long) ROWS, name + "_b", ROWS / 2L)
        : Map.of(name, (long) ROWS);
  }

  private Path file(Kind kind, int number) throws IOException {
    String name = kind.name().toLowerCase(java.util.Locale.ROOT) + "_" + number;
    return switch (kind) {
      case CSV -> Files.writeString(folder.resolve(name + ".csv"), csv(name, ROWS));
      case GZIP ->
          Files.write(folder.resolve(name + ".csv.gz"), BadInputTest.gzip(csv(name, ROWS)));
      case ZIP ->
          Files.write(
              folder.resolve(name + ".zip"),
              ZipMaker.of(name + ".csv", csv(name, ROWS), name + "_b.csv", csv(name, ROWS / 2)));
      case JSON -> {
        var lines = new StringBuilder();
        for (int i = 0; i < ROWS; i++) {
          lines.append("{\"n\":" + i + ",\"word\":\"w" + i % 97 + "\",\"of\":" + number + "}\n");
        }
        yield Files.writeString(folder.resolve(name + ".json"), lines);
      }
      case XLSX -> workbook(folder.resolve(name + ".xlsx"), number);
    };
  }

  /** No two files have the same bytes: the second would be known already. */
  private static String csv(String name, int rows) {
    var lines = new StringBuilder("n;word;of\n");
    for (int i = 0; i < rows; i++) {
      lines.append(i).append(";w").append(i % 97).append(';').append(name).append('\n');
    }
    return lines.toString();
  }

  private static Path workbook(Path file, int number) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        var book = new Workbook(out, "test", "1.0")) {
      var sheet = book.newWorksheet("Daten");
      sheet.value(0, 0, "n");
      sheet.value(0, 1, "word");
      sheet.value(0, 2, "of");
      for (int i = 0; i < ROWS; i++) {
        sheet.value(i + 1, 0, i);
        sheet.value(i + 1, 1, "w" + i % 97);
        sheet.value(i + 1, 2, number);
      }
    }
    return file;
  }
}
