package io.liftwerk.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** How {@link BareWindow} is started: with the program's own options, toolkit and theme. */
final class WindowPeer {
  private static final List<String> CLASSES = List.of("", "$Shown", "$Shown$1");

  private final Path program;
  private final Path jar;
  private final Path record;

  /**
   * @param program folder of the packaged program
   * @param folder where its jar and the record of its start go
   */
  WindowPeer(Path program, Path folder) throws IOException {
    this.program = program;
    this.jar = folder.resolve("bare.jar");
    this.record = folder.resolve("bare.aot");
    // only of jars does the JVM keep a record
    try (var zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (String nested : CLASSES) {
        String name = BareWindow.class.getName().replace('.', '/') + nested + ".class";
        zip.putNextEntry(new ZipEntry(name));
        try (InputStream bytes = BareWindow.class.getResourceAsStream("/" + name)) {
          if (bytes == null) {
            throw new IOException(name + " is missing");
          }
          bytes.transferTo(zip);
        }
        zip.closeEntry();
      }
    }
  }

  /** Starts it and has its start recorded. */
  List<String> recording() throws IOException {
    return command("-XX:AOTCacheOutput=" + record, "-Xlog:disable");
  }

  /** Starts it by the record. */
  List<String> recorded() throws IOException {
    return command("-XX:AOTCache=" + record, "-Xlog:aot=off");
  }

  private List<String> command(String option, String log) throws IOException {
    Path lib = program.resolve("lib");
    return List.of(
        Child.java().toString(),
        "-Xmx3g",
        "--module-path=" + lib.resolve("javafx"),
        "--add-modules=javafx.controls",
        "--enable-native-access=ALL-UNNAMED,javafx.graphics",
        option,
        log,
        "-cp",
        jar + File.pathSeparator + theme(lib),
        BareWindow.class.getName());
  }

  private static Path theme(Path lib) throws IOException {
    try (Stream<Path> jars = Files.list(lib)) {
      return jars.filter(file -> String.valueOf(file.getFileName()).startsWith("atlantafx-base"))
          .findFirst()
          .orElseThrow(() -> new IOException("no theme in " + lib));
    }
  }
}
