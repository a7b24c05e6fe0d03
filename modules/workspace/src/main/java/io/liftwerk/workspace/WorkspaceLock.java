package io.liftwerk.workspace;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Holds a workspace for one process by a lock of the operating system, which ends with the process
 * however it ends; what the file says is only for the message to the second. The locked byte lies
 * far behind the content, because Windows lets nobody read what is locked.
 */
final class WorkspaceLock implements AutoCloseable {
  static final String FILE = "workspace.lock";

  private static final long REGION = Long.MAX_VALUE - 1;

  /** Who holds it. */
  private record Holder(long pid, String program, Instant since, String host) {}

  /**
   * What this process holds. It is asked before the file is touched: to POSIX, closing any handle
   * of a file gives up the process's locks on it.
   */
  private static final Map<Path, Holder> HERE = new ConcurrentHashMap<>();

  private final Path key;
  private final FileChannel channel;
  private final Path file;
  private final @Nullable Object identity;
  private volatile boolean lost;

  private WorkspaceLock(Path key, FileChannel channel, Path file) {
    this.key = key;
    this.channel = channel;
    this.file = file;
    this.identity = identity(file);
  }

  /**
   * Whether the folder is still where it was when it was locked: a stick can be pulled, a folder
   * moved or deleted. Once it is gone it stays so for this lock, because the files that are open
   * are those that went.
   */
  boolean isThere() {
    if (!lost) {
      lost = !Files.isRegularFile(file) || !Objects.equals(identity, identity(file));
    }
    return !lost;
  }

  /** Whether another workspace, such as a copy, lies where this one was. */
  boolean isReplaced() {
    return Files.isRegularFile(file) && !Objects.equals(identity, identity(file));
  }

  /** What tells the file from another of its name; null where the system has nothing for it. */
  private static @Nullable Object identity(Path file) {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    } catch (IOException e) {
      return null;
    }
  }

  /**
   * @throws WorkbenchException code {@code workspace-held} when another process (or this one) has
   *     it open, {@code workspace-read-only}, {@code disk-full}, {@code workspace-unwritable}
   */
  static WorkspaceLock take(Path folder) {
    Holder self = self();
    Path key;
    try {
      key = folder.toRealPath();
    } catch (IOException e) {
      throw refused(folder, e);
    }
    Holder here = HERE.putIfAbsent(key, self);
    if (here != null) {
      throw held(folder, here.program() + ", this very program, since " + here.since());
    }
    try {
      return new WorkspaceLock(key, lock(folder, self), folder.resolve(FILE));
    } catch (RuntimeException e) {
      HERE.remove(key);
      throw e;
    }
  }

  private static FileChannel lock(Path folder, Holder self) {
    Path file = folder.resolve(FILE);
    FileChannel channel = null;
    try {
      channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (!isFree(channel)) {
        throw held(folder, holder(file));
      }
      channel.truncate(0);
      channel.position(0);
      Durable.writeAll(channel, Json.write(self) + "\n");
      channel.force(true);
      return channel;
    } catch (IOException e) {
      closeQuietly(channel, e);
      throw refused(folder, e);
    } catch (RuntimeException e) {
      closeQuietly(channel, e);
      throw e;
    }
  }

  private static boolean isFree(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock(REGION, 1, false);
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static Holder self() {
    return new Holder(
        ProcessHandle.current().pid(),
        "Liftwerk " + Workspace.SOFTWARE,
        Instant.now().truncatedTo(ChronoUnit.SECONDS),
        host());
  }

  private static String holder(Path file) {
    try {
      Holder holder = Json.read(Files.readString(file), Holder.class);
      return "%s since %s (process %d on %s)"
          .formatted(
              holder.program(),
              holder.since(),
              holder.pid(),
              holder.host().isEmpty() ? "this computer" : holder.host());
    } catch (IOException | RuntimeException e) {
      // being written just now: who holds it cannot be told, that it is held is certain
      return "another program";
    }
  }

  private static WorkbenchException held(Path folder, String who) {
    return new WorkbenchException(
        "workspace-held",
        "The workspace " + folder + " is held by " + who + ".",
        "Close it there, or work on a copy.");
  }

  private static WorkbenchException refused(Path folder, IOException e) {
    if (Failures.isDiskFull(e)) {
      return diskFull(folder, e);
    }
    if (Failures.isReadOnly(e)) {
      return readOnly(folder, e);
    }
    return new WorkbenchException(
        "workspace-unwritable",
        "The workspace " + folder + " cannot be locked: " + Failures.reason(e) + ".",
        "Copy it to a local disk and open it there.",
        e);
  }

  static WorkbenchException diskFull(Path folder, Exception e) {
    return new WorkbenchException(
        "disk-full",
        "The disk of the workspace " + folder + " is full.",
        "Make room and open it again; nothing was changed.",
        e);
  }

  static WorkbenchException gone(Path folder, @Nullable Throwable e) {
    return new WorkbenchException(
        Workspace.GONE,
        "The workspace " + folder + " is no longer where it was opened.",
        "Plug its disk in again or put the folder back, then open it again; what was recorded is in"
            + " it as it was.",
        e);
  }

  static WorkbenchException readOnly(Path folder, Exception e) {
    return new WorkbenchException(
        "workspace-read-only",
        "The workspace " + folder + " may only be read, not written.",
        "Copy it to a place you may write to.",
        e);
  }

  private static String host() {
    try {
      Path kernel = Path.of("/proc/sys/kernel/hostname");
      if (Files.isReadable(kernel)) {
        return Files.readString(kernel).strip();
      }
    } catch (IOException e) {
      return "";
    }
    return Optional.ofNullable(System.getenv("COMPUTERNAME"))
        .or(() -> Optional.ofNullable(System.getenv("HOSTNAME")))
        .orElse("");
  }

  private static void closeQuietly(@Nullable FileChannel channel, Exception reason) {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException e) {
        reason.addSuppressed(e);
      }
    }
  }

  @Override
  public void close() {
    if (!channel.isOpen()) {
      return;
    }
    try {
      channel.close();
    } catch (IOException e) {
      // the lock ends with the process at the latest
      return;
    } finally {
      HERE.remove(key);
    }
  }
}
