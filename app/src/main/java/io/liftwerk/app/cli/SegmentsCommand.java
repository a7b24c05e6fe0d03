package io.liftwerk.app.cli;

import io.liftwerk.scoring.SegmentList;
import io.liftwerk.scoring.SegmentRemoval;
import io.liftwerk.scoring.SegmentRequest;
import io.liftwerk.scoring.SegmentResult;
import io.liftwerk.scoring.SegmentRule;
import io.liftwerk.scoring.SegmentSaving;
import io.liftwerk.scoring.Segments;
import io.liftwerk.warehouse.CustomerMatchExport;
import io.liftwerk.warehouse.CustomerMatchRequest;
import io.liftwerk.warehouse.CustomerMatchResult;
import io.liftwerk.warehouse.activation.Platform;
import io.liftwerk.workspace.Run;
import io.liftwerk.workspace.Workspace;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "segments",
    subcommands = {
      SegmentsCommand.Listing.class,
      SegmentsCommand.Save.class,
      SegmentsCommand.Show.class,
      SegmentsCommand.Refresh.class,
      SegmentsCommand.Remove.class,
      SegmentsCommand.Export.class
    },
    footer = {
      "  liftwerk segments nordwand save hot-leads --of gold.lead_scores --top 200 --value 900",
      "  liftwerk segments nordwand export hot-leads meta --reason 'autumn offer'"
    })
final class SegmentsCommand extends WorkspaceCommand {
  @Parameters(paramLabel = "WS", descriptionKey = "WS")
  Path folder;

  @Override
  public Integer call() throws Exception {
    return with(folder, workspace -> list(workspace, this));
  }

  private static int list(Workspace workspace, WorkspaceCommand command) {
    List<Segments.Saved> all = new Segments(workspace).list();
    if (command.json) {
      command.console().json(Map.of("segments", all));
      return 0;
    }
    if (all.isEmpty()) {
      command.console().line(Texts.of("segments.none"));
      return 0;
    }
    var rows = new ArrayList<List<String>>();
    rows.add(List.of(Texts.of("segments.head").split("\\|")));
    for (Segments.Saved saved : all) {
      SegmentResult result = saved.result();
      rows.add(
          List.of(
              result.name(),
              String.format("%,d", result.members()),
              coverage(result),
              money(result.worth(), result.currency()),
              result.scored() == null ? result.of() : result.scored(),
              saved.savedAt().truncatedTo(ChronoUnit.SECONDS).toString(),
              saved.older() ? Texts.of("segments.older") : ""));
    }
    command.console().table(rows);
    return 0;
  }

  private static String coverage(SegmentResult result) {
    var coverage = result.coverage();
    return coverage == null
        ? "–"
        : String.format("%,d / %,d", coverage.covered(), coverage.persons());
  }

  private static String money(@Nullable Double amount, @Nullable String currency) {
    return amount == null
        ? "–"
        : Texts.grouped(amount, 2) + (currency == null ? "" : " " + currency);
  }

  private static void print(Console console, SegmentResult result, String run) {
    console.line(
        Texts.of("segments.members", result.name(), result.members(), result.eligible(), run));
    Double successes = result.successes();
    Double random = result.successesAtRandom();
    if (successes != null && random != null) {
      console.line(
          Texts.of("segments.successes", Texts.grouped(successes, 1), Texts.grouped(random, 1)));
    }
    if (result.worth() != null) {
      console.line(
          Texts.of(
              "segments.worth",
              money(result.worth(), result.currency()),
              money(result.worthAtRandom(), result.currency())));
    }
    var coverage = result.coverage();
    if (coverage != null) {
      console.line(
          Texts.of(
              "segments.coverage",
              coverage.persons(),
              coverage.covered(),
              coverage.reachable(),
              result.withoutPerson()));
      coverage
          .heldBack()
          .forEach(
              part ->
                  console.line(
                      Texts.of("segments.held", part.rows(), Texts.sentence(part.sentence()))));
    }
    if (result.joined() != null) {
      console.line(Texts.of("segments.changed", result.joined(), result.left()));
    }
    result.notes().forEach(note -> console.line(Texts.sentence(note)));
    console.line(Texts.of("segments.table", result.table()));
  }

  private abstract static class Verb extends WorkspaceCommand {
    @ParentCommand SegmentsCommand segments;

    boolean asJson() {
      return json || segments.json;
    }

    int save(SegmentRequest request) throws Exception {
      Run<SegmentResult> run =
          with(segments.folder, workspace -> run(workspace, new SegmentSaving(request)));
      if (asJson()) {
        console().json(Console.document(run));
      } else {
        print(console(), run.result(), run.id());
      }
      return 0;
    }
  }

  @Command(name = "list", footer = "  liftwerk segments nordwand list --json")
  static final class Listing extends Verb {
    @Override
    public Integer call() throws Exception {
      json = asJson();
      return with(segments.folder, workspace -> list(workspace, this));
    }
  }

