package io.liftwerk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ux-01: the recorded start is used where it fits, and left alone without a word elsewhere. */
class StartScriptTest {
  private static final FileTime MADE = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

  @TempDir Path temp;
  private Path program;
  private Path java;
  private String display = ":1";

  @BeforeEach
  void lay() throws IOException {
    assumeTrue(File.separatorChar == '/', "a shell script");
    program = temp.resolve("program/app");
    Files.createDirectories(program.resolve("bin"));
    Files.createDirectories(program.resolve("lib/javafx"));
    Path script = Path.of(System.getProperty("liftwerk.root"), "app/src/main/dist/bin/liftwerk");
    Files.copy(script, program.resolve("bin/liftwerk"), StandardCopyOption.COPY_ATTRIBUTES);
    Path jar = Files.createFile(program.resolve("lib/liftwerk.jar"));
    Files.setLastModifiedTime(jar, MADE);
    java = java(temp.resolve("jdk"), "25.0.3");
  }

  /** A Java that tells what it is started with, and records when it is asked to. */
  private static Path java(Path home, String version) throws IOException {
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    Path program =
        Files.writeString(
            home.resolve("bin/java"),
            """
            #!/bin/sh
            for argument; do
              echo "$argument"
              case $argument in -XX:AOTCacheOutput=*) echo x > "${argument#*=}" ;; esac
            done
            """);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    return home;
  }

  private List<String> start(String... arguments) throws IOException {
    var command = new java.util.ArrayList<>(List.of(program.resolve("bin/liftwerk").toString()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("LIFTWERK_JAVA", java.toString());
    builder.environment().remove("LIFTWERK_OPTS");
    builder.environment().remove("WAYLAND_DISPLAY");
    builder.environment().put("DISPLAY", display);
    Process process = builder.start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
        .lines()
        .toList();
  }

  private boolean usesRecord(String... arguments) throws IOException {
    List<String> started = start(arguments);
    String main = started.get(started.indexOf("-cp") + 1);
    assertEquals(program.toRealPath().resolve("lib/liftwerk.jar").toString(), main);
    return started.stream().anyMatch(one -> one.startsWith("-XX:AOTCache="));
  }

  @Test
  void withoutARecordCommandsGetNoToolkit() throws IOException {
    assertFalse(usesRecord("runs", "x", "list"));
    assertFalse(usesRecord());
    List<String> command = start("runs", "x", "list");
    assertTrue(command.contains("-XX:+UseSerialGC"), command.toString());
    assertFalse(command.contains("--add-modules=javafx.controls"), command.toString());
    assertTrue(start().contains("--add-modules=javafx.controls"));
    assertFalse(start("Nordwand.liftwerk").contains("-XX:+UseSerialGC"));
  }

  @Test
  void windowAndCommandsHaveEachItsRecord() throws IOException {
    start("rehearse");
    String lib = program.toRealPath().resolve("lib").toString();
    assertTrue(start().contains("-XX:AOTCache=" + lib + "/liftwerk-window.aot"));
    assertTrue(start("open", "x").contains("-XX:AOTCache=" + lib + "/liftwerk-window.aot"));
    for (String option : List.of("-XX:-AOTReplayTraining", "-XX:Tier4BackEdgeThreshold=400000")) {
      assertTrue(start().contains(option), "compiles no more than it needs");
    }
    List<String> command = start("runs", "x", "list");
    assertTrue(command.contains("-XX:AOTCache=" + lib + "/liftwerk-commands.aot"));
    assertFalse(command.contains("--add-modules=javafx.controls"), command.toString());
    assertEquals(List.of("runs", "x", "list"), command.subList(command.size() - 3, command.size()));
  }

  @Test
  void withoutADisplayOnlyCommandsAreRecorded() throws IOException {
    display = "";
    assumeTrue(System.getProperty("os.name").equals("Linux"), "elsewhere there is always one");
    start("rehearse");
    assertFalse(usesRecord("open"));
    assertTrue(usesRecord("runs", "x", "list"));
  }

  @Test
  void aRecordOfAnotherJavaIsNotUsed() throws IOException {
    start("rehearse");
    java = java(temp.resolve("other"), "25.0.4");
    assertFalse(usesRecord("open"));
  }

  @Test
  void aRecordOfOtherFilesIsNotUsed() throws IOException {
    start("rehearse");
    Path jar = program.resolve("lib/liftwerk.jar");
    Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2026-01-02T00:00:00Z")));
    assertFalse(usesRecord("open"), "newer");
    Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2025-12-31T00:00:00Z")));
    assertFalse(usesRecord("open"), "older");
  }

  @Test
  void aRehearsalThatFailsLeavesNoRecord() throws IOException {
    start("rehearse");
    Files.writeString(java.resolve("bin/java"), "#!/bin/sh\nexit 1\n");
    start("rehearse");
    java(java, "25.0.3");
    assertFalse(usesRecord("open"));
  }

  @Test
  void anInstallersJavaComesFirstAndHasTheToolkit() throws IOException {
    java(temp.resolve("program/runtime"), "25.0.9");
    Files.delete(program.resolve("lib/javafx"));
    Files.writeString(java.resolve("bin/java"), "#!/bin/sh\necho wrong\n");
    List<String> started = start("open");
    assertTrue(
        started.contains("--enable-native-access=ALL-UNNAMED,javafx.graphics"), started.toString());
    assertTrue(started.stream().noneMatch(one -> one.startsWith("--module-path")));
    start("rehearse");
    assertTrue(usesRecord("open"));
  }
}
