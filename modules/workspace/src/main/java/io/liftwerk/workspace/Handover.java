package io.liftwerk.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;

/**
 * Brings a finished file from inside the workspace to the place a person wished. What stood there
 * is replaced in one step and only by the complete file; when it cannot be done, nothing is left
 * behind.
 */
public final class Handover {
  private static final int BUFFER = 1 << 20;

  private final Workspace workspace;
  private final Path target;

  private Handover(Workspace workspace, Path target) {
    this.workspace = workspace;
    this.target = target;
  }

  /**
   * Looks whether {@code target} can take a file, before any work is done.
   *
   * @throws WorkbenchException code {@code export-target} when the folder is missing or cannot be
   *     written, the target is a folder, or it is one of the workspace's own files
   */
  public static Handover to(Workspace workspace, Path target) {
    Path place = target.toAbsolutePath().normalize();
    Path parent = place.getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      throw refused(place, "the folder " + parent + " does not exist", "Make the folder first.");
    }
    if (Files.isDirectory(place)) {
      throw refused(place, "it is a folder", "Name a file in it.");
    }
    if (!Files.isWritable(parent)) {
      throw refused(place, "you may not write there", "Choose another folder.");
    }
    var handover = new Handover(workspace, place);
    handover.keepOutOfWorkspace(parent);
    return handover;
  }

  /** Where the file will stand. */
  public Path target() {
    return target;
  }

  private void keepOutOfWorkspace(Path parent) {
    try {
      Path real = parent.toRealPath();
      Path inside = workspace.folder().toRealPath();
      if (real.startsWith(inside) && !real.startsWith(inside.resolve("exports"))) {
        throw refused(
            target,
            "the workspace keeps its own files there",
            "Choose a folder outside the workspace, or its folder 'exports'.");
      }
    } catch (IOException e) {
      throw refused(target, Failures.reason(e), "Choose another folder.");
    }
  }

  /** Moves {@code finished} to the target and returns the SHA-256 of what stands there now. */
  public String move(Path finished, JobContext context) {
    try {
      String sha256 = hash(finished, context);
      force(finished);
      if (isNear(finished)) {
        try {
          replace(finished, context);
          return sha256;
        } catch (AtomicMoveNotSupportedException e) {
          // the same disk under two names, perhaps
        }
      }
      copyAcross(finished, context);
      return sha256;
    } catch (IOException e) {
      throw new WorkbenchException(
          Failures.isDiskFull(e) ? "disk-full" : "export-target",
          "The file " + target + " could not be written: " + Failures.reason(e) + ".",
          "What stood there before is unchanged; choose another place or make room.",
          e);
    }
  }

  /** Whether the target is on the disk that the file is on. */
  private boolean isNear(Path finished) throws IOException {
    Path parent = target.getParent();
    return parent != null && Files.getFileStore(finished).equals(Files.getFileStore(parent));
  }

  private void replace(Path finished, JobContext context) throws IOException {
    context.beginLastStep();
    Files.move(
        finished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Another disk: a copy beside the target first, which then takes its name in one step. */
  private void copyAcross(Path finished, JobContext context) throws IOException {
    Path part = target.resolveSibling("." + target.getFileName() + ".liftwerk-part");
    try {
      try (InputStream in = Files.newInputStream(finished);
          FileChannel channel =
              FileChannel.open(
                  part,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.TRUNCATE_EXISTING,
                  StandardOpenOption.WRITE,
                  LinkOption.NOFOLLOW_LINKS);
          OutputStream out = Channels.newOutputStream(channel)) {
        byte[] buffer = new byte[BUFFER];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
          context.checkCancelled();
          out.write(buffer, 0, n);
        }
        channel.force(true);
      }
      replace(part, context);
    } finally {
      Files.deleteIfExists(part);
    }
    Files.deleteIfExists(finished);
  }

  private static String hash(Path file, JobContext context) throws IOException {
    MessageDigest digest = Hashes.digest();
    byte[] buffer = new byte[BUFFER];
    try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
      while (in.read(buffer) >= 0) {
        context.checkCancelled();
      }
    }
    return Hashes.hex(digest.digest());
  }

  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static WorkbenchException refused(Path target, String reason, String hint) {
    return new WorkbenchException(
        "export-target", "The file " + target + " cannot be written: " + reason + ".", hint);
  }
}
