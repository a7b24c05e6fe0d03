package io.liftwerk.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.testsupport.OtherJvm;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.RunRecord;
import io.liftwerk.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A process killed while it scores leaves the earlier ranking, or the new one: never a ranked file
 * or a model without its run, nor a run without its files.
 */
@Timeout(300)
class KilledScoringTest {
  @TempDir private Path folder;

  /** The process that is killed: scores {@code bronze.leads} in the workspace named first. */
  public static final class Scorer {
    private Scorer() {}

    public static void main(String[] arguments) {
      try (Workspace workspace = Workspace.open(Path.of(arguments[0]))) {
        new JobRunner(workspace, Runnable::run)
            .run(new LeadScoring(Bench.request("leads", "gewonnen")));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "load, false",
    "swap, false",
    "ledger, false",
    "publish, true",
    "publish:2, true",
    "publish:3, true",
    "publish:4, true",
    "checkpoint, true",
    "audit, true"
  })
  void aRankedFileAndItsRunAreThereTogether(String point, boolean committed) throws Exception {
    Path place;
    Map<String, String> earlier;
    try (var bench = new Bench(folder)) {
      place = bench.workspace().folder();
      bench.sql(LeadScoringTest.leads(300));
      bench.score(Bench.request("leads", "gewonnen"));
      earlier = exports(place);
    }
    assertEquals(List.of("leads-leads-0001.csv", "leads-leads-0001.xlsx"), names(earlier));
    kill(place, point);
    try (var bench = new Bench(Workspace.open(place))) {
      Map<String, String> now = exports(place);
      List<String> recorded =
          bench.workspace().ledger().list().stream()
              .map(RunRecord::artefacts)
              .flatMap(List::stream)
              .filter(file -> file.startsWith("exports/"))
              .map(file -> file.replace("exports/", ""))
              .sorted()
              .toList();
      assertEquals(recorded, names(now));
      assertEquals(committed ? 4 : 2, now.size());
      now.keySet().retainAll(earlier.keySet());
      assertEquals(earlier, now);
      assertEquals(
          List.of(committed ? "0002|300" : "0001|300"),
          bench.query("SELECT run, count(*) FROM gold.lead_scores GROUP BY run"));
      ModelRegistry registry = ModelRegistry.of(bench.workspace());
      assertEquals(committed ? 2 : 1, registry.list().size());
      registry.list().forEach(registry::load);
      assertEquals(
          registry.list().stream().map(ModelVersion::file).sorted().toList(), models(place));
      assertTrue(bench.workspace().audit().verify().ok());
      assertEquals(committed ? "0003" : "0002", bench.run(Bench.request("leads", "gewonnen")).id());
    }
  }

  private static void kill(Path place, String point) throws Exception {
    Process process =
        OtherJvm.of(
                Scorer.class, List.of("-Xmx512m", "-Dliftwerk.killAt=" + point), place.toString())
            .start();
    String said = OtherJvm.output(process);
    assertEquals(137, process.waitFor(), said);
  }

  /** Name and content of everything in the folder for people, hidden or not. */
  private static Map<String, String> exports(Path place) throws IOException {
    var found = new TreeMap<String, String>();
    try (Stream<Path> files = Files.list(place.resolve("exports"))) {
      for (Path file : files.toList()) {
        found.put(
            String.valueOf(file.getFileName()),
            Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return found;
  }

  /** Everything in the registry's folder, hidden or not. */
  private static List<String> models(Path place) throws IOException {
    try (Stream<Path> files = Files.list(place.resolve("registry"))) {
      return files.map(file -> "registry/" + file.getFileName()).sorted().toList();
    }
  }

  private static List<String> names(Map<String, String> files) {
    return List.copyOf(files.keySet());
  }
}
