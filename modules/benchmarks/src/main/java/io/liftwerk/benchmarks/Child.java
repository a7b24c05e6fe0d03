package io.liftwerk.benchmarks;

import com.fasterxml.jackson.core.type.TypeReference;
import io.liftwerk.workspace.Json;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs one {@link Task} in a fresh JVM, so that neither its memory nor its warmth is another's. The
 * class path is that of the packaged program plus these classes.
 */
final class Child {
  private final Path program;
  private final Scratch scratch;

  /**
   * @param program folder of the packaged program; where it has no {@code lib}, the class path of
   *     this process is used
   */
  Child(Path program, Scratch scratch) {
    this.program = program;
    this.scratch = scratch;
  }

  /**
   * Runs {@code task} with {@code arguments} and waits for it.
   *
   * @throws IOException when it fails; the message is the last line it wrote
   */
  Measured run(String task, String... arguments) throws IOException {
    return run(classPath(), task, arguments);
  }

  /** Runs a peer's {@code task}, on the class path of this process: the program has no peers. */
  Measured runPeer(String task, String... arguments) throws IOException {
    return run(System.getProperty("java.class.path"), task, arguments);
  }

  private Measured run(String classPath, String task, String... arguments) throws IOException {
    Path result = scratch.resolve("result.json");
    Path log = scratch.resolve("child.log");
    Files.deleteIfExists(result);
    Process process =
        new ProcessBuilder(command(classPath, task, result, arguments))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    var killer = new Thread(process::destroyForcibly, "child-cleanup");
    Runtime.getRuntime().addShutdownHook(killer);
    try {
      if (!process.waitFor(20, TimeUnit.MINUTES)) {
        throw new IOException(task + " did not end within 20 minutes");
      }
      if (process.exitValue() != 0) {
        throw new IOException(task + " failed: " + tail(log));
      }
      return new Measured(
          Json.mapper()
              .readValue(
                  Files.readString(result), new TypeReference<LinkedHashMap<String, Double>>() {}));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(task + " was interrupted", e);
    } finally {
      process.destroyForcibly();
      Runtime.getRuntime().removeShutdownHook(killer);
    }
  }

  private List<String> command(String classPath, String task, Path result, String... arguments)
      throws IOException {
    var command = new ArrayList<String>();
    command.add(java().toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-Djava.awt.headless=true");
    command.add("-Dliftwerk.home=" + scratch.folder("home"));
    command.addAll(programOptions());
    command.add("--class-path");
    command.add(classPath);
    command.add(Task.class.getName());
    command.add(task);
    command.add(result.toString());
    command.addAll(List.of(arguments));
    return command;
  }

  static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  /** The memory and collector options the packaged program itself is started with. */
  private List<String> programOptions() throws IOException {
    Path script = program.resolve("bin").resolve("liftwerk");
    if (!Files.isReadable(script)) {
      return List.of("-Xmx1g");
    }
    var found = new ArrayList<String>();
    var option = java.util.regex.Pattern.compile("-X(?:mx|ms|ss)\\w+|-XX:[+-]Use\\w*GC");
    option.matcher(Files.readString(script)).results().forEach(hit -> found.add(hit.group()));
    return found.stream().distinct().toList();
  }

  private String classPath() throws IOException {
    Path lib = program.resolve("lib");
    if (!Files.isDirectory(lib)) {
      return System.getProperty("java.class.path");
    }
    String own = ownClasses();
    try (Stream<Path> jars = Files.list(lib)) {
      return Stream.concat(Stream.of(own), jars.map(Path::toString).sorted())
          .collect(Collectors.joining(File.pathSeparator));
    }
  }

  private static String ownClasses() throws IOException {
    try {
      return Path.of(Task.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toString();
    } catch (java.net.URISyntaxException e) {
      throw new IOException("where these classes lie is no path", e);
    }
  }

  private static String tail(Path log) throws IOException {
    List<String> lines = Files.readAllLines(log);
    return lines.stream()
        .filter(line -> line.startsWith("Exception") || line.startsWith("Caused by"))
        .reduce((first, second) -> second)
        .or(() -> lines.stream().reduce((first, second) -> second))
        .orElse("no output");
  }

  /** A number per name, in the order they came. */
  static void write(Path file, Measured measured) throws IOException {
    Map<String, Double> values = measured.values();
    Files.writeString(file, Json.mapper().writeValueAsString(values));
  }
}
