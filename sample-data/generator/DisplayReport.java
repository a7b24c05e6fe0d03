import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Display &amp; Video 360: slashed dates, a total without keys, and a footer after a blank line.
 */
final class DisplayReport {
  private DisplayReport() {}

  static byte[] write(World world) {
    List<Ledger.Row> rows = world.ledger().of(channel -> channel == Advertising.DISPLAY);
    var sheet =
        new Sheet(',', "\n")
            .row(
                "Date",
                "Advertiser",
                "Advertiser ID",
                "Advertiser Currency",
                "Insertion Order",
                "Insertion Order ID",
                "Line Item",
                "Line Item ID",
                "Impressions",
                "Clicks",
                "Click Rate (CTR)",
                "Total Conversions",
                "Revenue (Adv Currency)");
    for (Ledger.Row row : rows) {
      Advertising.Delivery d = row.delivery();
      sheet.row(
          cells(
              Ledger.sum(List.of(row)),
              d.day().toString().replace('-', '/'),
              "Nordwand",
              "5512007",
              "EUR",
              d.campaign().name(),
              d.campaign().id(),
              d.group().name(),
              d.group().id()));
    }
    sheet.row(cells(Ledger.sum(rows), Collections.nCopies(8, "").toArray(String[]::new)));
    String first = rows.getFirst().delivery().day().toString().replace('-', '/');
    String last = Advertising.LAST.toString().replace('-', '/');
    return sheet
        .line("")
        .row("Report Time:", Season.TODAY.toString().replace('-', '/') + " 05:40 GMT")
        .row("Date Range:", first + " - " + last)
        .row("Group By:", "Date,Advertiser,Insertion Order,Line Item")
        .row("MRC Accredited Metrics", "Active View metrics are accredited by the MRC")
        .row("Reporting numbers from the previous month are finalized on the first of each month.")
        .row("Filter by Advertiser:", "Nordwand (5512007)")
        .utf8();
  }

  private static List<String> cells(Ledger.Tally tally, String... keys) {
    var cells = new ArrayList<>(List.of(keys));
    Num n = Num.POINT;
    cells.addAll(
        List.of(
            n.whole(tally.impressions),
            n.whole(tally.clicks),
            n.percent(tally.clicks, tally.impressions) + "%",
            n.money(tally.hundredths),
            n.fixed(10_000_000 * tally.cents, 9)));
    return cells;
  }
}