  @Command(
      name = "save",
      footer = {
        "  liftwerk segments nordwand save hot-leads --of gold.lead_scores --top 200 --value 900"
            + " --cost 12",
        "  liftwerk segments nordwand save at-risk --of gold.churn_scores --at-least 0.4 --where"
            + " 'country = DE'",
        "  liftwerk segments nordwand save best-customers --of gold.customer_lifetime_value --share"
            + " 0.1"
      })
  static final class Save extends Verb {
    @Parameters(paramLabel = "NAME", descriptionKey = "NAME")
    String name;

    @Option(names = "--of", paramLabel = "TABLE", descriptionKey = "of", required = true)
    String of;

    @Option(names = "--scored", paramLabel = "TABLE")
    @Nullable String scored;

    @Option(names = "--by", paramLabel = "COL")
    @Nullable String by;

    @Option(names = "--top", paramLabel = "N")
    @Nullable Long top;

    @Option(names = "--share", paramLabel = "SHARE")
    @Nullable Double share;

    @Option(names = "--at-least", paramLabel = "SCORE")
    @Nullable Double atLeast;

    @Option(names = "--where", paramLabel = "RULE")
    List<String> rules = List.of();

    @Option(names = "--value", paramLabel = "MONEY")
    @Nullable Double value;

    @Option(names = "--cost", paramLabel = "MONEY", defaultValue = "0")
    double cost;

    @Option(names = "--note", paramLabel = "TEXT", defaultValue = "")
    String note;

    @Override
    public Integer call() throws Exception {
      return save(
          new SegmentRequest(
              name,
              of,
              scored,
              by,
              top,
              share,
              atLeast,
              rules.stream().map(SegmentRule::parse).toList(),
              value,
              cost,
              note));
    }
  }

  @Command(name = "show", footer = "  liftwerk segments nordwand show hot-leads")
  static final class Show extends Verb {
    @Parameters(paramLabel = "NAME", descriptionKey = "NAME")
    String name;

    @Override
    public Integer call() throws Exception {
      Segments.Saved saved = with(segments.folder, workspace -> new Segments(workspace).find(name));
      if (asJson()) {
        console().json(saved);
        return 0;
      }
      print(console(), saved.result(), saved.run());
      saved.request().rules().forEach(rule -> console().line("  " + rule));
      if (saved.older()) {
        console().line(Texts.of("segments.older.line", saved.result().of()));
      }
      return 0;
    }
  }

  @Command(name = "refresh", footer = "  liftwerk segments nordwand refresh hot-leads")
  static final class Refresh extends Verb {
    @Parameters(paramLabel = "NAME", descriptionKey = "NAME")
    String name;

    @Override
    public Integer call() throws Exception {
      return save(with(segments.folder, workspace -> new Segments(workspace).find(name)).request());
    }
  }

  @Command(name = "remove", footer = "  liftwerk segments nordwand remove hot-leads")
  static final class Remove extends Verb {
    @Parameters(paramLabel = "NAME", descriptionKey = "NAME")
    String name;

    @Override
    public Integer call() throws Exception {
      var request = new SegmentRemoval.Request(name);
      Run<SegmentRemoval.Result> run =
          with(segments.folder, workspace -> run(workspace, new SegmentRemoval(request)));
      if (asJson()) {
        console().json(Console.document(run));
      } else {
        console().line(Texts.of("segments.removed", run.result().name(), run.result().members()));
      }
      return 0;
    }
  }

  /** Where a segment goes. */
  enum Channel {
    LIST,
    META,
    GOOGLE,
    TIKTOK,
    SNAP,
    UID2;

    @Nullable Platform platform() {
      return this == LIST ? null : Platform.valueOf(name());
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Command(
      name = "export",
      footer = {
        "  liftwerk segments nordwand export hot-leads list",
        "  liftwerk segments nordwand export hot-leads meta --reason 'autumn offer'"
      })
  static final class Export extends Verb {
    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "NAME")
    String name;

    @Parameters(index = "1", paramLabel = "CHANNEL", descriptionKey = "CHANNEL")
    Channel channel;

    @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "reason", defaultValue = "")
    String reason;

    @Option(names = "--without-person")
    boolean withoutPerson;

    @Override
    public Integer call() throws Exception {
      Platform platform = channel.platform();
      return platform == null ? list() : match(platform);
    }

    private int list() throws Exception {
      var request = new SegmentList.Request(name, withoutPerson);
      Run<SegmentList.Result> run =
          with(segments.folder, workspace -> run(workspace, new SegmentList(request)));
      if (asJson()) {
        console().json(Console.document(run));
        return 0;
      }
      SegmentList.Result result = run.result();
      console()
          .line(
              Texts.of(
                  "segments.listed",
                  result.listed(),
                  result.members(),
                  result.heldBack(),
                  result.withoutPerson(),
                  run.id()));
      console().line(result.file());
      return 0;
    }

    private int match(Platform platform) throws Exception {
      Run<CustomerMatchResult> run =
          with(
              segments.folder,
              workspace -> {
                String table = new Segments(workspace).find(name).request().table();
                return run(
                    workspace,
                    new CustomerMatchExport(new CustomerMatchRequest(platform, table, reason)));
              });
      if (asJson()) {
        console().json(Console.document(run));
      } else {
        ExportCommand.Match.print(console(), run);
      }
      return 0;
    }
  }
}
