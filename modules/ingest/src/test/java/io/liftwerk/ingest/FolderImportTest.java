package io.liftwerk.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.workspace.JobCatalog;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Rerun;
import io.liftwerk.workspace.RerunResult;
import io.liftwerk.workspace.WorkbenchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders: every file below that may be an export is loaded, the rest is named with a reason. */
class FolderImportTest {
  private static final String CSV = "a;b\n1;x\n2;y\n";

  @TempDir Path folder;
  private Path exports;
  private Bench bench;

  @BeforeEach
  void open() throws IOException {
    bench = new Bench(folder);
    exports = Files.createDirectory(folder.resolve("exports"));
  }

  @AfterEach
  void close() {
    bench.assertStagingEmpty();
    bench.close();
  }

  private Path put(String name, String content) throws IOException {
    Path file = exports.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  private ImportResult load(Path... named) {
    return bench.result(ImportRequest.of(List.of(named).stream().map(Path::toString).toList()));
  }

  private static Map<String, String> tables(ImportResult result) {
    return result.tables().stream()
        .collect(
            Collectors.toMap(
                ImportedTable::file, ImportedTable::name, (one, other) -> one, TreeMap::new));
  }

  private static Map<String, String> skipped(ImportResult result) {
    return result.skipped().stream()
        .collect(Collectors.toMap(Skipped::file, Skipped::code, (one, other) -> one, TreeMap::new));
  }

  @Test
  void whatIsNoExportIsLeftOutAndNamed() throws IOException {
    put("leads.csv", CSV);
    put("README.md", "# About");
    put("LICENSE", "All rights");
    put("deep/er/costs.csv", CSV + "3;z\n");
    put("Generator.java", "class Generator {}");
    put("tool.exe", "MZ");
    put("chart.png", "png");
    put("empty.csv", "");
    put("broken.json", "[{\"a\":1},");
    put(".hidden.csv", CSV);
    put(".cache/x.csv", CSV);
    put("download.csv.crdownload", CSV);
    put("client.liftwerk/exports/leads.csv", CSV);
    put("named/workspace.json", "{}");
    put("named/warehouse.duckdb", "x");
    put("named/old.csv", CSV);
    ImportResult result = load(exports);
    assertEquals(Map.of("leads.csv", "leads", "deep/er/costs.csv", "costs"), tables(result));
    assertEquals(
        new TreeMap<>(
            Map.ofEntries(
                Map.entry("README.md", "file-readme"),
                Map.entry("LICENSE", "file-readme"),
                Map.entry("Generator.java", "not-a-table"),
                Map.entry("tool.exe", "not-a-table"),
                Map.entry("chart.png", "not-a-table"),
                Map.entry("empty.csv", "file-empty"),
                Map.entry("broken.json", "file-damaged"),
                Map.entry(".hidden.csv", "file-hidden"),
                Map.entry(".cache", "file-hidden"),
                Map.entry("download.csv.crdownload", "file-unfinished"),
                Map.entry("client.liftwerk", "folder-is-workspace"),
                Map.entry("named", "folder-is-workspace"))),
        skipped(result));
    assertEquals("deep/er/costs.csv", bench.value("SELECT _source FROM bronze.costs LIMIT 1"));
    assertEquals(1, new BronzeTables(bench.workspace()).history().size(), "undone as one step");
  }

  @Test
  void filesOfTheSameNameBearTheirFolders() throws IOException {
    put("google/report.csv", CSV);
    put("meta/report.csv", CSV + "3;z\n");
    put("report.csv", CSV + "4;z\n");
    put("2026/de/costs.csv", CSV + "5;z\n");
    put("2025/de/costs.csv", CSV + "6;z\n");
    put("same/one.csv", CSV + "7;z\n");
    put("same/one.txt", CSV + "8;z\n");
    Files.write(exports.resolve("amazon.zip"), ZipMaker.of("report.csv", CSV + "9;z\n"));
    assertEquals(
        new TreeMap<>(
            Map.of(
                "google/report.csv", "google_report",
                "meta/report.csv", "meta_report",
                "report.csv", "exports_report",
                "amazon.zip/report.csv", "amazon_report",
                "2025/de/costs.csv", "t_2025_de_costs",
                "2026/de/costs.csv", "t_2026_de_costs",
                "same/one.csv", "one",
                "same/one.txt", "one_2")),
        tables(load(exports)));
  }

  @Test
  void linksAreNotFollowed() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.csv"), CSV);
    put("leads.csv", CSV + "3;z\n");
    try {
      Files.createSymbolicLink(exports.resolve("out.csv"), secret);
      Files.createSymbolicLink(exports.resolve("up"), folder);
    } catch (IOException | UnsupportedOperationException e) {
      Assumptions.abort("no links here");
    }
    ImportResult result = load(exports);
    assertEquals(Map.of("leads.csv", "leads"), tables(result));
    assertEquals(Map.of("out.csv", "file-link", "up", "file-link"), skipped(result));
    Path link = Files.createSymbolicLink(folder.resolve("link"), exports);
    assertEquals(
        Map.of("leads.csv", "leads"), tables(load(link)), "the folder itself may be named by one");
  }

