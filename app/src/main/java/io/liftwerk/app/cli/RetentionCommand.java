package io.liftwerk.app.cli;

import io.liftwerk.ingest.Retention;
import io.liftwerk.ingest.RetentionRequest;
import io.liftwerk.ingest.RetentionResult;
import io.liftwerk.ingest.RetentionSettings;
import io.liftwerk.ingest.RetentionSettingsRequest;
import io.liftwerk.ingest.RetentionSettingsResult;
import io.liftwerk.workspace.Run;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

@Command(
    name = "retention",
    footer = {
      "  liftwerk retention nordwand --table crm_leads --days 730",
      "  liftwerk retention nordwand"
    })
final class RetentionCommand extends WorkspaceCommand {
  @Parameters(paramLabel = "WS", descriptionKey = "WS")
  Path folder;

  @Option(names = "--table", paramLabel = "NAME", descriptionKey = "retention.table")
  @Nullable String table;

  @Option(names = "--days", paramLabel = "N", descriptionKey = "days")
  @Nullable Integer days;

  @Option(names = "--for-ever", descriptionKey = "forEver")
  boolean forEver;

  @Override
  public Integer call() throws Exception {
    if (table != null || days != null || forEver) {
      return set();
    }
    Run<RetentionResult> run =
        with(
            folder,
            workspace -> {
              var request = new RetentionRequest(LocalDate.now(ZoneOffset.UTC));
              Run<RetentionResult> done = run(workspace, new Retention(request));
              workspace.rewrite();
              return done;
            });
    if (json) {
      console().json(Console.document(run));
      return 0;
    }
    for (RetentionResult.Source source : run.result().sources()) {
      console()
          .line(
              Texts.of(
                  "retention.done",
                  source.table(),
                  source.days(),
                  source.before(),
                  source.rows(),
                  source.rejects()));
    }
    console().line(Texts.of("retention.sum", run.result().originals(), run.id()));
    return 0;
  }

  private int set() throws Exception {
    String name = table;
    if (name == null || (days == null) != forEver) {
      throw new ParameterException(spec.commandLine(), Texts.of("retention.usage"));
    }
    var request = new RetentionSettingsRequest(name, forEver ? null : days);
    Run<RetentionSettingsResult> run =
        with(folder, workspace -> run(workspace, new RetentionSettings(request)));
    if (json) {
      console().json(Console.document(run));
    } else {
      run.result()
          .periods()
          .forEach((source, kept) -> console().line(Texts.of("retention.period", source, kept)));
    }
    return 0;
  }
}
