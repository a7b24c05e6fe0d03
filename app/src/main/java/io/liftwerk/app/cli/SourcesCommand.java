package io.liftwerk.app.cli;

import io.liftwerk.ingest.BronzeTables;
import io.liftwerk.ingest.ColumnType;
import io.liftwerk.ingest.FolderWatch;
import io.liftwerk.ingest.SourceChange;
import io.liftwerk.ingest.SourceChangeRequest;
import io.liftwerk.ingest.SourceChangeResult;
import io.liftwerk.ingest.SourceTable;
import io.liftwerk.ingest.WatchChange;
import io.liftwerk.ingest.WatchRequest;
import io.liftwerk.ingest.WatchResult;
import io.liftwerk.ingest.WatchedFolder;
import io.liftwerk.workspace.Run;
import io.liftwerk.workspace.Workspace;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "sources",
    subcommands = {
      SourcesCommand.Listing.class,
      SourcesCommand.Rename.class,
      SourcesCommand.Remove.class,
      SourcesCommand.Decide.class,
      SourcesCommand.Undo.class,
      SourcesCommand.Watch.class,
      SourcesCommand.Unwatch.class,
      SourcesCommand.Watched.class
    },
    footer = "  liftwerk sources nordwand rename crm_leads leads")
final class SourcesCommand extends WorkspaceCommand {
  @Parameters(paramLabel = "WS", descriptionKey = "WS")
  Path folder;

  @Override
  public Integer call() throws Exception {
    return with(folder, workspace -> list(workspace, this));
  }

  private static int list(Workspace workspace, WorkspaceCommand command) {
    List<SourceTable> tables = new BronzeTables(workspace).list();
    if (command.json) {
      command.console().json(Map.of("tables", tables));
      return 0;
    }
    var rows = new ArrayList<List<String>>();
    rows.add(List.of(Texts.of("sources.head").split("\\|")));
    for (SourceTable table : tables) {
      rows.add(
          List.of(
              table.name(),
              String.format("%,d", table.rows()),
              String.format("%,d", table.rejects()),
              table.file(),
              table.loadedAt().truncatedTo(ChronoUnit.SECONDS).toString(),
              table.run()));
    }
    command.console().table(rows);
    return 0;
  }

  /** A change to the tables of bronze; undo takes it back. */
  abstract static class Change extends WorkspaceCommand {
    @ParentCommand SourcesCommand sources;

    abstract SourceChangeRequest request();

    @Override
    public Integer call() throws Exception {
      Run<SourceChangeResult> run =
          with(sources.folder, workspace -> run(workspace, new SourceChange(request())));
      if (json || sources.json) {
        console().json(Console.document(run));
      } else {
        console().line(Texts.sentence(run.result().sentence()));
      }
      return 0;
    }
  }

  @Command(name = "list", footer = "  liftwerk sources nordwand list --json")
  static final class Listing extends WorkspaceCommand {
    @ParentCommand SourcesCommand sources;

    @Override
    public Integer call() throws Exception {
      json |= sources.json;
      return with(sources.folder, workspace -> list(workspace, this));
    }
  }

  @Command(name = "rename", footer = "  liftwerk sources nordwand rename crm_leads leads")
  static final class Rename extends Change {
    @Parameters(index = "0", paramLabel = "OLD", descriptionKey = "OLD")
    String old;

    @Parameters(index = "1", paramLabel = "NEW", descriptionKey = "NEW")
    String now;

    @Override
    SourceChangeRequest request() {
      return SourceChangeRequest.rename(old, now);
    }
  }

  @Command(name = "remove", footer = "  liftwerk sources nordwand remove crm_leads")
  static final class Remove extends Change {
    @Parameters(paramLabel = "NAME", descriptionKey = "NAME")
    String name;

    @Override
    SourceChangeRequest request() {
      return SourceChangeRequest.remove(name);
    }
  }

  @Command(
      name = "decide",
      footer = "  liftwerk sources nordwand decide crm_leads Mitarbeiterzahl decimal 1,234.56")
  static final class Decide extends Change {
    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "NAME")
    String table;

    @Parameters(index = "1", paramLabel = "COLUMN", descriptionKey = "COLUMN")
    String column;

    @Parameters(index = "2", paramLabel = "TYPE", descriptionKey = "TYPE")
    ColumnType type;

    @Parameters(
        index = "3",
        arity = "0..1",
        paramLabel = "FORMAT",
        descriptionKey = "FORMAT",
        defaultValue = "")
    String format;

    @Override
    SourceChangeRequest request() {
      return SourceChangeRequest.decide(table, column, type, format);
    }
  }

  @Command(name = "undo", footer = "  liftwerk sources nordwand undo")
  static final class Undo extends Change {
    @Override
    SourceChangeRequest request() {
      return SourceChangeRequest.undo();
    }
  }

  /** Begins or ends the watching of a folder. */
  abstract static class WatchedChange extends WorkspaceCommand {
    @ParentCommand SourcesCommand sources;

    @Parameters(paramLabel = "DIR", descriptionKey = "DIR")
    Path watched;

    abstract WatchRequest request();

    @Override
    public Integer call() throws Exception {
      Run<WatchResult> run =
          with(sources.folder, workspace -> run(workspace, new WatchChange(request())));
      if (json || sources.json) {
        console().json(Console.document(run));
      } else {
        console().line(Texts.sentence(run.result().sentence()));
      }
      return 0;
    }
  }

  @Command(name = "watch", footer = "  liftwerk sources nordwand watch ~/Downloads/exports")
  static final class Watch extends WatchedChange {
    @Override
    WatchRequest request() {
      return WatchRequest.watch(watched);
    }
  }

  @Command(name = "unwatch", footer = "  liftwerk sources nordwand unwatch ~/Downloads/exports")
  static final class Unwatch extends WatchedChange {
    @Override
    WatchRequest request() {
      return WatchRequest.unwatch(watched);
    }
  }

  @Command(name = "watched", footer = "  liftwerk sources nordwand watched --json")
  static final class Watched extends WorkspaceCommand {
    @ParentCommand SourcesCommand sources;

    @Override
    public Integer call() throws Exception {
      List<WatchedFolder> folders = with(sources.folder, FolderWatch::folders);
      if (json || sources.json) {
        console().json(Map.of("folders", folders));
        return 0;
      }
      if (folders.isEmpty()) {
        console().line(Texts.of("sources.watched.none"));
      }
      for (WatchedFolder one : folders) {
        String since = one.since().truncatedTo(ChronoUnit.SECONDS).toString();
        console().line(Texts.of("sources.watched", one.folder(), since, one.run()));
      }
      return 0;
    }
  }
}
