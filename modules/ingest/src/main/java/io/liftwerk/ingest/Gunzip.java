package io.liftwerk.ingest;

import io.liftwerk.workspace.WorkbenchException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Unpacks a gzipped file into staging. */
final class Gunzip {
  /** No export shrinks further than this; deflate itself ends at about 1,030. */
  private static final long MOST_RATIO = 400;

  private static final long HARMLESS = 256L << 20;

  /** The checksum and the length that end an archive. */
  private static final int TRAILER = 8;

  private Gunzip() {}

  static boolean is(byte[] head) {
    return head.length > 2 && head[0] == (byte) 0x1F && head[1] == (byte) 0x8B && head[2] == 8;
  }

  /**
   * The unpacked content of {@code raw}.
   *
   * @throws WorkbenchException when its header already is broken
   */
  static Archive open(Path file, InputStream raw) throws IOException {
    try {
      return new Archive(raw);
    } catch (EOFException | ZipException e) {
      throw Refused.damaged(file, "the gzip archive ends in its header", e);
    }
  }

  static void unpack(Incoming incoming, Path target, Bar bar) throws IOException {
    Path file = incoming.file();
    byte[] buffer = new byte[1 << 18];
    long written = 0;
    try (FileChannel channel = FileChannel.open(incoming.content());
        Archive in = open(file, Channels.newInputStream(channel));
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
      checkEnd(file, channel, in);
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

  /**
   * Java takes whatever follows an archive and is none for padding, so of two archives joined in
   * one file, the second one broken, half the rows would be missing without a word. Zeros are.
   */
  private static void checkEnd(Path file, FileChannel channel, Archive in) throws IOException {
    long rest = channel.size() - channel.position() + Math.max(0, in.unused() - TRAILER);
    ByteBuffer tail = ByteBuffer.allocate((int) Math.min(rest, 1 << 16));
    int read = channel.read(tail, channel.size() - rest);
    for (int i = 0; i < read; i++) {
      if (tail.get(i) != 0) {
        throw Refused.damaged(
            file,
            "something that is no gzip archive follows in it after byte " + (channel.size() - rest),
            new ZipException("trailing bytes"));
      }
    }
  }

  /** Tells how much of what it took from the file it did not need. */
  static final class Archive extends GZIPInputStream {
    private Archive(InputStream raw) throws IOException {
      super(raw, 1 << 16);
    }

    private int unused() {
      return inf.getRemaining();
    }
  }
}
