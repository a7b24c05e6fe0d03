import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Amazon's search term report for sponsored products: blanks at the end of some column names, the
 * currency sign inside the cell, article numbers among the search terms.
 */
final class AmazonReport {
  private record Target(String targeting, String match, String term, double weight) {}

  private AmazonReport() {}

  static byte[] write(World world) {
    Dice dice = world.dice("amazon");
    var sheet =
        new Sheet(',', "\r\n")
            .row(
                "Date",
                "Portfolio name",
                "Currency",
                "Campaign Name",
                "Ad Group Name",
                "Targeting",
                "Match Type",
                "Customer Search Term",
                "Impressions",
                "Clicks",
                "Click-Thru Rate (CTR)",
                "Cost Per Click (CPC)",
                "Spend",
                "7 Day Total Sales ",
                "Total Advertising Cost of Sales (ACOS) ",
                "Total Return on Advertising Spend (ROAS)",
                "7 Day Total Orders (#)",
                "7 Day Total Units (#)",
                "7 Day Conversion Rate");
    List<Ledger.Row> rows = world.ledger().of(channel -> channel == Advertising.AMAZON);
    for (List<Ledger.Row> group : Ledger.group(rows, r -> r.delivery().group().id()).values()) {
      List<Target> targets = targets(group.getFirst().delivery(), world, dice);
      for (Ledger.Row row : group) {
        day(sheet, row, targets, dice);
      }
    }
    return sheet.utf8();
  }

  private static List<Target> targets(Advertising.Delivery delivery, World world, Dice dice) {
    Catalog.Category category = delivery.group().category();
    boolean auto = delivery.campaign().name().contains("Auto");
    var targets = new ArrayList<Target>();
    for (Catalog.Product product : world.catalog().products) {
      if (product.category() == category) {
        String thing =
            product.name().substring(0, product.name().indexOf(' ')).toLowerCase(Locale.GERMAN);
        String term = dice.pick(List.of("%s", "%s damen", "%s 40l", "%s leicht", "%s günstig"));
        targets.add(
            new Target(
                auto ? dice.pick(List.of("close-match", "loose-match", "substitutes")) : thing,
                auto ? "-" : dice.pick(List.of("BROAD", "PHRASE", "EXACT")),
                term.replace("%s", thing),
                dice.around(1, 1)));
        if (dice.chance(.15)) {
          String article = "B0NWD" + product.sku().substring(product.sku().length() - 5);
          targets.add(
              new Target("asin=\"" + article + "\"", "-", article.toLowerCase(Locale.ROOT), .4));
        }
      }
    }
    return targets;
  }

  /** A day's clicks fall on a few terms; the rest of the impressions goes to the first of them. */
  private static void day(Sheet sheet, Ledger.Row row, List<Target> targets, Dice dice) {
    Advertising.Delivery d = row.delivery();
    int terms = Math.min(targets.size(), 3);
    int from = dice.between(0, targets.size() - terms);
    var tallies = new ArrayList<Ledger.Tally>();
    for (int i = 0; i < terms; i++) {
      tallies.add(new Ledger.Tally());
    }
    for (int i = 0; i < d.clicks(); i++) {
      tallies.get(dice.between(0, terms - 1)).clicks++;
    }
    Ledger.Tally rest = Ledger.sum(List.of(row));
    for (int i = terms - 1; i >= 0; i--) {
      Ledger.Tally tally = tallies.get(i);
      boolean first = i == 0;
      tally.impressions =
          first
              ? rest.impressions
              : Math.max(tally.clicks, d.impressions() * tally.clicks / (d.clicks() + 1));
      tally.cents = first ? rest.cents : d.cents() * tally.clicks / Math.max(1, d.clicks());
      tally.hundredths = first ? rest.hundredths : 0;
      tally.valueCents = first ? rest.valueCents : 0;
      rest.impressions -= tally.impressions;
      rest.cents -= tally.cents;
      if (tally.impressions > 0) {
        sheet.row(cells(d, targets.get(from + i), tally));
      }
    }
  }

  private static List<String> cells(Advertising.Delivery d, Target target, Ledger.Tally tally) {
    Num n = Num.ENGLISH;
    long orders = tally.hundredths / 100;
    var cells =
        new ArrayList<>(
            List.of(
                Days.shortEnglish(d.day()),
                "Not grouped",
                "EUR",
                d.campaign().name(),
                d.group().name(),
                target.targeting(),
                target.match(),
                target.term()));
    cells.addAll(
        List.of(
            n.whole(tally.impressions),
            n.whole(tally.clicks),
            n.percent(tally.clicks, tally.impressions) + "%",
            tally.clicks == 0 ? "" : "€" + n.ratio(tally.cents, 100 * tally.clicks, 2),
            "€" + n.money(tally.cents),
            "€" + n.money(tally.valueCents),
            tally.valueCents == 0 ? "" : n.percent(tally.cents, tally.valueCents) + "%",
            tally.cents == 0 ? "" : n.ratio(tally.valueCents, tally.cents, 2),
            n.whole(orders),
            n.whole(orders),
            n.percent(orders, tally.clicks) + "%"));
    return cells;
  }
}
