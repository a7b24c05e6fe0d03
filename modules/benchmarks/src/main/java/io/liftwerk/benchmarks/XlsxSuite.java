package io.liftwerk.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Locale;
import java.util.SplittableRandom;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Importing a workbook, beside a library that only reads it, in the same run. */
final class XlsxSuite implements Bench.Suite {
  private static final int ROWS = 200_000;
  private static final int ROUNDS = 3;
  private static final double LIMIT = 3;

  private static final String[] HEADER = {
    "Tag", "Konto", "Kampagnen-ID", "Kampagne", "Anzeigengruppen-ID", "Anzeigengruppe", "Keyword",
    "Keyword-Option", "Gerät", "Netzwerk", "Impressionen", "Klicks", "Kosten", "Conversions"
  };
  private static final String[] TOPICS = {"Bergstiefel", "Skitouren Anfänger", "Regenjacke Damen"};
  private static final String[] MATCHES = {"Exakt", "Phrase", "Breit"};
  private static final String[] DEVICES = {"Computer", "Smartphone", "Tablet"};

  @Override
  public void run(Bench bench, Findings findings) throws IOException {
    Path file = bench.scratch().resolve("report.xlsx");
    bench.say("writing a workbook of " + ROWS + " rows");
    write(file);
    try {
      findings.add(measured(bench, file));
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static Figure measured(Bench bench, Path file) throws IOException {
    var ours = new ArrayList<Double>();
    var cpu = new ArrayList<Double>();
    var peer = new ArrayList<Double>();
    var peerCpu = new ArrayList<Double>();
    double peak = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Measured reading = bench.child().runPeer("XLSX_PEER", file.toString());
      peer.add(reading.get("seconds"));
      peerCpu.add(reading.get("cpuSeconds"));
      Measured whole = imported(bench, file);
      ours.add(whole.get("seconds"));
      cpu.add(whole.get("cpuSeconds"));
      peak = Math.max(peak, whole.values().getOrDefault("peakBytes", 0.0));
      bench.say(
          String.format(
              Locale.ROOT, "import %.2f s, reading %.2f s", ours.getLast(), peer.getLast()));
    }
    return Figure.of("xlsx", "200,000 × 14 cells, whole import", "s", Statistics.median(ours))
        .peer(Statistics.median(peer), "fastexcel-reader, reading alone, same run")
        .target(Figure.Kind.OURS_AT_MOST, LIMIT)
        .peak(peak == 0 ? null : peak)
        .note(
            String.format(
                Locale.ROOT,
                "%.0f MB; median of %d in turns; CPU %.1f to %.1f s; Apache POI, reading alone:"
                    + " CPU 23 s, peak 3 GB (measured before on two cores)",
                Files.size(file) / 1e6,
                ROUNDS,
                Statistics.median(cpu),
                Statistics.median(peerCpu)));
  }

  private static Measured imported(Bench bench, Path file) throws IOException {
    bench.scratch().delete("xlsx.liftwerk");
    String folder = bench.scratch().resolve("xlsx.liftwerk").toString();
    Measured measured = bench.child().run("IMPORT", file.toString(), folder);
    bench.scratch().delete("xlsx.liftwerk");
    if (measured.get("rows") != ROWS) {
      throw new IOException("loaded " + measured.get("rows") + " rows of " + ROWS);
    }
    return measured;
  }

  private static void write(Path file) throws IOException {
    var random = new SplittableRandom(20_250_101);
    try (OutputStream out = Files.newOutputStream(file);
        var book = new Workbook(out, "liftwerk", "1.0")) {
      Worksheet sheet = book.newWorksheet("Bericht");
      for (int i = 0; i < HEADER.length; i++) {
        sheet.value(0, i, HEADER[i]);
      }
      for (int row = 1; row <= ROWS; row++) {
        row(sheet, row, random);
        if (row % 1000 == 0) {
          sheet.flush();
        }
      }
    }
  }

  private static void row(Worksheet sheet, int row, SplittableRandom random) {
    int campaign = random.nextInt(400);
    int group = random.nextInt(4000);
    int impressions = 1 + random.nextInt(4096);
    int clicks = (int) (impressions * random.nextDouble() * .1);
    String topic = TOPICS[campaign % TOPICS.length];
    sheet.value(row, 0, LocalDate.of(2025, 1, 1).plusDays(row * 730L / ROWS));
    sheet.style(row, 0).format("yyyy-mm-dd").set();
    sheet.value(row, 1, "Nordwand");
    sheet.value(row, 2, 2_100_000_000L + campaign * 7919L);
    sheet.value(row, 3, "DE " + topic + " " + campaign);
    sheet.value(row, 4, 15_000_000L + group * 31L);
    sheet.value(row, 5, "Größe " + group % 10);
    sheet.value(row, 6, topic + " " + group % 50);
    sheet.value(row, 7, MATCHES[random.nextInt(MATCHES.length)]);
    sheet.value(row, 8, DEVICES[random.nextInt(DEVICES.length)]);
    sheet.value(row, 9, random.nextInt(4) == 0 ? "Partner" : "Suche");
    sheet.value(row, 10, impressions);
    sheet.value(row, 11, clicks);
    sheet.value(row, 12, clicks * (20 + random.nextInt(128)) / 100.0);
    sheet.value(row, 13, clicks * random.nextInt(16) / 100.0);
  }
}
