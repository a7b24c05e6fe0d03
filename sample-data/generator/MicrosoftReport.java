import java.util.List;

/** Microsoft Advertising's search term report: nine lines before, a copyright behind. */
final class MicrosoftReport {
  private final Sheet rows = Sheet.quoting(',', "\r\n");
  private final Dice dice;
  private int count;

  private MicrosoftReport(Dice dice) {
    this.dice = dice;
  }

  static byte[] write(World world) {
    var report = new MicrosoftReport(world.dice("microsoft"));
    List<Ledger.Row> rows = world.ledger().of(channel -> channel == Marketing.BING);
    Ledger.group(rows, r -> r.delivery().group().id() + " " + r.delivery().keyword().text())
        .values()
        .forEach(report::keyword);
    var sheet = Sheet.quoting(',', "\r\n");
    for (String line :
        List.of(
            "Report Name: Search term report Nordwand",
            "Report Time: "
                + Days.american(Advertising.FIRST)
                + " - "
                + Days.american(Advertising.LAST),
            "Time Zone: (GMT+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna",
            "Last Completed Available Day: "
                + Days.american(Advertising.LAST)
                + " 10:15:00 PM (GMT)",
            "Last Completed Available Hour: "
                + Days.american(Advertising.LAST)
                + " 10:15:00 PM (GMT)",
            "Report Aggregation: Summary",
            "Report Filter: ",
            "Potential Incomplete Data: false",
            "Rows: " + report.count)) {
      sheet.row(line);
    }
    sheet
        .line("")
        .row(
            "AccountName",
            "AccountNumber",
            "CampaignName",
            "CampaignId",
            "AdGroupName",
            "AdGroupId",
            "SearchQuery",
            "Keyword",
            "BidMatchType",
            "DeliveredMatchType",
            "CurrencyCode",
            "Impressions",
            "Clicks",
            "Ctr",
            "AverageCpc",
            "Spend",
            "Conversions",
            "Revenue")
        .append(report.rows)
        .line("")
        .row("©2026 Microsoft Corporation. All rights reserved. ");
    return sheet.utf8();
  }

  private void keyword(List<Ledger.Row> rows) {
    Advertising.Delivery first = rows.getFirst().delivery();
    Marketing.Keyword keyword = first.keyword();
    List<Terms.Term> terms = Terms.of(keyword.text(), keyword.match(), dice);
    for (Terms.Share share : Terms.split(Ledger.sum(rows), terms, .12, dice)) {
      Ledger.Tally tally = share.tally();
      if (tally.impressions > 0) {
        count++;
        rows(first, share.term() == null ? keyword.text() : share.term().text(), share, tally);
      }
    }
  }

  private void rows(
      Advertising.Delivery first, String query, Terms.Share share, Ledger.Tally tally) {
    Marketing.Campaign campaign = first.campaign();
    Num n = Num.POINT;
    rows.row(
        "Nordwand Bergsport",
        "F119NW01",
        campaign.name(),
        campaign.id(),
        first.group().name(),
        first.group().id(),
        query,
        first.keyword().text(),
        first.keyword().match(),
        share.term() == null ? first.keyword().match() : share.term().match().replaceAll(" .*", ""),
        "EUR",
        n.whole(tally.impressions),
        n.whole(tally.clicks),
        n.percent(tally.clicks, tally.impressions) + "%",
        n.ratio(tally.cents, 100 * tally.clicks, 2),
        n.money(tally.cents),
        n.ratio(tally.hundredths, 100, 0),
        n.money(tally.valueCents));
  }
}
