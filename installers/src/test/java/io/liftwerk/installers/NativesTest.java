package io.liftwerk.installers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ux-25: an installer brings the libraries of its own system only, and no symbols. */
class NativesTest {
  /** As DuckDB, XGBoost and ONNX Runtime lay them out. */
  private static final List<String> ENTRIES =
      List.of(
          "org/duckdb/DuckDBDriver.class",
          "libduckdb_java.so_linux_amd64",
          "libduckdb_java.so_linux_arm64",
          "libduckdb_java.so_macos_arm64",
          "libduckdb_java.so_windows_amd64",
          "lib/linux/x86_64/libxgboost4j.so",
          "lib/linux/aarch64/libxgboost4j.so",
          "lib/macos/x86_64/libxgboost4j.dylib",
          "lib/macos/aarch64/libxgboost4j.dylib",
          "lib/windows/x86_64/xgboost4j.dll",
          "ai/onnxruntime/native/linux-x64/libonnxruntime.so",
          "ai/onnxruntime/native/linux-aarch64/libonnxruntime.so",
          "ai/onnxruntime/native/osx-aarch64/libonnxruntime.dylib",
          "ai/onnxruntime/native/osx-aarch64/libonnxruntime4j_jni.dylib.dSYM/Contents/Info.plist",
          "ai/onnxruntime/native/win-x64/onnxruntime.dll",
          "ai/onnxruntime/native/win-x64/onnxruntime.pdb",
          "ai/onnxruntime/native/win-x64/onnxruntime.lib");

  @TempDir Path temp;

  @Test
  void everySystemKeepsWhatIsItsOwn() throws IOException {
    for (Platform platform : Platform.values()) {
      Path jar = jar(ENTRIES);
      new Natives(platform).prune(jar, Program.MADE);
      assertEquals(
          Set.of(
              "org/duckdb/DuckDBDriver.class",
              "libduckdb_java.so_" + platform.duckdb(),
              switch (platform) {
                case LINUX_X64 -> "lib/linux/x86_64/libxgboost4j.so";
                case LINUX_ARM64 -> "lib/linux/aarch64/libxgboost4j.so";
                case MAC_ARM64 -> "lib/macos/aarch64/libxgboost4j.dylib";
                case WINDOWS_X64 -> "lib/windows/x86_64/xgboost4j.dll";
              },
              switch (platform) {
                case LINUX_X64 -> "ai/onnxruntime/native/linux-x64/libonnxruntime.so";
                case LINUX_ARM64 -> "ai/onnxruntime/native/linux-aarch64/libonnxruntime.so";
                case MAC_ARM64 -> "ai/onnxruntime/native/osx-aarch64/libonnxruntime.dylib";
                case WINDOWS_X64 -> "ai/onnxruntime/native/win-x64/onnxruntime.dll";
              }),
          names(jar));
    }
  }

  @Test
  void whatIsKeptIsUnchanged() throws IOException {
    Path jar = jar(ENTRIES);
    new Natives(Platform.LINUX_X64).prune(jar, Program.MADE);
    try (var zip = new ZipFile(jar.toFile())) {
      String name = "libduckdb_java.so_linux_amd64";
      byte[] bytes = zip.getInputStream(zip.getEntry(name)).readAllBytes();
      assertEquals(name, new String(bytes, StandardCharsets.UTF_8));
    }
  }

  @Test
  void aJarWithoutLibrariesIsLeftAlone() throws IOException {
    Path jar = jar(List.of("io/liftwerk/app/Main.class", "lib/readme.txt"));
    byte[] before = Files.readAllBytes(jar);
    new Natives(Platform.MAC_ARM64).prune(jar, Program.MADE);
    assertTrue(java.util.Arrays.equals(before, Files.readAllBytes(jar)));
  }

  @Test
  void aSystemThatWouldBeLeftWithoutItsLibraryIsTold() throws IOException {
    Path jar = jar(List.of("libduckdb_java.so_linux_amd64"));
    assertThrows(
        IOException.class, () -> new Natives(Platform.WINDOWS_X64).prune(jar, Program.MADE));
  }

  private Path jar(List<String> entries) throws IOException {
    Path jar = temp.resolve("library.jar");
    try (var zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (String entry : entries) {
        zip.putNextEntry(new ZipEntry(entry));
        zip.write(entry.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return jar;
  }

  private static Set<String> names(Path jar) throws IOException {
    try (var zip = new ZipFile(jar.toFile())) {
      var names = new TreeSet<String>();
      zip.stream().map(ZipEntry::getName).forEach(names::add);
      return names;
    }
  }
}
