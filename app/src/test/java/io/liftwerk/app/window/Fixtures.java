package io.liftwerk.app.window;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/** Small exports made up for tests. */
final class Fixtures {
  private Fixtures() {}

  /** Copies a folder with all that is in it, a closed workspace's. */
  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path one : all.toList()) {
        Files.copy(one, to.resolve(from.relativize(one).toString()));
      }
    }
  }

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

  /** German subscribers who leave the sooner the shorter their tariff binds them. */
  static Path subscribers(Path folder, int rows) throws IOException {
    var random = new Random(11);
    var out = new StringBuilder("Kunden-Nr;Tarif;Laufzeit;Gebühr;Churn\n");
    for (int i = 0; i < rows; i++) {
      boolean monthly = random.nextInt(2) == 0;
      double months = 1 - Math.log(1 - random.nextDouble()) * (monthly ? 14 : 60);
      int seen = 4 + random.nextInt(44);
      boolean left = months < seen;
      out.append(
          "K-%05d;%s;%d;%d,90;%s\n"
              .formatted(
                  i,
                  monthly ? "monatlich" : "zwei Jahre",
                  left ? (int) months : seen,
                  15 + random.nextInt(40),
                  left ? "ja" : "nein"));
    }
    return Files.writeString(folder.resolve("abos.csv"), out);
  }

  /** German orders of customers who stop with a chance after each purchase. */
  static Path orders(Path folder, int customers) throws IOException {
    var random = new Random(12);
    var out = new StringBuilder("Bestellung;Kunde;Datum;Umsatz\n");
    int order = 0;
    for (int i = 0; i < customers; i++) {
      double day = random.nextInt(250);
      double gap = 10 + random.nextInt(50);
      do {
        LocalDate date = LocalDate.of(2024, 1, 1).plusDays((long) day);
        out.append(
            "B-%06d;C-%04d;%02d.%02d.%d;%d,%02d\n"
                .formatted(
                    order++,
                    i,
                    date.getDayOfMonth(),
                    date.getMonthValue(),
                    date.getYear(),
                    20 + random.nextInt(80),
                    random.nextInt(100)));
        day += 1 - Math.log(1 - random.nextDouble()) * gap;
      } while (day < 700 && random.nextDouble() > 0.2);
    }
    return Files.writeString(folder.resolve("bestellungen.csv"), out);
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
