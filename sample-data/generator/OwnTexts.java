/**
 * Nordwand's English guides, and what it keeps as plain Markdown: terms of delivery (of which an
 * older page says something else), the style guide.
 */
final class OwnTexts {
  static final String FERRATA =
      """
      A via ferrata set connects you to the steel cable. It consists of two arms with karabiners \
      and an energy absorber that tears open in a fall and so limits the force on your body. \
      Check four things before you buy: the standard, the weight range, the karabiners and the \
      condition.

      ## Which standard must a set meet?

      New sets meet EN 958 in its 2017 edition. It requires the absorber to work for people from \
      40 to 120 kilograms including their equipment. Sets made before 2017 often do not cover \
      that range. The year of manufacture is on the sewn-in label.

      ## Which karabiners are good?

      - palm-squeeze locking, easy to use with gloves
      - an opening of at least 21 millimetres, so that thick cables fit
      - a swivel between arms and absorber, so that nothing twists

      {{tipp:klettersteig:0}}

      ## What else do you need?

      A harness to EN 12277, a helmet to EN 12492 and gloves. Children under 40 kilograms are \
      belayed with a rope from above as well.

      ## When must a set be replaced?

      After every fall that has opened the absorber. Without a fall the manufacturer's limit \
      applies; for our sets that is ten years from the date of manufacture at most.
      """;

  static final String BOOTS =
      """
      A mountain boot fits when the heel is held and the toes do not hit the front on the way \
      down. Everything else can be adjusted.

      ## How to try boots on

      1. Come in the afternoon, when feet are slightly larger
      2. Bring the socks you wear in the mountains
      3. Slide forward in the open boot: one finger should fit behind the heel
      4. Lace up and walk down a ramp

      ## How stiff should they be?

      Category A is for forest tracks, B for mountain paths, C for crampons and heavy packs, D \
      for ice. If in doubt, start with the softer one.

      ## What we adjust

      Our shops in Munich, Innsbruck and Salzburg stretch boots, replace soles and mould \
      insoles. A custom insole takes about 40 minutes. Fitting is free with a purchase and costs \
      29 euros otherwise.

      {{tipp:schuhe:2}}
      """;

  static final String DELIVERY =
      """
      # Versand und Rückgabe

      Stand: 1. September 2026

      ## Versand

      Wir liefern in Deutschland und Österreich für 5,95 Euro, ab einem Bestellwert von 100 Euro \
      frei. Pakete gehen werktags bis 14 Uhr am selben Tag hinaus.

      ## Rückgabe

      Ungetragene Ware nehmen wir 30 Tage lang zurück. Die Rücksendung ist kostenlos. \
      Sicherheitsausrüstung (Sets, Gurte, Seile, LVS-Geräte) nehmen wir nur originalverpackt \
      zurück.

      ## Reparatur

      Was wir verkauft haben, reparieren wir auch. Die Werkstatt in Innsbruck braucht etwa zehn \
      Tage.
      """;

  static final String OLD_FAQ =
      """
      # Häufige Fragen (Archiv)

      Stand: 3. März 2024

      ## Ab wann ist der Versand frei?

      Ab einem Bestellwert von 120 Euro.

      ## Wie lange kann ich zurückgeben?

      14 Tage ab Erhalt der Ware.

      ## Wo sind eure Filialen?

      In München und Innsbruck. Salzburg folgt.
      """;

  static final String STYLE =
      """
      # Stilhandbuch Nordwand

      - Wir sagen du, klein geschrieben, nie Sie; Geschäftskunden schreiben wir mit Sie an.
      - Kurze Sätze: höchstens 22 Wörter. Ein Gedanke je Satz.
      - Zahlen mit Einheit, Normen mit Nummer und Jahr.
      - Verboten: revolutionär, ultimativ, einzigartig, Gamechanger, günstigster, unkaputtbar.
      - Kein Superlativ und kein Testergebnis ohne Quelle und Jahr.
      - Nie Sicherheit versprechen: Ausrüstung mindert Gefahr, sie beseitigt sie nicht.
      - Nichts über Gesundheit oder Heilung.
      - Mitbewerber nennen wir nicht.
      - Überschriften als Frage, wenn Menschen so suchen.
      - Beschreibung in Suchergebnissen: höchstens 155 Zeichen.
      """;

  private OwnTexts() {}

  /** What may be said, and on what ground. */
  static byte[] claims(World world) {
    return new Sheet(';', "\n")
        .row("Aussage", "Art", "Erlaubt", "Beleg", "Gültig bis", "Land")
        .row("Versand ab 100 € frei", "Preis", "ja", "versand-und-rueckgabe.md", "", "DE, AT")
        .row("30 Tage Rückgabe", "Service", "ja", "versand-und-rueckgabe.md", "", "DE, AT")
        .row("rückverfolgbare Daune", "Umwelt", "ja", "Lieferantenerklärung 2026", "31.12.2026", "")
        .row("frei von PFAS", "Umwelt", "ja", "Prüfbericht NW-26-118", "31.12.2026", "DE, AT")
        .row("klimaneutral", "Umwelt", "nein", "", "", "DE, AT")
        .row("Testsieger", "Test", "nein", "", "", "DE, AT")
        .row("günstigster Preis", "Preis", "nein", "", "", "DE, AT")
        .row("schützt vor Lawinen", "Sicherheit", "nein", "", "", "DE, AT")
        .row("hilft gegen Knieschmerzen", "Gesundheit", "nein", "", "", "DE, AT")
        .row(
            world.catalog().products.size() + " Artikel im Sortiment",
            "Sortiment",
            "ja",
            "Warenwirtschaft",
            "31.10.2026",
            "DE, AT")
        .utf8();
  }
}
