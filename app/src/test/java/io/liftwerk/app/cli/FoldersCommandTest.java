package io.liftwerk.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.workspace.Json;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Folders, archives and watched folders on the command line. */
@Timeout(120)
class FoldersCommandTest {
  private static final String CSV = "a;b\n1;x\n2;y\n";

  @TempDir Path folder;
  private Path workspace;
  private Path exports;

  private record Outcome(int code, String out, String err) {
    JsonNode json() throws IOException {
      return Json.mapper().readTree(out);
    }
  }

  @BeforeEach
  void makeWorkspace() throws IOException {
    workspace = folder.resolve("client.liftwerk");
    exports = Files.createDirectories(folder.resolve("exports"));
    assertEquals(0, liftwerk("init", workspace.toString()).code());
  }

  private static Outcome liftwerk(Object... words) {
    String[] args = Stream.of(words).map(Object::toString).toArray(String[]::new);
    var out = new StringWriter();
    var err = new StringWriter();
    int code = Liftwerk.execute(new PrintWriter(out, true), new PrintWriter(err, true), args);
    return new Outcome(code, out.toString(), err.toString());
  }

  @Test
  void whatIsSkippedIsNamedAndDoesNotFail() throws IOException {
    Files.writeString(exports.resolve("leads.csv"), CSV);
    Files.writeString(exports.resolve("README.md"), "# Exports");
    Path zip = exports.resolve("more.zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("costs.csv"));
      out.write((CSV + "3;z\n").getBytes(StandardCharsets.UTF_8));
      out.putNextEntry(new ZipEntry("header.csv"));
      out.write("a;b\n".getBytes(StandardCharsets.UTF_8));
    }
    Outcome words = liftwerk("import", workspace, exports);
    assertEquals(0, words.code(), words.err());
    assertTrue(words.out().contains("more.zip/costs.csv -> bronze.costs: 3 rows"), words.out());
    assertTrue(
        words.out().contains("README.md: README.md tells about the files and holds no data."),
        words.out());
    assertTrue(words.out().contains("[no-rows]"), words.out());
    JsonNode document = liftwerk("import", workspace, zip, "--json").json();
    assertEquals("more.zip/header.csv", document.at("/skipped/0/file").asText());
    assertEquals("no-rows", document.at("/skipped/0/code").asText());
    assertEquals(
        "header.csv has a header but no rows.", document.at("/skipped/0/message").asText());
    assertEquals("costs", document.at("/tables/0/duplicateOf").asText());
  }

  @Test
  void nothingLoadedIsAFailureThatStillNamesTheFiles() throws IOException {
    Files.writeString(exports.resolve("header.csv"), "a;b\n");
    Outcome outcome = liftwerk("import", workspace, exports, "--json");
    assertEquals(1, outcome.code());
    assertEquals("header.csv", outcome.json().at("/skipped/0/file").asText());
    assertEquals("nothing-loaded", outcome.json().at("/error/code").asText());
    assertTrue(outcome.err().contains("[nothing-loaded]"), outcome.err());
  }

  @Test
  void watchedFoldersAreListed() throws IOException {
    assertEquals(0, liftwerk("sources", workspace, "watch", exports).code());
    JsonNode listed = liftwerk("sources", workspace, "watched", "--json").json();
    assertEquals(exports.toString(), listed.at("/folders/0/folder").asText());
    assertEquals("0001", listed.at("/folders/0/run").asText());
    Outcome again = liftwerk("runs", workspace, "rerun", "1", "--json");
    assertTrue(again.json().get("identical").asBoolean(), again.out());
    assertEquals(0, liftwerk("sources", workspace, "unwatch", exports).code());
    Outcome none = liftwerk("sources", workspace, "watched");
    assertEquals("No folder is watched.", none.out().strip());
    assertEquals(1, liftwerk("sources", workspace, "unwatch", exports).code());
    assertEquals(1, liftwerk("sources", workspace, "watch", folder.resolve("gone")).code());
    assertEquals(2, liftwerk("sources", workspace, "watch").code());
  }

  @Test
  void watchingTakesFoldersOnly() throws IOException {
    Path file = Files.writeString(folder.resolve("leads.csv"), CSV);
    assertEquals(1, liftwerk("import", workspace, file, "--watch").code());
    assertEquals(2, liftwerk("import", workspace, exports, "--watch", "--as", "x").code());
  }

  /** A process of its own, ended as Ctrl+C ends it: by a signal that it may answer. */
  @Test
  void watchingEndsWithoutAnErrorWhenItIsInterrupted() throws Exception {
    Assumptions.assumeFalse(File.separatorChar == '\\', "no signals here");
    Files.writeString(exports.resolve("leads.csv"), CSV);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx256m",
                "-Dliftwerk.home=" + System.getProperty("liftwerk.home"),
                "-cp",
                System.getProperty("java.class.path"),
                "io.liftwerk.app.Main",
                "import",
                workspace.toString(),
                exports.toString(),
                "--watch",
                "--json")
            .redirectError(folder.resolve("err").toFile())
            .start();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      String line = lines.readLine();
      assertTrue(line != null, () -> said());
      JsonNode first = Json.mapper().readTree(line);
      assertEquals("leads", first.at("/tables/0/name").asText());
      Files.writeString(exports.resolve("broken.csv"), "a;b\n");
      JsonNode second = Json.mapper().readTree(lines.readLine());
      assertEquals("broken.csv", second.get("file").asText());
      assertEquals("no-rows", second.at("/error/code").asText());
      process.destroy();
      assertEquals(0, process.waitFor(), this::said);
    } finally {
      process.destroyForcibly();
    }
    JsonNode listed = liftwerk("sources", workspace, "list", "--json").json();
    assertEquals(List.of("leads"), listed.get("tables").findValuesAsText("name").subList(0, 1));
  }

  private String said() {
    try {
      return Files.readString(folder.resolve("err"));
    } catch (IOException e) {
      return e.toString();
    }
  }
}
