package io.liftwerk.app.cli;

import io.liftwerk.app.Demo;
import io.liftwerk.workspace.WorkbenchException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/**
 * What people do first on the command line, done once in a folder that goes away again: the start
 * script has the JVM record it, as it does with the first window, and every later start goes by the
 * records.
 */
@Command(name = "rehearse", footer = "  liftwerk rehearse")
final class RehearseCommand implements Callable<Integer> {
  @Override
  public Integer call() throws IOException {
    Path place = Files.createTempDirectory("liftwerk-rehearsal");
    // neither the user's recent workspaces nor the user's keys have to do with it
    System.setProperty("liftwerk.home", place.resolve("home").toString());
    try {
      Path workspace = place.resolve("rehearsal.liftwerk");
      for (List<String> command : commands(workspace.toString(), Demo.sampleData())) {
        run(command);
      }
    } finally {
      delete(place);
    }
    return 0;
  }

  private static List<List<String>> commands(String workspace, Path samples) {
    String leads = samples.resolve("crm_leads.csv").toString();
    String ads = samples.resolve("google-ads").toString();
    return List.of(
        List.of("init", workspace),
        List.of("import", workspace, leads, ads),
        List.of("config", workspace, "basis", "crm_leads", "consent"),
        List.of("build", workspace),
        List.of("kpis", workspace),
        List.of("leads", workspace, "--table", "crm_leads", "--target", "Abgeschlossen"),
        List.of("runs", workspace, "list"));
  }

  private static void run(List<String> command) {
    var said = new StringWriter();
    var errors = new StringWriter();
    int code =
        Liftwerk.execute(
            new PrintWriter(said), new PrintWriter(errors), command.toArray(String[]::new));
    if (code != 0) {
      throw new WorkbenchException(
          "rehearsal-failed",
          "The rehearsal ended at '" + command.getFirst() + "': " + errors.toString().strip(),
          "Liftwerk works as before; only its start is not sped up.");
    }
  }

  private static void delete(Path place) throws IOException {
    try (Stream<Path> below = Files.walk(place)) {
      for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
