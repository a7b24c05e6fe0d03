package io.liftwerk.benchmarks;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Measures whole jobs of the packaged program and prints one table. {@code
 * -Dliftwerk.bench=import,leads} chooses; {@code all} is everything. A missed target is shown, not
 * punished: only what cannot be measured ends with exit 1.
 */
final class Benchmarks {
  record Named(String name, Bench.Suite suite) {}

  private static final List<Named> SUITES =
      List.of(
          new Named("import", new ImportSuite()),
          new Named("log", new LogSuite()),
          new Named("xlsx", new XlsxSuite()),
          new Named("warehouse", new WarehouseSuite()),
          new Named("leads", new LeadsSuite()),
          new Named("scoring", new ScoringSuite()),
          new Named("experiments", new ExperimentsSuite()),
          new Named("keywords", new KeywordsSuite()),
          new Named("knowledge", new KnowledgeSuite()),
          new Named("guard", new GuardSuite()),
          new Named("window", new WindowSuite()),
          new Named("paging", new PagingSuite()));

  private Benchmarks() {}

  public static void main(String[] arguments) throws Exception {
    Path root = Path.of(System.getProperty("liftwerk.root", ".")).toAbsolutePath().normalize();
    List<Named> chosen = chosen(System.getProperty("liftwerk.bench", "all"));
    var target = root.resolve("modules/benchmarks/target");
    var findings = new Findings();
    boolean failed = false;
    findings.checkQuiet(
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(), "at the start");
    try (var scratch = new Scratch(target.resolve("scratch"))) {
      Path program = root.resolve("app/target/liftwerk");
      Path shared =
          Path.of(System.getProperty("liftwerk.shared", root.resolve("../shared").toString()));
      var bench = new Bench(root, shared, program, scratch, new Child(program, scratch));
      for (Named named : chosen) {
        try {
          named.suite().run(bench, findings);
        } catch (Exception e) {
          failed = true;
          findings.skip(named.name() + " failed: " + e.getMessage());
        }
      }
    }
    Report report = findings.report();
    report.write(target);
    System.out.println(report.text());
    System.out.println("Written to " + target.resolve("benchmarks.json") + " and .md");
    System.exit(failed ? 1 : 0);
  }

  /**
   * The benchmarks named in {@code text}, in our order.
   *
   * @throws IllegalArgumentException naming those there are, when one is asked for that is not
   */
  static List<Named> chosen(String text) {
    if (text.isBlank() || text.equals("all")) {
      return SUITES;
    }
    Set<String> names = new HashSet<>(List.of(text.strip().split("\\s*,\\s*")));
    List<Named> found = SUITES.stream().filter(suite -> names.contains(suite.name())).toList();
    if (found.size() < names.size()) {
      throw new IllegalArgumentException(
          "-Dliftwerk.bench="
              + text
              + ": there are "
              + String.join(", ", SUITES.stream().map(Named::name).toList()));
    }
    return found;
  }
}
