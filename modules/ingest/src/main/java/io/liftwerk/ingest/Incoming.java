package io.liftwerk.ingest;

import io.liftwerk.workspace.CancelledException;
import io.liftwerk.workspace.Hashes;
import io.liftwerk.workspace.JobContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A dropped file on its way in: what it is, and the hash of its bytes, which a thread of its own
 * computes while the text is looked at.
 */
final class Incoming implements Origin {
  /** How much of the beginning decides what a file is. */
  static final int HEAD = 1 << 20;

  private final Path file;
  private final Path dropped;
  private final String name;
  private final String table;
  private final long bytes;
  private final FileTime modified;
  private final JobContext context;
  private final FutureTask<String> hash;
  private Path content;
  private boolean ours;

  private Incoming(Dropped known, Path dropped, long bytes, FileTime modified, JobContext context) {
    this.file = known.file();
    this.name = known.shown();
    this.table = known.table();
    this.dropped = dropped;
    this.content = dropped;
    this.bytes = bytes;
    this.modified = modified;
    this.context = context;
    this.hash = new FutureTask<>(this::computeHash);
  }

  /**
   * @param dropped where the bytes of {@code known} lie
   * @throws io.liftwerk.workspace.WorkbenchException when there is nothing to read
   */
  static Incoming open(Dropped known, Path dropped, JobContext context) throws IOException {
    Path file = known.file();
    if (Files.isDirectory(dropped)) {
      throw Refused.folder(file);
    }
    if (!Files.exists(dropped)) {
      throw Refused.missing(file);
    }
    if (!Files.isRegularFile(dropped)) {
      throw Refused.noFile(file);
    }
    long bytes = Files.size(dropped);
    if (bytes == 0) {
      throw Refused.empty(file);
    }
    FileTime modified = Files.getLastModifiedTime(dropped);
    var incoming = new Incoming(known, dropped, bytes, modified, context);
    // opening it now gives the sentence about permissions before any work is done
    Files.newInputStream(dropped).close();
    Thread.ofPlatform().daemon().name("import-hash").start(incoming.hash);
    return incoming;
  }

  /** The file as the user knows it. */
  @Override
  public Path file() {
    return file;
  }

  /** What {@code _source} says. */
  @Override
  public String name() {
    return name;
  }

  @Override
  public String tableName() {
    return table;
  }

  @Override
  public long bytes() {
    return bytes;
  }

  /** Where its content lies: the file itself, or its unpacked form in staging. */
  Path content() {
    return content;
  }

  /** Unpacked into staging: {@code unpacked} is what is read from now on. */
  void unpacked(Path inside) {
    content = inside;
    ours = true;
  }

  /** Puts the content, which is UTF-16, into staging as UTF-8 and reads that from now on. */
  void transcode(TextEncoding encoding, Path inside) throws IOException {
    try (InputStream in = Files.newInputStream(content)) {
      in.skipNBytes(encoding.bomBytes());
      try (var reader = new InputStreamReader(in, encoding.utf16());
          Writer writer = Files.newBufferedWriter(inside)) {
        char[] chars = new char[1 << 16];
        for (int read = reader.read(chars); read >= 0; read = reader.read(chars)) {
          context.checkCancelled();
          writer.write(chars, 0, read);
        }
      }
    }
    unpacked(inside);
  }

  /** The content inside staging: as it was unpacked, else linked or copied there. */
  Path inside(Staging staging, String ending) throws IOException {
    return ours ? content : staging.enter(dropped, ending);
  }

  /** The first bytes of the content. */
  byte[] head() throws IOException {
    try (InputStream in = Files.newInputStream(content)) {
      return in.readNBytes(HEAD);
    }
  }

  /** SHA-256 of the file as dropped; waits for it. */
  @Override
  public String sha256() throws IOException {
    try {
      return hash.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    } catch (ExecutionException e) {
      context.checkCancelled();
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void checkUnchanged() throws IOException {
    boolean same =
        Files.exists(dropped)
            && Files.size(dropped) == bytes
            && Files.getLastModifiedTime(dropped).equals(modified);
    if (!same) {
      throw Refused.changed(file);
    }
  }

  private String computeHash() throws IOException {
    var digest = Hashes.digest();
    byte[] buffer = new byte[1 << 20];
    try (InputStream in = Files.newInputStream(dropped)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        context.checkCancelled();
        digest.update(buffer, 0, read);
      }
    }
    return Hashes.hex(digest.digest());
  }
}
