package io.liftwerk.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liftwerk.warehouse.CheckRequest;
import io.liftwerk.warehouse.CheckResult;
import io.liftwerk.warehouse.CheckResult.TestResult;
import io.liftwerk.warehouse.QualityCheck;
import io.liftwerk.workspace.Run;
import io.liftwerk.workspace.WorkbenchException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

@Command(
    name = "check",
    footer = {
      "  liftwerk check nordwand",
      "  liftwerk check nordwand --select kpi_daily,kpi_churn --json"
    })
final class CheckCommand extends HandedCommand {
  @Parameters(paramLabel = "WS", descriptionKey = "WS")
  Path folder;

  @Option(names = "--select", paramLabel = "MODEL[,MODEL]")
  List<String> select = List.of();

  @Override
  public Integer call() throws Exception {
    CheckRequest request = CheckRequest.now(selected());
    Run<CheckResult> run = handed(folder, new QualityCheck(request), CheckResult.class);
    WorkbenchException stop = stop(run.result());
    if (json) {
      ObjectNode document = Console.document(run);
      if (stop != null) {
        document.set("error", Console.error(stop));
      }
      console().json(document);
    } else {
      CheckText.print(console(), run);
    }
    if (stop != null) {
      console().error(stop, false);
      return 1;
    }
    return 0;
  }

  /** What makes the command fail, though its run is recorded; null when nothing does. */
  private static @Nullable WorkbenchException stop(CheckResult result) {
    List<TestResult> stopping = result.stopping();
    if (stopping.isEmpty()) {
      return null;
    }
    return new WorkbenchException(
        "tests-failed",
        stopping.size() == 1
            ? "The test " + stopping.getFirst().test() + " did not pass."
            : stopping.size() + " tests did not pass.",
        "The failing rows lie in the tables of the schema failures.");
  }

  private List<String> selected() {
    return select.stream()
        .flatMap(
            text ->
                NameList.of(text)
                    .orElseThrow(
                        () ->
                            new ParameterException(
                                spec.commandLine(), Texts.of("usage.quote", "--select", text)))
                    .stream())
        .toList();
  }
}
