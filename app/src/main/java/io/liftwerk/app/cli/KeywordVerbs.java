package io.liftwerk.app.cli;

import io.liftwerk.keywords.KeywordExport;
import io.liftwerk.keywords.KeywordReview;
import io.liftwerk.keywords.KeywordReview.Decision;
import io.liftwerk.workspace.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** What can be done with the negatives of a run. */
final class KeywordVerbs {
  private KeywordVerbs() {}

  @Command(
      name = "export",
      footer = {
        "  liftwerk keywords nordwand export --channel google negatives.csv",
        "  liftwerk keywords nordwand export --channel microsoft --accepted bulk.csv",
        "  liftwerk keywords nordwand export --channel google --new-keywords keywords.csv"
      })
  static final class Export extends WorkspaceCommand {
    @ParentCommand KeywordsCommand keywords;

    @Option(names = "--channel", paramLabel = "CHANNEL", required = true)
    String channel;

    @Option(names = "--accepted")
    boolean accepted;

    @Option(names = "--new-keywords")
    boolean newKeywords;

    @Parameters(
        paramLabel = "FILE",
        arity = "0..1",
        descriptionKey = "liftwerk.keywords.export.FILE")
    @Nullable Path file;

    @Override
    public Integer call() throws Exception {
      Path to = file;
      if (to != null) {
        NewFile.check(to);
        NewFile.check(KeywordExport.undoFile(to));
      }
      var request = new KeywordExport.Request(channel, null, accepted, newKeywords);
      Run<KeywordExport.Result> run =
          with(
              keywords.folder,
              workspace -> {
                Run<KeywordExport.Result> done = run(workspace, new KeywordExport(request));
                if (to != null) {
                  NewFile.copy(workspace.folder().resolve(done.result().file()), to);
                  NewFile.copy(
                      workspace.folder().resolve(done.result().undo()), KeywordExport.undoFile(to));
                }
                return done;
              });
      if (json || keywords.json) {
        console().json(Console.document(run));
        return 0;
      }
      KeywordExport.Result result = run.result();
      console()
          .line(
              Texts.of(
                  newKeywords ? "keywords.exported.new" : "keywords.exported",
                  newKeywords ? result.keywords() : result.negatives(),
                  result.undecided(),
                  to == null ? result.file() : to.toString(),
                  to == null ? result.undo() : KeywordExport.undoFile(to).toString()));
      result.notes().forEach(note -> console().line(Texts.sentence(note)));
      return 0;
    }
  }

  @Command(
      name = "review",
      footer = {
        "  liftwerk keywords nordwand review --accept gratis --accept 'job'",
        "  liftwerk keywords nordwand review --reject 'leihski verein' --why 'clubs hire in winter'"
      })
  static final class Review extends WorkspaceCommand {
    @ParentCommand KeywordsCommand keywords;

    @Option(names = "--accept", paramLabel = "TEXT")
    List<String> accepted = List.of();

    @Option(names = "--reject", paramLabel = "TEXT")
    List<String> rejected = List.of();

    @Option(names = "--take-back", paramLabel = "TEXT")
    List<String> takenBack = List.of();

    @Option(names = "--match", paramLabel = "MATCH", defaultValue = "phrase")
    String match;

    @Option(names = "--why", paramLabel = "TEXT")
    @Nullable String why;

    @Override
    public Integer call() throws Exception {
      List<Decision> decisions = new ArrayList<>();
      accepted.forEach(text -> decisions.add(new Decision(text, match, "accepted", why)));
      rejected.forEach(text -> decisions.add(new Decision(text, match, "rejected", why)));
      takenBack.forEach(text -> decisions.add(new Decision(text, match, null, null)));
      if (decisions.isEmpty()) {
        throw new ParameterException(spec.commandLine(), Texts.of("usage.keywords.review"));
      }
      Run<KeywordReview.Result> run =
          with(
              keywords.folder,
              workspace -> run(workspace, new KeywordReview(new KeywordReview.Request(decisions))));
      if (json || keywords.json) {
        console().json(Console.document(run));
      } else {
        console()
            .line(Texts.of("keywords.reviewed", run.result().accepted(), run.result().rejected()));
      }
      return 0;
    }
  }
}
