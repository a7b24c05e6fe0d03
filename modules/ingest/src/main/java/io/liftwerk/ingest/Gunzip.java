package io.liftwerk.ingest;

import io.liftwerk.workspace.WorkbenchException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Unpacks a gzipped file into staging. */
final class Gunzip {
  /** No export shrinks further than this; deflate itself ends at about 1,030. */
  private static final long MOST_RATIO = 400;

  private static final long HARMLESS = 256L << 20;

  private Gunzip() {}

  static boolean is(byte[] head) {
    return head.length > 2 && head[0] == (byte) 0x1F && head[1] == (byte) 0x8B && head[2] == 8;
  }

  static void unpack(Incoming incoming, Path target, Bar bar) throws IOException {
    Path file = incoming.file();
    byte[] buffer = new byte[1 << 18];
    long written = 0;
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = new GZIPInputStream(raw, 1 << 16);
        OutputStream out = Files.newOutputStream(target)) {
      for (int read = read(file, in, buffer); read >= 0; read = read(file, in, buffer)) {
        out.write(buffer, 0, read);
        written += read;
        if (written > HARMLESS && written / incoming.bytes() > MOST_RATIO) {
          throw new WorkbenchException(
              "gzip-bomb",
              Refused.shown(file) + " unpacks to more than " + MOST_RATIO + " times its size.",
              "No export does; unpack it yourself if you trust it, and import the result.");
        }
        bar.at(0.05, "unpacking " + Refused.shown(file));
      }
    }
    if (written == 0) {
      throw Refused.empty(file);
    }
  }

  private static int read(Path file, InputStream in, byte[] buffer) throws IOException {
    try {
      return in.read(buffer);
    } catch (EOFException e) {
      throw Refused.damaged(file, "the gzip archive ends in the middle", e);
    } catch (ZipException e) {
      throw Refused.damaged(file, "the gzip archive cannot be unpacked", e);
    }
  }
}
