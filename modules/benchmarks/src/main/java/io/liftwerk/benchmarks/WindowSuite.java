package io.liftwerk.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From starting the packaged program to its first window, without and with the record of its start
 * that {@code liftwerk rehearse} makes, and beside a bare window with such a record. Cold: the
 * program's files are not in the system's page cache and JavaFX has to unpack its libraries; the
 * JDK, which runs this very program, stays cached. Warm: started again.
 */
final class WindowSuite implements Bench.Suite {
  private static final Pattern SHOWN = Pattern.compile("first window after (\\d+) ms");
  private static final int COLD = 3;
  private static final int WARM = 7;

  /**
   * @param wall milliseconds from starting the process to the report
   * @param inside milliseconds since the JVM started, as the program says
   */
  private record Start(double wall, double inside) {}

  @Override
  public void run(Bench bench, Findings findings) throws IOException {
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    Path script = bench.program().resolve("bin").resolve(windows ? "liftwerk.bat" : "liftwerk");
    if (!Files.isExecutable(script)) {
      findings.skip("first window: there is no packaged program at " + bench.program());
      return;
    }
    var screen = Screen.find();
    if (screen.isEmpty()) {
      findings.skip("first window: no display, and Xvfb is not installed");
      return;
    }
    try (Screen shown = screen.get()) {
      List<String> open = List.of(script.toString(), "open");
      Path record = bench.program().resolve("lib/liftwerk-window.aot");
      Files.deleteIfExists(record);
      measure(bench, open, shown, "without its record", 3000, findings);
      bench.say("recording the start");
      finish(bench, List.of(script.toString(), "rehearse"), shown);
      if (!Files.exists(record)) {
        throw new IOException("the start was not recorded");
      }
      measure(bench, open, shown, "recorded", 1500, findings);
      compare(bench, open, shown, findings);
    }
  }

  /** Cold and warm starts. */
  private static void measure(
      Bench bench, List<String> open, Screen screen, String which, double limit, Findings findings)
      throws IOException {
    bench.say("starting the window, cold and warm, " + which);
    String where = screen.isVirtual() ? "Xvfb" : "display " + screen.display();
    if (PageCache.canForget()) {
      var starts = new ArrayList<Start>();
      for (int i = 0; i < COLD; i++) {
        bench.scratch().delete("window-home");
        PageCache.forget(bench.program());
        starts.add(start(bench, open, screen));
      }
      findings.add(
          figure("first window, cold, " + which + " (ux-01)", starts, where)
              .target(Figure.Kind.OURS_AT_MOST, 3000));
    } else {
      findings.skip("first window, cold: only Linux lets a program empty the page cache");
    }
    List<Start> starts = warm(bench, open, screen);
    findings.add(
        figure("first window, warm, " + which + " (ux-01)", starts, where)
            .target(Figure.Kind.OURS_AT_MOST, limit));
  }

  /** In turns, so that whatever else the machine does slows both down. */
  private static void compare(Bench bench, List<String> open, Screen screen, Findings findings)
      throws IOException {
    bench.say("starting the window and a bare one in turns");
    var peer = new WindowPeer(bench.program(), bench.scratch().folder("window-peer"));
    start(bench, peer.recording(), screen);
    start(bench, peer.recorded(), screen);
    var ours = new ArrayList<Start>();
    var bare = new ArrayList<Start>();
    for (int i = 0; i < WARM; i++) {
      ours.add(start(bench, open, screen));
      bare.add(start(bench, peer.recorded(), screen));
    }
    findings.add(
        figure("first window beside a bare one, both recorded (ux-01)", ours, "the same screen")
            .peer(median(bare), "bare AtlantaFX window, measured in this run")
            .target(Figure.Kind.RATIO_AT_MOST, 1.5));
  }

  private static List<Start> warm(Bench bench, List<String> command, Screen screen)
      throws IOException {
    start(bench, command, screen);
    var starts = new ArrayList<Start>();
    for (int i = 0; i < WARM; i++) {
      starts.add(start(bench, command, screen));
    }
    return starts;
  }

  private static double median(List<Start> starts) {
    return Statistics.median(starts.stream().map(Start::wall).toList());
  }

  private static Figure figure(String what, List<Start> starts, String where) {
    List<Double> walls = starts.stream().map(Start::wall).toList();
    List<Double> insides = starts.stream().map(Start::inside).toList();
    return Figure.of("window", what, "ms", Statistics.median(walls))
        .note(
            String.format(
                Locale.ROOT,
                "median of %d on %s, best %.0f; %.0f since the JVM's start",
                starts.size(),
                where,
                Statistics.quantile(walls, 0),
                Statistics.median(insides)));
  }

  private static Start start(Bench bench, List<String> command, Screen screen) throws IOException {
    long begin = System.nanoTime();
    Process process = process(bench, command, screen, "-Dliftwerk.exitWhenShown=true").start();
    try (BufferedReader lines = process.inputReader()) {
      var watchdog = Thread.ofVirtual().start(() -> endLate(process));
      var said = new ArrayList<String>();
      String line;
      Start start = null;
      while ((line = lines.readLine()) != null) {
        said.add(line);
        Matcher shown = SHOWN.matcher(line);
        if (shown.find()) {
          start = new Start((System.nanoTime() - begin) / 1e6, Double.parseDouble(shown.group(1)));
        }
      }
      watchdog.interrupt();
      if (start == null) {
        throw new IOException("the program did not report its window: " + String.join(" / ", said));
      }
      return start;
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  /** Runs {@code command} to its end. */
  private static void finish(Bench bench, List<String> command, Screen screen) throws IOException {
    Process process =
        process(bench, command, screen, "").redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    try {
      if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
        throw new IOException(String.join(" ", command) + " did not end well");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(command.getFirst() + " was interrupted", e);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static ProcessBuilder process(
      Bench bench, List<String> command, Screen screen, String option) throws IOException {
    Path home = bench.scratch().folder("window-home");
    var builder = new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true);
    builder.environment().put("LIFTWERK_JAVA", Child.java().toString());
    builder
        .environment()
        .put(
            "JAVA_TOOL_OPTIONS",
            option + " -Dliftwerk.home=" + home + " -Djavafx.cachedir=" + home.resolve("javafx"));
    if (!screen.display().isEmpty()) {
      builder.environment().put("DISPLAY", screen.display());
    }
    return builder;
  }

  private static void endLate(Process process) {
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
