import java.util.ArrayList;
import java.util.List;

/** TikTok Ads Manager, ads by day; small numbers are masked as {@code <5}, the total is not. */
final class TikTokReport {
  private TikTokReport() {}

  static byte[] write(World world) {
    Dice dice = world.dice("tiktok");
    List<Ledger.Row> rows = world.ledger().of(channel -> channel == Advertising.TIKTOK);
    var sheet =
        new Sheet(',', "\n")
            .row(
                "Campaign name",
                "Ad group name",
                "Ad name",
                "By Day",
                "Currency",
                "Cost",
                "Impressions",
                "CPM",
                "Clicks (destination)",
                "CPC (destination)",
                "CTR (destination)",
                "Clicks (all)",
                "CTR (all)",
                "Reach",
                "Cost per 1,000 people reached",
                "Frequency",
                "Conversions");
    long[] total = new long[6];
    for (Ledger.Row row : rows) {
      for (long[] part : halves(row, dice)) {
        String ad = part[6] == 0 ? "Hochformat A" : "Hochformat B";
        Advertising.Delivery d = row.delivery();
        sheet.row(cells(d.campaign().name(), d.group().name(), ad, d.day().toString(), part, true));
        for (int i = 0; i < total.length; i++) {
          total[i] += part[i];
        }
      }
    }
    total[3] = total[1] * 10 / 42;
    return sheet
        .row(cells("Total of " + 2 * rows.size() + " results", "-", "-", "-", total, false))
        .utf8();
  }

  /** Two ads share an ad group: cents, impressions, clicks, reach, all clicks, conversions, ad. */
  private static List<long[]> halves(Ledger.Row row, Dice dice) {
    Advertising.Delivery d = row.delivery();
    double share = .2 + .6 * dice.unit();
    long clicks = StrictMath.round(d.clicks() * share);
    long impressions = Math.max(clicks, StrictMath.round(d.impressions() * share));
    long cents = d.clicks() == 0 ? 0 : d.cents() * clicks / d.clicks();
    long results = row.hundredths() / 100;
    return List.of(
        part(impressions, clicks, cents, results, 0, dice),
        part(d.impressions() - impressions, d.clicks() - clicks, d.cents() - cents, 0, 1, dice));
  }

  private static long[] part(
      long impressions, long clicks, long cents, long results, int ad, Dice dice) {
    long reach = (long) (impressions / dice.around(1.3, .05));
    return new long[] {
      cents, impressions, clicks, reach, clicks + dice.count(.6 * clicks), results, ad
    };
  }

  private static List<String> cells(
      String campaign, String group, String ad, String day, long[] v, boolean masked) {
    Num n = Num.POINT;
    boolean few = masked && v[2] > 0 && v[2] < 5;
    var cells = new ArrayList<>(List.of(campaign, group, ad, day, "EUR", n.money(v[0])));
    cells.addAll(
        List.of(
            n.whole(v[1]),
            n.ratio(1000 * v[0], 100 * v[1], 2),
            few ? "<5" : n.whole(v[2]),
            few ? "-" : n.ratio(v[0], 100 * v[2], 2),
            few ? "-" : n.percent(v[2], v[1]) + "%",
            masked && v[4] > 0 && v[4] < 5 ? "<5" : n.whole(v[4]),
            masked && v[4] > 0 && v[4] < 5 ? "-" : n.percent(v[4], v[1]) + "%",
            n.whole(v[3]),
            n.ratio(1000 * v[0], 100 * v[3], 2),
            n.ratio(v[1], v[3], 2),
            masked && v[5] > 0 && v[5] < 5 ? "<5" : n.whole(v[5])));
    return cells;
  }
}
