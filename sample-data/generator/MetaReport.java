import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/**
 * Meta Ads Manager, ads by day, with German column names (numbers stay English). The first row
 * names nothing: it is the account's total, and its reach is not the sum of the rows.
 */
final class MetaReport {
  private static final List<String> MOTIFS =
      List.of("Gipfelbild", "Karussell", "Video 15s", "Kundin");

  private MetaReport() {}

  static byte[] write(World world) {
    Dice dice = world.dice("meta");
    List<Ledger.Row> rows = world.ledger().of(channel -> channel == Marketing.SOCIAL);
    var sheet =
        new Sheet(',', "\n")
            .row(
                "Berichtsstart",
                "Berichtsende",
                "Tag",
                "Kampagnenname",
                "Name der Anzeigengruppe",
                "Anzeigenname",
                "Ausgegebener Betrag (EUR)",
                "Impressionen",
                "Reichweite",
                "Link-Klicks",
                "Klicks (alle)",
                "Ergebnisse",
                "Kosten pro Ergebnis",
                "Frequenz");
    var body = new Sheet(',', "\n");
    long allClicks = 0;
    for (Ledger.Row row : rows) {
      Advertising.Delivery delivery = row.delivery();
      long all = delivery.clicks() + dice.count(.42 * delivery.clicks());
      long reach = Math.max(1, (long) (delivery.impressions() / dice.around(1.18, .05)));
      allClicks += all;
      body.row(
          cells(
              delivery.day().toString(),
              delivery.campaign().name(),
              delivery.group().name(),
              motif(delivery),
              Ledger.sum(List.of(row)),
              Math.min(reach, delivery.impressions()),
              all));
    }
    Ledger.Tally total = Ledger.sum(rows);
    sheet.row(cells("", "", "", "", total, total.impressions * 10 / 71, allClicks));
    return sheet.append(body).withMark(StandardCharsets.UTF_8);
  }

  /** One motif a quarter and ad group. */
  private static String motif(Advertising.Delivery delivery) {
    LocalDate day = delivery.day();
    int quarter = (day.getMonthValue() - 1) / 3;
    int at = Character.digit(delivery.group().id().charAt(11), 10) + quarter;
    return MOTIFS.get(at % MOTIFS.size()) + " Q" + (quarter + 1);
  }

  private static List<String> cells(
      String day,
      String campaign,
      String group,
      String ad,
      Ledger.Tally tally,
      long reach,
      long allClicks) {
    Num n = Num.POINT;
    boolean result = tally.hundredths > 0;
    return List.of(
        Advertising.FIRST.toString(),
        Advertising.LAST.toString(),
        day,
        campaign,
        group,
        ad,
        n.money(tally.cents),
        n.whole(tally.impressions),
        n.whole(reach),
        n.whole(tally.clicks),
        n.whole(allClicks),
        result ? n.whole(tally.hundredths / 100) : "",
        result ? n.fixed(100_000_000 * tally.cents / tally.hundredths, 8) : "",
        n.ratio(tally.impressions, reach, 6));
  }
}
