package io.liftwerk.installers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What stands beside an installer, and what it weighs. */
final class Artefacts {
  /** What an installer may weigh. */
  static final long BUDGET = 180_000_000;

  private Artefacts() {}

  /** A hash of a file in hexadecimal digits. */
  static String hash(String algorithm, Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance(algorithm);
      try (InputStream bytes = new DigestInputStream(Files.newInputStream(file), digest)) {
        bytes.transferTo(java.io.OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has " + algorithm, e);
    }
  }

  /** Writes the sums of {@code files} as {@code sha256sum --check} reads them. */
  static void checksums(List<Path> files, Path to) throws IOException {
    var lines = new ArrayList<String>();
    for (Path file : files) {
      lines.add(hash("SHA-256", file) + "  " + file.getFileName());
    }
    Files.writeString(to, String.join("\n", lines) + "\n");
  }

  /**
   * Refuses an installer that has grown too large.
   *
   * @throws IOException naming its size
   */
  static void hold(Path installer, long budget) throws IOException {
    long size = Files.size(installer);
    if (size > budget) {
      throw new IOException(
          installer.getFileName() + " has " + megabytes(size) + ", more than " + megabytes(budget));
    }
  }

  /** The largest parts below {@code folder}, a line each, and what all of them weigh. */
  static String weights(Path folder, int number) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> files =
          all.filter(Files::isRegularFile)
              .sorted(Comparator.comparingLong(Artefacts::size).reversed())
              .toList();
      var text = new StringBuilder();
      text.append(megabytes(files.stream().mapToLong(Artefacts::size).sum())).append(" in all\n");
      files.stream()
          .limit(number)
          .forEach(
              file ->
                  text.append(megabytes(size(file)))
                      .append("  ")
                      .append(folder.relativize(file))
                      .append('\n'));
      return text.toString();
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%6.1f MB", bytes / 1e6);
  }
}
