package io.liftwerk.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.SplittableRandom;

/**
 * A seeded export of leads from a CRM: persons who come again, what they said to marketing and
 * when. The same rows can be written with an e-mail address or with a number that names nobody.
 */
final class CrmExport {
  private static final String[] SOURCES = {"Google Ads", "Messe", "Newsletter", "Empfehlung"};
  private static final String[] STATUS = {"Neu", "In Arbeit", "Angebot", "Gewonnen", "Verloren"};
  private static final String[] ANSWERS = {"ja", "ja", "ja", "nein", ""};
  private static final int DAYS = 700;
  private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);

  private CrmExport() {}

  /**
   * @param persons how many there are
   * @param named whether their e-mail addresses stand in it
   */
  static long write(Path file, long rows, int persons, boolean named) throws IOException {
    String[] days = new String[DAYS];
    for (int i = 0; i < DAYS; i++) {
      days[i] = FIRST.plusDays(i).toString();
    }
    var random = new SplittableRandom(20_250_704);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      out.write(
          bytes(
              "Lead-ID,Erstellt am,E-Mail,Kundennummer,Quelle,Status,Einwilligung Marketing,"
                  + "Einwilligung am,Auftragswert (EUR)\n"));
      var row = new StringBuilder(160);
      for (long i = 0; i < rows; i++) {
        row.setLength(0);
        int person = random.nextInt(persons);
        int day = random.nextInt(DAYS);
        row.append('L').append(10_000_000 + i).append(',').append(days[day]).append(',');
        if (named) {
          row.append("person").append(person).append("@kunden").append(person % 97);
          row.append(".example");
        }
        row.append(",KD-").append(1_000_000 + person);
        row.append(',').append(SOURCES[random.nextInt(SOURCES.length)]);
        row.append(',').append(STATUS[random.nextInt(STATUS.length)]);
        row.append(',').append(ANSWERS[person % ANSWERS.length]);
        row.append(',').append(days[Math.max(0, day - random.nextInt(30))]);
        row.append(',').append(random.nextInt(40_000)).append(".00\n");
        out.write(bytes(row.toString()));
      }
    }
    return Files.size(file);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
