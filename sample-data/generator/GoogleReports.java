import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Google Ads: campaigns by day from a German account screen; ad groups, ads and keywords as an
 * English one writes them. Title, dates, header, rows, totals.
 */
final class GoogleReports {
  private static final String PERIOD =
      Days.longEnglish(Advertising.FIRST) + " - " + Days.longEnglish(Advertising.LAST);

  private GoogleReports() {}

  static String germanPeriod() {
    return Days.longGerman(Advertising.FIRST) + " - " + Days.longGerman(Advertising.LAST);
  }

  static byte[] campaigns(World world) {
    List<Ledger.Row> rows = world.ledger().of(Ledger::google);
    var sheet =
        new Sheet(',', "\n")
            .line("Kampagnenbericht")
            .line(germanPeriod())
            .row(
                "Tag",
                "Kampagne",
                "Währungscode",
                "Kosten",
                "Impr.",
                "Klicks",
                "Conversions",
                "Conv.-Wert");
    Ledger.by(rows, r -> r.delivery().day() + " " + r.delivery().campaign().name())
        .forEach((key, tally) -> sheet.row(german(key.substring(0, 10), key.substring(11), tally)));
    return sheet.row(german("Gesamt: Konto", " --", Ledger.sum(rows))).utf8();
  }

  private static List<String> german(String day, String campaign, Ledger.Tally tally) {
    return List.of(
        day,
        campaign,
        "EUR",
        Num.GERMAN.money(tally.cents),
        Num.GERMAN.whole(tally.impressions),
        Num.GERMAN.whole(tally.clicks),
        Num.GERMAN.money(tally.hundredths),
        Num.GERMAN.money(tally.valueCents));
  }

  static byte[] adGroups(World world) {
    var ledger = world.ledger();
    List<Ledger.Row> search = ledger.of(channel -> channel == Marketing.SEARCH);
    var sheet = report("Ad group report");
    sheet.row(
        header("Ad group status", "Ad group", "Campaign", "Campaign type", "Default max. CPC"));
    for (List<Ledger.Row> rows : Ledger.group(search, r -> r.delivery().group().id()).values()) {
      Advertising.Delivery first = rows.getFirst().delivery();
      boolean over = first.campaign().last().isBefore(Season.TODAY);
      sheet.row(
          cells(
              Ledger.sum(rows),
              over ? "Campaign ended" : "Enabled",
              first.group().name(),
              first.campaign().name(),
              "Search",
              over ? " --" : "1.20"));
    }
    return sheet
        .row(cells(Ledger.sum(search), "Total: Ad groups", " --", " --", " --", " --"))
        .row(account(ledger, "Total: Account", " --", " --", " --", " --"))
        .utf8();
  }

  static byte[] ads(World world) {
    var ledger = world.ledger();
    List<Ledger.Row> search = ledger.of(channel -> channel == Marketing.SEARCH);
    Dice dice = world.dice("google ads");
    var sheet = report("Ad report");
    sheet.row(
        header(
            "Ad status",
            "Ad ID",
            "Final URL",
            "Headline 1",
            "Headline 2",
            "Headline 3",
            "Description 1",
            "Description 2",
            "Campaign",
            "Ad group",
            "Ad type"));
    for (List<Ledger.Row> rows : Ledger.group(search, r -> r.delivery().group().id()).values()) {
      ads(sheet, rows, dice);
    }
    var blank = new ArrayList<>(List.of("Total: Ads"));
    blank.addAll(java.util.Collections.nCopies(10, " --"));
    sheet.row(cells(Ledger.sum(search), blank.toArray(String[]::new)));
    blank.set(0, "Total: Account");
    return sheet.row(account(ledger, blank.toArray(String[]::new))).utf8();
  }

