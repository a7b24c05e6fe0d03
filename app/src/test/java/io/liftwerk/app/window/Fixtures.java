package io.liftwerk.app.window;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

  /** The sample client's search terms, a total of which somebody changed. */
  static Path tampered(Path folder) throws IOException {
    Path sample =
        Path.of(System.getProperty("liftwerk.root"), "sample-data/google-ads/Suchbegriffe.csv");
    String report = Files.readString(sample, StandardCharsets.UTF_16);
    return Files.writeString(
        folder.resolve("Suchbegriffe Kopie.csv"),
        report.replace("70.050,48", "70.062,78"),
        StandardCharsets.UTF_16);
  }

  /** Visits to shops, of which {@link #shopVisits} and {@link #footfall} are equally sure. */
  static Path visits(Path folder) throws IOException {
    return Files.writeString(
        folder.resolve("visits.csv"),
        "Tag,Besuche,Filiale\n2026-09-28,112,Graz\n2026-09-29,98,Graz\n2026-09-28,75,Linz\n");
  }

  static void shopVisits(Path workspace) throws IOException {
    recipe(workspace, "shop-visits", "{en: Visits to shops, de: Besuche in Filialen}", "shop");
  }

  static void footfall(Path workspace) throws IOException {
    recipe(workspace, "footfall", "{en: Footfall counter, de: Besucherzähler}", "events");
  }

  private static void recipe(Path workspace, String id, String title, String icon)
      throws IOException {
    Path recipes = Files.createDirectories(workspace.resolve("recipes"));
    Files.writeString(
        recipes.resolve(id + ".yml"),
        """
        id: %s
        title: %s
        icon: %s
        grain: [day, place]
        recognise: {required: [day, visits]}
        columns:
          day: {role: day, names: [Tag]}
          visits: {role: quantity, names: [Besuche]}
          place: {role: address, names: [Filiale]}
        """
            .formatted(id, title, icon));
  }
}
