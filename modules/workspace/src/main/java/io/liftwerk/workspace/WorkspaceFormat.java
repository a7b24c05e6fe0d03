package io.liftwerk.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads {@code workspace.json} and brings an older folder up to the present layout. */
final class WorkspaceFormat {
  private WorkspaceFormat() {}

  static WorkspaceInfo readAndMigrate(Path folder) {
    Path file = folder.resolve("workspace.json");
    if (!Files.isRegularFile(file)) {
      throw new WorkbenchException(
          "workspace-missing",
          "There is no workspace at " + folder + ": workspace.json is missing.",
          "Make one with 'liftwerk init', or restore the file from a copy.");
    }
    WorkspaceInfo info;
    try {
      info = Json.read(Files.readString(file), WorkspaceInfo.class);
    } catch (IOException e) {
      throw new WorkbenchException(
          "workspace-unreadable", file + " cannot be read: " + e.getMessage() + ".", "", e);
    }
    if (info.format() > Workspace.FORMAT) {
      throw new WorkbenchException(
          "workspace-newer",
          folder + " was made by a newer Liftwerk (" + info.software() + ").",
          "Update Liftwerk to open it.");
    }
    return info;
  }
}
