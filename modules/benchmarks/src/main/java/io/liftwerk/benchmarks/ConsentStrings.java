package io.liftwerk.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.SplittableRandom;

/**
 * Seeded consent strings of TCF version 2.2, all of them different: a core segment with 24 purposes
 * and a bit for each of some hundred vendors, field by field as IAB Tech Lab's "Consent string and
 * vendor list formats v2" lists them.
 */
final class ConsentStrings {
  private static final int VENDORS = 755;
  private static final long DECISECONDS = 17_500_000_000L;

  private final byte[] bytes = new byte[256];
  private int bit;

  private ConsentStrings() {}

  /** A table of two columns: who, and the string. */
  static void write(Path file, long count) throws IOException {
    var random = new SplittableRandom(22);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("Lead-ID,Erstellt am,E-Mail,Quelle,Status,Einwilligung\n");
      for (long i = 0; i < count; i++) {
        out.write("L" + (10_000_000 + i) + ",2026-03-01,,Messe,Neu,");
        out.write(new ConsentStrings().one(random));
        out.write('\n');
      }
    }
  }

  private String one(SplittableRandom random) {
    long moment = DECISECONDS + random.nextInt(1_000_000) * 10L;
    put(2, 6);
    put(moment, 36);
    put(moment, 36);
    put(300, 12);
    put(2, 12);
    put(1, 6);
    put('D' - 'A', 6);
    put('E' - 'A', 6);
    put(180, 12);
    put(5, 6);
    put(1, 1);
    put(0, 1);
    put(0, 12);
    put(random.nextInt(8) == 0 ? 0 : 0b1111_1111_1110_0000_0000_0000L, 24);
    put(0b0100_0011_0110_0000_0000_0000L, 24);
    put(0, 1);
    put('D' - 'A', 6);
    put('E' - 'A', 6);
    vendors(random);
    vendors(random);
    put(0, 12);
    int length = (bit + 7) / 8;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(java.util.Arrays.copyOf(bytes, length));
  }

  private void vendors(SplittableRandom random) {
    put(VENDORS, 16);
    put(0, 1);
    for (int i = 0; i < VENDORS; i++) {
      put(random.nextInt(4) == 0 ? 0 : 1, 1);
    }
  }

  private void put(long value, int width) {
    for (int i = width - 1; i >= 0; i--) {
      bytes[bit / 8] |= (byte) ((value >> i & 1) << 7 - bit % 8);
      bit++;
    }
  }
}
