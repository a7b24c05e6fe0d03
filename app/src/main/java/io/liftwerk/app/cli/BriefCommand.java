package io.liftwerk.app.cli;

import io.liftwerk.briefs.BriefRequest;
import io.liftwerk.briefs.BriefResult;
import io.liftwerk.briefs.ContentBriefs;
import io.liftwerk.workspace.Run;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** A brief and a draft of cited sentences on a topic. */
@Command(
    name = "brief",
    subcommands = {
      BriefDraftVerbs.Listing.class,
      BriefDraftVerbs.Show.class,
      BriefVerbs.Export.class,
      BriefDraftVerbs.Edit.class,
      BriefVerbs.Publish.class
    },
    footer = {
      "  liftwerk brief nordwand --topic \"Klettersteigset kaufen\"",
      "  liftwerk brief nordwand --cluster klettersteigset --audience Einsteiger --json",
      "  liftwerk brief nordwand export klettersteigset-kaufen-de --to wxr entwurf.xml"
    })
final class BriefCommand extends HandedCommand implements BriefVerbs.Parent {
  @Parameters(paramLabel = "WS", descriptionKey = "WS")
  Path folder;

  @Option(names = "--topic", paramLabel = "TEXT", descriptionKey = "brief.topic")
  @Nullable String topic;

  @Option(names = "--cluster", paramLabel = "NAME", descriptionKey = "brief.cluster")
  @Nullable String cluster;

  @Option(names = "--language", paramLabel = "LANG", descriptionKey = "brief.language")
  @Nullable String language;

  @Option(names = "--audience", paramLabel = "TEXT", descriptionKey = "brief.audience")
  @Nullable String audience;

  @Option(names = "--day", paramLabel = "DAY", descriptionKey = "brief.day")
  @Nullable LocalDate day;

  @Override
  public Path folder() {
    return folder;
  }

  @Override
  public Integer call() throws Exception {
    if (topic == null && cluster == null) {
      throw new ParameterException(spec.commandLine(), Texts.of("usage.brief.topic"));
    }
    var request =
        new BriefRequest(topic, cluster, language, audience, day == null ? LocalDate.now() : day);
    Run<BriefResult> run = handed(folder, new ContentBriefs(request), BriefResult.class);
    if (json) {
      console().json(Console.document(run));
    } else {
      BriefText.print(console(), run.result());
    }
    return 0;
  }
}
