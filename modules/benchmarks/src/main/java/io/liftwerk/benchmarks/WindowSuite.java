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
 * From starting the packaged program to its first window. Cold: the program's files are not in the
 * system's page cache and JavaFX has to unpack its libraries; the JDK, which runs this very
 * program, stays cached. Warm: started again.
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
      measure(bench, script, shown, findings);
    }
  }

  private static void measure(Bench bench, Path script, Screen screen, Findings findings)
      throws IOException {
    bench.say("starting the window, cold and warm");
    String where = screen.isVirtual() ? "Xvfb" : "display " + screen.display();
    if (PageCache.canForget()) {
      var starts = new ArrayList<Start>();
      for (int i = 0; i < COLD; i++) {
        bench.scratch().delete("window-home");
        PageCache.forget(bench.program());
        starts.add(start(bench, script, screen));
      }
      findings.add(figure("first window, cold (ux-01)", starts, 3000, where));
    } else {
      findings.skip("first window, cold: only Linux lets a program empty the page cache");
    }
    start(bench, script, screen);
    var starts = new ArrayList<Start>();
    for (int i = 0; i < WARM; i++) {
      starts.add(start(bench, script, screen));
    }
    findings.add(figure("first window, warm (ux-01)", starts, 1500, where));
  }

  private static Figure figure(String what, List<Start> starts, double limit, String where) {
    List<Double> walls = starts.stream().map(Start::wall).toList();
    List<Double> insides = starts.stream().map(Start::inside).toList();
    return Figure.of("window", what, "ms", Statistics.median(walls))
        .target(Figure.Kind.OURS_AT_MOST, limit)
        .note(
            String.format(
                Locale.ROOT,
                "median of %d on %s, best %.0f; %.0f since the JVM's start",
                starts.size(),
                where,
                Statistics.quantile(walls, 0),
                Statistics.median(insides)));
  }

  private static Start start(Bench bench, Path script, Screen screen) throws IOException {
    Path home = bench.scratch().folder("window-home");
    var builder =
        new ProcessBuilder(List.of(script.toString(), "open"))
            .directory(home.toFile())
            .redirectErrorStream(true);
    builder.environment().put("LIFTWERK_JAVA", Child.java().toString());
    builder
        .environment()
        .put(
            "JAVA_TOOL_OPTIONS",
            "-Dliftwerk.exitWhenShown=true -Dliftwerk.home="
                + home
                + " -Djavafx.cachedir="
                + home.resolve("javafx"));
    if (!screen.display().isEmpty()) {
      builder.environment().put("DISPLAY", screen.display());
    }
    long begin = System.nanoTime();
    Process process = builder.start();
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
