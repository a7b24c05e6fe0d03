package io.liftwerk.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * A seeded ad report of any length: 14 columns, about 140 bytes a row in UTF-8, the same bytes for
 * the same shape. Campaign and keyword texts have umlauts, so that an encoding matters.
 */
final class AdReport {

  /** How the same rows are written. */
  enum Shape {
    UTF8(StandardCharsets.UTF_8, ','),
    UTF16_TAB(StandardCharsets.UTF_16LE, '\t'),
    WINDOWS_1252(Charset.forName("windows-1252"), ';');

    private final Charset charset;
    private final char delimiter;

    Shape(Charset charset, char delimiter) {
      this.charset = charset;
      this.delimiter = delimiter;
    }

    char delimiter() {
      return delimiter;
    }
  }

  private static final String[] HEADER = {
    "Tag", "Konto", "Kampagnen-ID", "Kampagne", "Anzeigengruppen-ID", "Anzeigengruppe", "Keyword",
    "Keyword-Option", "Gerät", "Netzwerk", "Impressionen", "Klicks", "Kosten", "Conversions"
  };
  private static final String[] TOPICS = {
    "Klettersteigset", "Bergstiefel", "Rucksack 45 Liter", "Skitouren Anfänger", "Hüttenschlafsack",
    "Regenjacke Damen", "Isomatte leicht", "Lawinenausrüstung", "Trekkingstöcke", "Zelt 2 Personen"
  };
  private static final String[] INTENTS = {"kaufen", "günstig", "test", "größe 42", "für verein"};
  private static final String[] MATCHES = {"Exakt", "Phrase", "Breit"};
  private static final String[] DEVICES = {"Computer", "Smartphone", "Tablet"};
  private static final String[] NETWORKS = {"Suche", "Partner"};
  private static final int DAYS = 730;

  private final Shape shape;
  private final byte[][] days = new byte[DAYS][];
  private final byte[][] campaigns = new byte[400][];
  private final byte[][] groups = new byte[4000][];
  private final byte[][] keywords = new byte[TOPICS.length * INTENTS.length][];
  private final byte[][] tails = new byte[MATCHES.length * DEVICES.length * NETWORKS.length][];
  private final long[] sums = new long[4];
  private byte[] row = new byte[4096];
  private int length;

  private AdReport(Shape shape) {
    this.shape = shape;
    char d = shape.delimiter;
    var first = java.time.LocalDate.of(2025, 1, 1);
    for (int i = 0; i < DAYS; i++) {
      days[i] = bytes(first.plusDays(i).toString() + d + "Nordwand" + d);
    }
    for (int i = 0; i < campaigns.length; i++) {
      String topic = TOPICS[i % TOPICS.length];
      campaigns[i] = bytes("2" + (100_000_000 + i * 7919) + d + "DE " + topic + " " + i + d);
    }
    for (int i = 0; i < groups.length; i++) {
      groups[i] = bytes("15" + (100_000 + i * 31) + d + "Größe " + (i % 10) + d);
    }
    for (int i = 0; i < keywords.length; i++) {
      keywords[i] = bytes(TOPICS[i / INTENTS.length] + " " + INTENTS[i % INTENTS.length] + d);
    }
    for (int i = 0; i < tails.length; i++) {
      tails[i] =
          bytes(MATCHES[i / 6] + d + DEVICES[i / 2 % DEVICES.length] + d + NETWORKS[i % 2] + d);
    }
  }

  /**
   * Writes {@code rows} rows between a header and the row of totals that ad platforms put below;
   * returns the size in bytes.
   */
  static long write(Path file, long rows, Shape shape) throws IOException {
    var report = new AdReport(shape);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      if (shape == Shape.UTF16_TAB) {
        out.write(new byte[] {(byte) 0xFF, (byte) 0xFE});
      }
      out.write(report.bytes(String.join(String.valueOf(shape.delimiter), HEADER) + "\n"));
      var random = new SplittableRandom(20_250_101);
      for (long i = 0; i < rows; i++) {
        report.row(i, rows, random);
        out.write(report.row, 0, report.length);
      }
      report.total();
      out.write(report.row, 0, report.length);
    }
    return Files.size(file);
  }

  private void row(long index, long rows, SplittableRandom random) {
    length = 0;
    long bits = random.nextLong();
    int campaign = (int) (bits & 0xFFFF) % campaigns.length;
    int group = campaign * 10 + (int) (bits >>> 16 & 0xFF) % 10;
    int impressions = (int) (bits >>> 24 & 0xFFF) + 1;
    int clicks = (int) (impressions * (bits >>> 36 & 0xFF) / 2560);
    long cents = clicks * (20 + (bits >>> 44 & 0x7F));
    append(days[(int) (index * DAYS / rows)]);
    append(campaigns[campaign]);
    append(groups[group]);
    append(keywords[(int) (bits >>> 51 & 0x3F) % keywords.length]);
    append(tails[(int) (bits >>> 57) % tails.length]);
    number(impressions);
    character(shape.delimiter);
    number(clicks);
    character(shape.delimiter);
    hundredths(cents);
    character(shape.delimiter);
    long conversions = clicks * (bits >>> 8 & 0xF);
    hundredths(conversions);
    sums[0] += impressions;
    sums[1] += clicks;
    sums[2] += cents;
    sums[3] += conversions;
    character('\n');
  }

  private void total() {
    length = 0;
    append(bytes("Gesamt: Konto"));
    for (int i = 0; i < HEADER.length - sums.length; i++) {
      character(shape.delimiter);
    }
    number(sums[0]);
    character(shape.delimiter);
    number(sums[1]);
    character(shape.delimiter);
    hundredths(sums[2]);
    character(shape.delimiter);
    hundredths(sums[3]);
    character('\n');
  }

  private void append(byte[] bytes) {
    System.arraycopy(bytes, 0, row, length, bytes.length);
    length += bytes.length;
  }

  private void hundredths(long value) {
    number(value / 100);
    character('.');
    character((char) ('0' + value / 10 % 10));
    character((char) ('0' + value % 10));
  }

  private void number(long value) {
    long scale = 1;
    while (value / scale >= 10) {
      scale *= 10;
    }
    for (; scale > 0; scale /= 10) {
      character((char) ('0' + value / scale % 10));
    }
  }

  /** Only for characters below 128, which all encodings here share. */
  private void character(char letter) {
    row[length++] = (byte) letter;
    if (shape == Shape.UTF16_TAB) {
      row[length++] = 0;
    }
  }

  private byte[] bytes(String text) {
    return text.getBytes(shape.charset);
  }
}
