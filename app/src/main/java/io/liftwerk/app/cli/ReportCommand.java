package io.liftwerk.app.cli;

import io.liftwerk.report.ClientReport;
import io.liftwerk.report.ReportRequest;
import io.liftwerk.report.ReportResult;
import io.liftwerk.report.ReportSettings;
import io.liftwerk.workspace.Run;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** A report for a client from results that the ledger holds. */
@Command(
    name = "report",
    footer = {
      "  liftwerk report nordwand nordwand.html",
      "  liftwerk report nordwand q3.pdf --kind kpis,leads,keywords --client \"Nordwand GmbH\""
          + " --logo logo.svg --language de"
    })
final class ReportCommand extends WorkspaceCommand {
  @Parameters(index = "0", paramLabel = "WS", descriptionKey = "WS")
  Path folder;

  @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "liftwerk.report.FILE")
  Path file;

  @Option(names = "--runs", paramLabel = "RUN[,RUN]", split = ",")
  List<String> runs = List.of();

  @Option(names = "--kind", paramLabel = "KIND[,KIND]", split = ",")
  List<String> kinds = List.of();

  @Option(names = "--title", paramLabel = "TEXT", defaultValue = "")
  String title;

  @Option(names = "--client", paramLabel = "NAME")
  @Nullable String client;

  @Option(names = "--logo", paramLabel = "PICTURE")
  @Nullable Path logo;

  @Option(names = "--language", paramLabel = "LANGUAGE")
  @Nullable String language;

  @Override
  public Integer call() throws Exception {
    if (!runs.isEmpty() && !kinds.isEmpty()) {
      throw new ParameterException(spec.commandLine(), Texts.of("usage.report.both"));
    }
    NewFile.check(file);
    NewFile.checkFolder(file);
    var job =
        new ClientReport(
            new ReportRequest(
                ClientReport.format(file),
                runs.stream().map(String::strip).toList(),
                kinds.stream().map(String::strip).toList(),
                title,
                "",
                language == null ? systemLanguage() : language.toLowerCase(Locale.ROOT)));
    Run<ReportResult> run =
        with(
            folder,
            workspace -> {
              if (logo != null) {
                ReportSettings.keepLogo(workspace, logo);
              }
              if (client != null) {
                ReportSettings.keepClient(workspace, client);
              }
              Run<ReportResult> done = run(workspace, job);
              NewFile.copy(workspace.folder().resolve(done.result().file()), file);
              return done;
            });
    if (json) {
      console().json(Console.document(run));
      return 0;
    }
    ReportResult result = run.result();
    for (ReportResult.Part part : result.parts()) {
      console().line(part.run() + "  " + part.finding());
    }
    console()
        .line(
            Texts.of(
                "report.done",
                result.parts().size(),
                file.toString(),
                result.bytes(),
                run.id(),
                result.sha256()));
    return 0;
  }

  private static String systemLanguage() {
    return Locale.getDefault().getLanguage().equals("de") ? "de" : "en";
  }
}
