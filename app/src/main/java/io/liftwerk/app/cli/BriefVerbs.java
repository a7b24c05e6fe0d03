package io.liftwerk.app.cli;

import io.liftwerk.briefs.BriefExport;
import io.liftwerk.briefs.Filing;
import io.liftwerk.briefs.StoredBriefs;
import io.liftwerk.briefs.WordPressPublish;
import io.liftwerk.workspace.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** How a brief's draft leaves: as a file, or onto a site. */
final class BriefVerbs {
  private BriefVerbs() {}

  /** The command that they are verbs of. */
  interface Parent {
    Path folder();
  }

  /** Where a CMS files the draft. */
  static final class FilingOptions {
    @Option(names = "--category", paramLabel = "NAME", descriptionKey = "liftwerk.brief.category")
    List<String> categories = new ArrayList<>();

    @Option(names = "--tag", paramLabel = "NAME", descriptionKey = "liftwerk.brief.tag")
    List<String> tags = new ArrayList<>();

    Filing filing() {
      return new Filing(categories, tags);
    }
  }

  @Command(
      name = "export",
      footer = {
        "  liftwerk brief nordwand export klettersteigset-kaufen-de --to wxr draft.xml",
        "  liftwerk brief nordwand export klettersteigset-kaufen-de --to markdown"
      })
  static final class Export extends WorkspaceCommand {
    @ParentCommand Parent brief;

    @Mixin final FilingOptions filing = new FilingOptions();

    @Parameters(index = "0", paramLabel = "ID", descriptionKey = "liftwerk.brief.ID")
    String id;

    @Parameters(
        index = "1",
        paramLabel = "FILE",
        arity = "0..1",
        descriptionKey = "liftwerk.brief.export.FILE")
    @Nullable Path file;

    @Option(
        names = "--to",
        required = true,
        paramLabel = "FORM",
        descriptionKey = "liftwerk.brief.export.to")
    String to;

    @Override
    public Integer call() throws Exception {
      Path target = file;
      if (target != null) {
        NewFile.check(target);
      }
      var request = new BriefExport.Request(id, to, filing.filing());
      Run<BriefExport.Result> run =
          with(
              brief.folder(),
              workspace -> {
                Run<BriefExport.Result> done =
                    run(workspace, new BriefExport(request, new StoredBriefs()));
                if (target != null) {
                  NewFile.copy(workspace.folder().resolve(done.result().file()), target);
                }
                return done;
              });
      if (json) {
        console().json(Console.document(run));
        return 0;
      }
      BriefExport.Result result = run.result();
      console()
          .line(
              Texts.of(
                  "brief.exported",
                  result.brief(),
                  target == null ? result.file() : target.toString(),
                  result.bytes(),
                  run.id()));
      result.notes().forEach(note -> console().line(Texts.sentence(note)));
      return 0;
    }
  }

  @Command(
      name = "publish",
      footer = {
        "  liftwerk brief nordwand publish klettersteigset-kaufen-de --to https://blog.example"
            + " --dry-run",
        "  liftwerk brief nordwand publish klettersteigset-kaufen-de --to https://blog.example"
            + " --category Ratgeber"
      })
  static final class Publish extends WorkspaceCommand {
    @ParentCommand Parent brief;

    @Mixin final FilingOptions filing = new FilingOptions();

    @Parameters(index = "0", paramLabel = "ID", descriptionKey = "liftwerk.brief.ID")
    String id;

    @Option(
        names = "--to",
        required = true,
        paramLabel = "URL",
        descriptionKey = "liftwerk.brief.publish.to")
    String to;

    @Option(names = "--dry-run", descriptionKey = "liftwerk.brief.publish.dry-run")
    boolean dryRun;

    @Option(names = "--publish", descriptionKey = "liftwerk.brief.publish.publish")
    boolean publish;

    @Override
    public Integer call() throws Exception {
      var request = new WordPressPublish.Request(id, to, filing.filing(), publish, dryRun);
      Run<WordPressPublish.Result> run =
          with(
              brief.folder(),
              workspace -> run(workspace, new WordPressPublish(request, new StoredBriefs())));
      if (json) {
        console().json(Console.document(run));
        return 0;
      }
      print(run);
      return 0;
    }

    private void print(Run<WordPressPublish.Result> run) {
      WordPressPublish.Result result = run.result();
      for (WordPressPublish.Planned planned : result.requests()) {
        console().line(planned.method() + " " + planned.address());
        if (planned.body() != null) {
          console().line("  " + planned.body().toPrettyString().replace("\n", "\n  "));
        }
      }
      if (result.post() != null) {
        console()
            .line(
                Texts.of(
                    "brief.pushed." + result.action(),
                    String.valueOf(result.post()),
                    result.host(),
                    result.link(),
                    Texts.of(
                        "brief.status."
                            + (result.status().equals("publish") ? "publish" : "draft")),
                    run.id()));
        if (!result.terms().isEmpty()) {
          console().line(Texts.of("brief.terms", String.join(", ", result.terms())));
        }
      }
      result.notes().forEach(note -> console().line(Texts.sentence(note)));
    }
  }
}