  /** Two or three advertisements share what their ad group got. */
  private static void ads(Sheet sheet, List<Ledger.Row> rows, Dice dice) {
    Advertising.Delivery first = rows.getFirst().delivery();
    Catalog.Category category = first.group().category();
    int count = dice.between(2, 3);
    var shares = new ArrayList<Ledger.Tally>();
    for (int i = 0; i < count; i++) {
      shares.add(new Ledger.Tally());
    }
    List<Double> strength = List.of(1.0, dice.around(.6, .3), dice.around(.4, .3));
    for (Ledger.Row row : rows) {
      int chosen = dice.pick(List.of(0, 1, 2).subList(0, count), strength::get);
      shares.get(chosen).add(row);
    }
    for (int i = 0; i < count; i++) {
      String claim = List.of("Vom Berg geprüft", "Anpassung im Geschäft", "Ab 100 € frei").get(i);
      sheet.row(
          cells(
              shares.get(i),
              i == 2 ? "Paused" : "Enabled",
              String.format(Locale.ROOT, "7%s%02d", first.group().id().substring(1), i + 1),
              Site.ROOT + Site.path(category),
              category.name(),
              claim,
              "Nordwand",
              category.name() + ", ausgesucht von Leuten, die damit gehen.",
              "Beratung in München, Innsbruck und Salzburg; 30 Tage Rückgabe.",
              first.campaign().name(),
              first.group().name(),
              "Responsive search ad"));
    }
  }

  static byte[] keywords(World world) {
    var ledger = world.ledger();
    List<Ledger.Row> search = ledger.of(channel -> channel == Marketing.SEARCH);
    Dice dice = world.dice("google keywords");
    var sheet = report("Search keyword report");
    sheet.row(
        header(
            "Keyword status",
            "Keyword",
            "Match type",
            "Campaign",
            "Ad group",
            "Status",
            "Quality Score",
            "Max. CPC"));
    Map<String, List<Ledger.Row>> byKeyword =
        Ledger.group(search, r -> r.delivery().group().id() + " " + r.delivery().keyword().text());
    for (List<Ledger.Row> rows : byKeyword.values()) {
      Advertising.Delivery first = rows.getFirst().delivery();
      boolean over = first.campaign().last().isBefore(Season.TODAY);
      sheet.row(
          cells(
              Ledger.sum(rows),
              over ? "Campaign ended" : "Enabled",
              written(first.keyword()),
              first.keyword().match() + " match",
              first.campaign().name(),
              first.group().name(),
              over ? "Not eligible" : dice.chance(.9) ? "Eligible" : "Eligible (Limited)",
              dice.chance(.1) ? " --" : Integer.toString(dice.between(3, 10)),
              Num.ENGLISH.money(
                  StrictMath.round(first.keyword().clickCents() * 1.5 * 1.25 / 5) * 5)));
    }
    String[] blank = {"", "", "Total: Search keywords", "", "", "", "", ""};
    sheet.row(cells(Ledger.sum(search), blank));
    blank[2] = "Total: Account";
    return sheet.row(account(ledger, blank)).utf8();
  }

  /** {@code [exact]}, {@code "phrase"}, broad. */
  private static String written(Marketing.Keyword keyword) {
    return switch (keyword.match()) {
      case "Exact" -> "[" + keyword.text() + "]";
      case "Phrase" -> '"' + keyword.text() + '"';
      default -> keyword.text();
    };
  }

  private static Sheet report(String title) {
    return new Sheet(',', "\n").line(title).line('"' + PERIOD + '"');
  }

  private static List<String> header(String... keys) {
    var cells = new ArrayList<>(List.of(keys));
    cells.addAll(
        List.of(
            "Currency code",
            "Impr.",
            "Clicks",
            "CTR",
            "Avg. CPC",
            "Cost",
            "Conversions",
            "Cost / conv.",
            "Conv. value"));
    return cells;
  }

  private static List<String> account(Ledger ledger, String... keys) {
    return cells(Ledger.sum(ledger.of(Ledger::google)), keys);
  }

  private static List<String> cells(Ledger.Tally tally, String... keys) {
    var cells = new ArrayList<>(List.of(keys));
    Num n = Num.ENGLISH;
    cells.addAll(
        List.of(
            "EUR",
            n.whole(tally.impressions),
            n.whole(tally.clicks),
            n.percent(tally.clicks, tally.impressions) + "%",
            tally.clicks == 0 ? " --" : n.ratio(tally.cents, 100 * tally.clicks, 2),
            n.money(tally.cents),
            n.money(tally.hundredths),
            n.ratio(tally.cents, tally.hundredths, 2),
            n.money(tally.valueCents)));
    return cells;
  }
}
