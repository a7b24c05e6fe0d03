package io.liftwerk.ingest;

import io.liftwerk.workspace.JobContext;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Looks for texts in files, as UTF-8 and as UTF-16, without regard to the case of plain letters; in
 * what ZIP (workbooks too) and GZIP files hold as well. Files stream through.
 *
 * <p>As words, they are found only where no plain letter or digit stands right before or after.
 */
final class Traces {
  private static final int BLOCK = 1 << 16;

  private final List<byte[]> needles = new ArrayList<>();
  private final int longest;
  private final boolean words;
  private long bytes;

  Traces(Collection<String> texts) {
    this(texts, false);
  }

  private Traces(Collection<String> texts, boolean words) {
    this.words = words;
    for (String text : texts) {
      String lower = text.toLowerCase(Locale.ROOT);
      needles.add(lower.getBytes(StandardCharsets.UTF_8));
      needles.add(lower.getBytes(StandardCharsets.UTF_16LE));
    }
    longest = needles.stream().mapToInt(needle -> needle.length).max().orElse(0);
  }

  /** Looks for {@code texts} as words of their own. */
  static Traces words(Collection<String> texts) {
    return new Traces(texts, true);
  }

  /** The files below {@code folder} in which {@code traces} are, by their workspace paths. */
  static List<String> files(JobContext context, Path folder, Traces traces) throws IOException {
    var found = new ArrayList<String>();
    Path root = context.workspace().folder();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        context.checkCancelled();
        if (traces.in(file)) {
          found.add(root.relativize(file).toString().replace('\\', '/'));
        }
      }
    }
    return found;
  }

  /** Bytes that were looked at, unpacked ones included. */
  long bytes() {
    return bytes;
  }

  /** Whether one of the texts is in {@code file} or in what it packs. */
  boolean in(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      if (isIn(in)) {
        return true;
      }
    }
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(4);
    }
    if (head.length == 4 && head[0] == 'P' && head[1] == 'K') {
      return inArchive(file);
    }
    if (head.length >= 2 && (head[0] & 0xFF) == 0x1F && (head[1] & 0xFF) == 0x8B) {
      try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
        return isIn(in);
      } catch (ZipException e) {
        // it only begins like one
        return false;
      }
    }
    return false;
  }

  /** By the archive's directory: some writers leave out the sizes that reading in a row needs. */
  private boolean inArchive(Path file) throws IOException {
    try (var zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        try (InputStream in = zip.getInputStream(entry)) {
          if (isIn(in)) {
            return true;
          }
        }
      }
      return false;
    } catch (ZipException e) {
      // it only begins like one
      return false;
    }
  }

  private boolean isIn(InputStream in) throws IOException {
    // of what was read before, so much stays that a text and the characters around it are whole
    int around = longest + 2;
    byte[] block = new byte[BLOCK + around];
    int kept = 0;
    for (int read = in.read(block, kept, BLOCK); read >= 0; read = in.read(block, kept, BLOCK)) {
      bytes += read;
      for (int i = kept; i < kept + read; i++) {
        if (block[i] >= 'A' && block[i] <= 'Z') {
          block[i] += 32;
        }
      }
      int size = kept + read;
      for (byte[] needle : needles) {
        if (isIn(block, size, needle, false)) {
          return true;
        }
      }
      kept = Math.min(size, around);
      System.arraycopy(block, size - kept, block, 0, kept);
    }
    int left = kept;
    return words && needles.stream().anyMatch(needle -> isIn(block, left, needle, true));
  }

  /**
   * @param end whether nothing follows {@code block}
   */
  private boolean isIn(byte[] block, int size, byte[] needle, boolean end) {
    byte first = needle[0];
    for (int i = 0; i <= size - needle.length; i++) {
      if (block[i] == first) {
        int j = 1;
        while (j < needle.length && block[i + j] == needle[j]) {
          j++;
        }
        if (j == needle.length && (!words || isWord(block, size, i, i + j, end))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isWord(byte[] block, int size, int from, int to, boolean end) {
    boolean free = from == 0 || !isLetter(block[from - 1]);
    return free && (to < size ? !isLetter(block[to]) : end);
  }

  /** Of a block in small letters. */
  private static boolean isLetter(byte character) {
    return character >= 'a' && character <= 'z' || character >= '0' && character <= '9';
  }
}
