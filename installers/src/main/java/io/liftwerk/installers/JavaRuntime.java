package io.liftwerk.installers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The Java that is installed: only the modules that are used, and the window's toolkit as modules
 * of it, its libraries beside Java's own. So nothing is unpacked into a user's home at the first
 * start.
 */
final class JavaRuntime {
  private JavaRuntime() {}

  /**
   * Links it.
   *
   * @param toolkit folder of the toolkit's jars
   * @param modules a module a line, and lines that begin with {@code #}
   * @param scratch folder for what is made on the way
   * @param runtime where it is made; nothing is there yet
   */
  static void link(Path toolkit, Path modules, Path scratch, Path runtime, Platform platform)
      throws IOException {
    Path jmods = Files.createDirectories(scratch.resolve("jmods"));
    try (Stream<Path> jars = Files.list(toolkit)) {
      for (Path jar : jars.filter(file -> file.toString().endsWith(".jar")).toList()) {
        jmod(jar, scratch, jmods, platform);
      }
    }
    String names =
        Files.readAllLines(modules).stream()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .collect(Collectors.joining(","));
    // the programs of bin/ stay: the start script and the recorded start need java itself
    var command = new ArrayList<String>();
    command.addAll(
        List.of(
            Tool.jdk(platform, "jlink"),
            "--module-path=" + jmods,
            "--add-modules=" + names,
            "--strip-java-debug-attributes",
            "--no-header-files",
            "--no-man-pages",
            "--compress=zip-6",
            "--output=" + runtime));
    if (!platform.keepsTimes()) {
      command.add("--generate-cds-archive");
    }
    Tool.run(command);
  }

  /** A jar with libraries in it becomes a module file that has them apart. */
  private static void jmod(Path jar, Path scratch, Path jmods, Platform platform)
      throws IOException {
    String file = String.valueOf(jar.getFileName());
    Optional<String> module =
        List.of("base", "graphics", "controls").stream()
            .filter(name -> file.startsWith("javafx-" + name + "-"))
            .findFirst();
    if (module.isEmpty()) {
      return;
    }
    Path classes = scratch.resolve("jmod/" + module.get() + "/classes");
    Path libraries = scratch.resolve("jmod/" + module.get() + "/libraries");
    Files.createDirectories(libraries);
    try (var zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : zip.stream().filter(one -> !one.isDirectory()).toList()) {
        Path folder = Platform.isLibrary(entry.getName()) ? libraries : classes;
        Path target = folder.resolve(entry.getName());
        Files.createDirectories(Optional.ofNullable(target.getParent()).orElse(folder));
        try (InputStream bytes = zip.getInputStream(entry)) {
          Files.copy(bytes, target);
        }
      }
    }
    var command = new ArrayList<String>();
    command.addAll(List.of(Tool.jdk(platform, "jmod"), "create", "--class-path=" + classes));
    command.add("--libs=" + libraries);
    command.add("--target-platform=" + platform.jmod());
    command.add(jmods.resolve("javafx." + module.get() + ".jmod").toString());
    Tool.run(command);
  }
}
