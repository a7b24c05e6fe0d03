package io.liftwerk.app.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/** Small exports made up for tests. */
final class Fixtures {
  private Fixtures() {}

  /** German leads whose outcome hangs on visits and source, some of them still open. */
  static Path leads(Path folder, int rows) throws IOException {
    var random = new Random(5);
    var out = new StringBuilder("Lead-ID;Quelle;Besuche;Budget;Angelegt;Gekauft\n");
    String[] sources = {"Messe", "Suche", "Empfehlung", "Newsletter"};
    for (int i = 0; i < rows; i++) {
      int source = random.nextInt(sources.length);
      int visits = random.nextInt(30);
      double budget = 100 + random.nextInt(900_000) / 100.0;
      double chance = 1 / (1 + Math.exp(3 - visits / 7.0 - (source == 2 ? 1.5 : 0)));
      String bought = i % 12 == 0 ? "" : random.nextDouble() < chance ? "ja" : "nein";
      out.append(
          "L-%05d;%s;%d;%s;%02d.%02d.2025;%s%n"
              .formatted(
                  i,
                  sources[source],
                  visits,
                  String.format(Locale.GERMANY, "%,.2f", budget),
                  1 + random.nextInt(28),
                  1 + random.nextInt(12),
                  bought));
    }
    Path file = folder.resolve("leads.csv");
    Files.writeString(file, out.toString().replace(System.lineSeparator(), "\n"));
    return file;
  }
}
