package io.liftwerk.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Jumping about in a large table, and stopping what is under way. */
final class PagingSuite implements Bench.Suite {
  private static final double PAGE_LIMIT = 300;
  private static final double CANCEL_LIMIT = 1000;

  @Override
  public void run(Bench bench, Findings findings) throws IOException {
    findings.addAll(pages(bench));
    findings.add(cancelImport(bench));
    findings.add(cancelTraining(bench));
  }

  private static List<Figure> pages(Bench bench) throws IOException {
    bench.say("paging through " + ImportSuite.ROWS + " rows");
    Measured measured = run(bench, "PAGING", String.valueOf(ImportSuite.ROWS));
    String rows = String.format(Locale.ROOT, "%.0f M rows", ImportSuite.ROWS / 1e6);
    return List.of(
        page(rows + ": open, first page (ux-08)", measured, "openMs")
            .peak(measured.values().get("peakBytes"))
            .note("100 rows, 14 columns; peak includes making the table"),
        page("jump to a random row, p50", measured, "jumpP50"),
        page("jump to a random row, p95", measured, "jumpP95"),
        Figure.of("paging", "sort by a column, first page", "ms", measured.get("sortMs")),
        page("sorted, jump, p50", measured, "sortedJumpP50"),
        page("sorted, jump, p95", measured, "sortedJumpP95"));
  }

  private static Figure page(String what, Measured measured, String name) {
    return Figure.of("paging", what, "ms", measured.get(name))
        .target(Figure.Kind.OURS_AT_MOST, PAGE_LIMIT);
  }

  private static Figure cancelImport(Bench bench) throws IOException {
    Path file = bench.scratch().resolve("ads-cancel.csv");
    bench.say("cancelling an import");
    AdReport.write(file, ImportSuite.ROWS, AdReport.Shape.UTF8);
    try {
      return cancelled("cancel an import (ux-05)", run(bench, "CANCEL_IMPORT", file.toString()));
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static Figure cancelTraining(Bench bench) throws IOException {
    bench.say("cancelling a training");
    var bank = bench.reference("data/leads/bank-additional-full.csv");
    Path file = bank.orElse(bench.root().resolve("sample-data/crm_leads.csv"));
    String target = bank.isPresent() ? "y" : "Abgeschlossen";
    return cancelled(
        "cancel a training (ux-05)", run(bench, "CANCEL_LEADS", file.toString(), target));
  }

  private static Figure cancelled(String what, Measured measured) {
    return Figure.of("paging", what, "ms", measured.get("worstMs"))
        .target(Figure.Kind.OURS_AT_MOST, CANCEL_LIMIT)
        .note(String.format(Locale.ROOT, "worst of %.0f moments", measured.get("moments")));
  }

  /** The workspace's folder goes in after a file, else first. */
  private static Measured run(Bench bench, String task, String... arguments) throws IOException {
    bench.scratch().delete("paging.liftwerk");
    String folder = bench.scratch().resolve("paging.liftwerk").toString();
    var all = new ArrayList<>(List.of(arguments));
    all.add(task.equals("PAGING") ? 0 : 1, folder);
    try {
      return bench.child().run(task, all.toArray(String[]::new));
    } finally {
      bench.scratch().delete("paging.liftwerk");
    }
  }
}
