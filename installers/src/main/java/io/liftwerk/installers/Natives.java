package io.liftwerk.installers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Native code in jars: the libraries of one system stay, those of others and all symbols go. */
final class Natives {
  private static final Pattern DUCKDB = Pattern.compile("libduckdb_java\\.so_(\\w+)");
  private static final Pattern XGBOOST =
      Pattern.compile("lib/((?:linux|linux-musl|macos|windows|solaris)/[^/]+)/[^/]+");
  private static final Pattern ONNX = Pattern.compile("ai/onnxruntime/native/([^/]+)/.+");
  private static final Pattern SYMBOLS = Pattern.compile(".*(\\.pdb|\\.lib|\\.dSYM(/.*)?)");

  private final Platform platform;

  Natives(Platform platform) {
    this.platform = platform;
  }

  /** Whether an entry of a jar is of no use on this system. */
  boolean isForeign(String entry) {
    return SYMBOLS.matcher(entry).matches()
        || isOther(DUCKDB, platform.duckdb(), entry)
        || isOther(XGBOOST, platform.xgboost(), entry)
        || isOther(ONNX, platform.onnx(), entry);
  }

  private static boolean isOther(Pattern form, String own, String entry) {
    Matcher matcher = form.matcher(entry);
    return matcher.matches() && !matcher.group(1).equals(own);
  }

  /**
   * Writes {@code jar} anew without what is foreign; leaves it alone where there is nothing of
   * that.
   *
   * @throws IOException when what is left has no library of this system although others' were there
   */
  void prune(Path jar, FileTime time) throws IOException {
    Path part = jar.resolveSibling(jar.getFileName() + ".part");
    try (var whole = new ZipFile(jar.toFile())) {
      List<? extends ZipEntry> entries = whole.stream().toList();
      if (entries.stream().noneMatch(entry -> isForeign(entry.getName()))) {
        return;
      }
      try (var kept = new ZipOutputStream(Files.newOutputStream(part))) {
        kept.setLevel(Deflater.BEST_COMPRESSION);
        for (ZipEntry entry : entries) {
          if (!isForeign(entry.getName())) {
            copy(whole, entry, kept, time);
          }
        }
      }
      if (entries.stream().map(ZipEntry::getName).noneMatch(this::isOwn)) {
        throw new IOException(jar.getFileName() + " has no library for " + platform);
      }
    }
    Files.move(part, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  private boolean isOwn(String entry) {
    return List.of(DUCKDB, XGBOOST, ONNX).stream().anyMatch(form -> form.matcher(entry).matches())
        && !isForeign(entry);
  }

  private static void copy(ZipFile from, ZipEntry entry, ZipOutputStream to, FileTime time)
      throws IOException {
    var copied = new ZipEntry(entry.getName());
    copied.setLastModifiedTime(time);
    to.putNextEntry(copied);
    try (InputStream bytes = from.getInputStream(entry)) {
      bytes.transferTo(to);
    }
    to.closeEntry();
  }
}