  @Test
  void limits() throws IOException {
    put("x/".repeat(15) + "in.csv", CSV);
    put("x/".repeat(17) + "out.csv", CSV + "3;z\n");
    ImportResult result = load(exports);
    assertEquals(1, result.tables().size());
    assertEquals(List.of("folder-too-deep"), List.copyOf(skipped(result).values()));
    Path many = Files.createDirectory(folder.resolve("many"));
    for (int i = 0; i <= FolderWalk.MOST_FILES; i++) {
      Files.createFile(many.resolve(i + ".csv"));
    }
    assertEquals("folder-too-large", bench.refused(many).code());
  }

  @Test
  void nothingToLoad() throws IOException {
    assertEquals("nothing-inside", bench.refused(exports).code());
    assertEquals("folder-is-workspace", bench.refused(bench.workspace().folder()).code());
    put("chart.png", "png");
    ImportResult result = load(exports);
    assertEquals(List.of(), result.tables());
    assertEquals(1, result.skipped().size());
  }

  @Test
  void whatMayNotBeReadDoesNotLoseTheRest() throws IOException {
    put("costs.csv", CSV + "3;z\n");
    Path file = put("leads.csv", CSV);
    try {
      Files.setPosixFilePermissions(file, java.util.Set.of());
    } catch (UnsupportedOperationException e) {
      Assumptions.abort("no permissions here");
    }
    Assumptions.assumeFalse(Files.isReadable(file), "runs as a user who may read anything");
    ImportResult result = load(exports);
    assertEquals(Map.of("leads.csv", "file-unreadable"), skipped(result));
    assertEquals(Map.of("costs.csv", "costs"), tables(result));
  }

  @Test
  void whatIsNamedMustBeThere() throws IOException {
    Path gone = exports.resolve("gone.csv");
    put("leads.csv", CSV);
    assertEquals(
        "file-missing", assertThrows(WorkbenchException.class, () -> load(exports, gone)).code());
    assertEquals(List.of(), bench.tables(), "all or nothing among what is named");
  }

  @Test
  void aRepetitionTakesTheFilesOfThen() throws IOException {
    put("b/leads.csv", CSV);
    Path costs = put("costs.csv", CSV + "3;z\n");
    put("broken.json", "[{\"a\":1},");
    load(exports);
    put("new.csv", CSV + "4;z\n");
    var again =
        new Rerun(
            bench.workspace(),
            new JobRunner(bench.workspace(), Runnable::run),
            new JobCatalog().register(FileImport.NAME, ImportRequest.class, FileImport::new));
    RerunResult same = again.run("1", null);
    assertTrue(same.identical(), same::toString);
    assertEquals(2, same.again().inputs().size());
    Files.writeString(costs, CSV + "5;z\n");
    assertEquals(
        "input-changed", assertThrows(WorkbenchException.class, () -> again.run("1", null)).code());
    Files.delete(costs);
    WorkbenchException gone = assertThrows(WorkbenchException.class, () -> again.run("1", null));
    assertEquals("file-missing", gone.code());
    assertFalse(Files.exists(costs));
  }
}
