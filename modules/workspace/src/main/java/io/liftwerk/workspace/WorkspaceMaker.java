package io.liftwerk.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Makes a workspace's folder so that it is there whole, or not at all. */
final class WorkspaceMaker {

  /** Puts everything into the new folder. */
  interface Filling {
    void fill(Path folder, String name) throws IOException, SQLException;
  }

  private final Path place;
  private final Path next;
  private final List<Path> parents = new ArrayList<>();

  private WorkspaceMaker(Path place) {
    this.place = place;
    this.next = place.resolveSibling("." + place.getFileName() + ".next");
  }

  static void make(Path place, Filling filling) {
    var maker = new WorkspaceMaker(place);
    try {
      maker.makeParents();
      maker.clearWay();
      Files.createDirectory(maker.next);
      filling.fill(maker.next, Workspace.nameOf(place));
      Files.move(maker.next, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | SQLException | RuntimeException e) {
      maker.undo(e);
      throw maker.refused(e);
    }
  }

  private void makeParents() throws IOException {
    for (Path parent = place.getParent();
        parent != null && !Files.exists(parent);
        parent = parent.getParent()) {
      parents.add(parent);
    }
    for (Path parent : parents.reversed()) {
      Files.createDirectory(parent);
    }
  }

  /** A folder left by a program that was killed while it made this workspace. */
  private void clearWay() throws IOException {
    if (Files.isDirectory(next, LinkOption.NOFOLLOW_LINKS)) {
      WorkspaceLock.take(next).close();
    }
    if (Files.exists(next, LinkOption.NOFOLLOW_LINKS)) {
      Tidy.delete(next);
    }
  }

  private void undo(Exception reason) {
    if (reason instanceof WorkbenchException held && held.code().equals("workspace-held")) {
      return;
    }
    try {
      if (Files.exists(next, LinkOption.NOFOLLOW_LINKS)) {
        Tidy.delete(next);
      }
      for (Path parent : parents) {
        Files.deleteIfExists(parent);
      }
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
  }

  private RuntimeException refused(Exception e) {
    if (e instanceof WorkbenchException workbench
        && !workbench.code().equals("workspace-read-only")
        && !workbench.code().equals("disk-full")) {
      return workbench;
    }
    String reason;
    if (Failures.isDiskFull(e)
        || e instanceof WorkbenchException w && w.code().equals("disk-full")) {
      reason = "the disk is full";
    } else if (e instanceof IOException io) {
      reason = Failures.reason(io);
    } else {
      reason = Failures.isReadOnly(e) ? "you may not write there" : Failures.firstLine(e);
    }
    return new WorkbenchException(
        "workspace-unwritable",
        "The workspace " + place + " cannot be made: " + reason + ".",
        "Choose a place you may write to.",
        e);
  }
}
