package io.liftwerk.ingest;

import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.WorkbenchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Begins or ends the watching of a folder. What was imported from it stays. */
public final class WatchChange implements Job<WatchResult> {

  /** Under which runs list it. */
  public static final String NAME = "watch";

  private final WatchRequest request;

  public WatchChange(WatchRequest request) {
    this.request = request;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Record parameters() {
    return request;
  }

  /** A folder that was watched already is watched all the same. */
  @Override
  public Object fingerprint(WatchResult result) {
    return Json.without(result, "sentence");
  }

  /**
   * @throws WorkbenchException when there is no such folder, it may not be watched, or was not
   */
  @Override
  public WatchResult run(JobContext context) throws Exception {
    new Catalog(context.connection()).ensure();
    var memory = new WatchMemory(context.connection());
    memory.ensure();
    String folder = request.folder();
    boolean known = memory.folders().stream().anyMatch(watched -> watched.folder().equals(folder));
    if (!request.watch()) {
      if (!known) {
        throw new WorkbenchException(
            "watch-unknown",
            "The folder " + Refused.printable(folder) + " is not watched.",
            "List the watched folders to see their paths.");
      }
      memory.unwatch(folder);
      return new WatchResult(folder, false, "The folder " + folder + " is no longer watched.");
    }
    check(folder, context.workspace().folder());
    if (!known) {
      Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
      memory.watch(new WatchedFolder(folder, now, context.run()));
    }
    return new WatchResult(
        folder,
        true,
        known
            ? "The folder " + folder + " is watched already."
            : "The folder " + folder + " is watched: what comes there is imported.");
  }

  private static void check(String named, Path workspace) throws IOException {
    Path folder;
    try {
      folder = Path.of(named);
    } catch (InvalidPathException e) {
      throw noFolder(named);
    }
    if (!Files.isDirectory(folder)) {
      throw noFolder(named);
    }
    if (folder.toRealPath().startsWith(workspace) || NoExport.isWorkspace(folder)) {
      throw new WorkbenchException(
          "watch-workspace",
          Refused.shown(folder) + " belongs to a workspace, whose files are no exports.",
          "Watch the folder that the exports are saved in.");
    }
  }

  private static WorkbenchException noFolder(String named) {
    return new WorkbenchException(
        "watch-no-folder",
        "There is no folder " + Refused.printable(named) + ".",
        "Name the folder that the exports are saved in.");
  }
}
