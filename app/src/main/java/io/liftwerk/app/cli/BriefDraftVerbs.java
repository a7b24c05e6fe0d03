package io.liftwerk.app.cli;

import io.liftwerk.briefs.BriefEdit;
import io.liftwerk.briefs.BriefJson;
import io.liftwerk.briefs.BriefReview;
import io.liftwerk.briefs.BriefThumb;
import io.liftwerk.briefs.StoredBriefs;
import io.liftwerk.briefs.StoredBriefs.Listed;
import io.liftwerk.briefs.StoredBriefs.Stored;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.Run;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** What can be looked at of briefs that were made, and done to their drafts. */
final class BriefDraftVerbs {
  private BriefDraftVerbs() {}

  @Command(name = "list", footer = "  liftwerk brief nordwand list")
  static final class Listing extends WorkspaceCommand {
    @ParentCommand BriefCommand brief;

    @Override
    public Integer call() throws Exception {
      List<Listed> briefs = with(brief.folder, StoredBriefs::list);
      if (json || brief.json) {
        console().json(Json.mapper().valueToTree(briefs));
        return 0;
      }
      if (briefs.isEmpty()) {
        console().line(Texts.of("brief.none"));
        return 0;
      }
      var rows = new ArrayList<List<String>>();
      rows.add(List.of(Texts.of("brief.list.head").split("\\|")));
      for (Listed one : briefs) {
        rows.add(
            List.of(
                one.id(),
                one.topic(),
                Texts.of("brief.of", one.covered(), one.terms()),
                Texts.grouped(one.sentences(), 0),
                Texts.grouped(one.toCheck(), 0),
                Texts.of("brief.verdict." + one.verdict()),
                one.run()));
      }
      console().table(rows);
      return 0;
    }
  }

  @Command(
      name = "show",
      footer = {
        "  liftwerk brief nordwand show klettersteigset-kaufen-de",
        "  liftwerk brief nordwand show 0042 --json"
      })
  static final class Show extends WorkspaceCommand {
    @ParentCommand BriefCommand brief;

    @Parameters(paramLabel = "ID", descriptionKey = "liftwerk.brief.ID")
    String id;

    @Override
    public Integer call() throws Exception {
      Stored stored = with(brief.folder, workspace -> StoredBriefs.find(workspace, id));
      if (json || brief.json) {
        console().json(Json.mapper().readTree(BriefJson.write(stored.edited())));
      } else {
        BriefText.print(console(), stored);
      }
      return 0;
    }
  }

  @Command(
      name = "edit",
      footer = {
        "  liftwerk brief nordwand edit klettersteigset-kaufen-de s-1f2e3d4c5b --replace \"Neue"
            + " Sets erfüllen die EN 958:2017.\"",
        "  liftwerk brief nordwand edit klettersteigset-kaufen-de s-1f2e3d4c5b --thumb down"
      })
  static final class Edit extends WorkspaceCommand {
    @ParentCommand BriefCommand brief;

    @Parameters(index = "0", paramLabel = "ID", descriptionKey = "liftwerk.brief.ID")
    String id;

    @Parameters(index = "1", paramLabel = "SENTENCE", descriptionKey = "brief.SENTENCE")
    String sentence;

    @Option(names = "--replace", paramLabel = "TEXT", descriptionKey = "brief.replace")
    @Nullable String replacement;

    @Option(names = "--add", paramLabel = "TEXT", descriptionKey = "brief.add")
    @Nullable String addition;

    @Option(names = "--remove", descriptionKey = "brief.remove")
    boolean remove;

    @Option(names = "--take-back", descriptionKey = "brief.take-back")
    boolean takeBack;

    @Option(names = "--thumb", paramLabel = "UP|DOWN", descriptionKey = "brief.thumb")
    @Nullable String thumb;

    @Option(names = "--why", paramLabel = "TEXT", descriptionKey = "brief.why")
    @Nullable String why;

    @Override
    public Integer call() throws Exception {
      List<BriefEdit> edits = new ArrayList<>();
      if (takeBack) {
        edits.add(new BriefEdit(sentence, null, null));
      }
      if (replacement != null) {
        edits.add(new BriefEdit(sentence, BriefEdit.REPLACE, replacement));
      }
      if (remove) {
        edits.add(new BriefEdit(sentence, BriefEdit.REMOVE, null));
      }
      if (addition != null) {
        edits.add(new BriefEdit(sentence, BriefEdit.ADD, addition));
      }
      List<BriefThumb> thumbs =
          thumb == null ? List.of() : List.of(new BriefThumb(sentence, thumb, why));
      if (edits.isEmpty() && thumbs.isEmpty()) {
        throw new ParameterException(spec.commandLine(), Texts.of("usage.brief.edit"));
      }
      Run<BriefReview.Result> run =
          with(
              brief.folder,
              workspace -> {
                String known = StoredBriefs.find(workspace, id).edited().id();
                return run(
                    workspace, new BriefReview(new BriefReview.Request(known, edits, thumbs)));
              });
      if (json || brief.json) {
        console().json(Console.document(run));
      } else {
        console()
            .line(
                Texts.of(
                    "brief.edited", run.result().edits().size(), run.result().thumbs().size()));
      }
      return 0;
    }
  }
}
