import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Google Ads search terms as "Excel .csv": UTF-16LE, tabs, German. What Google does not tell stands
 * in a total row of its own.
 */
final class GoogleSearchTerms {
  private static final List<String> SHOPPING =
      List.of("%s", "%s kaufen", "%s damen", "%s herren", "%s günstig", "%s gebraucht", "%s test");

  private record Line(
      String term,
      String match,
      String status,
      String campaign,
      String group,
      String type,
      Ledger.Tally tally) {}

  private final List<Line> lines = new ArrayList<>();
  private final Ledger.Tally shown = new Ledger.Tally();
  private final Ledger.Tally hidden = new Ledger.Tally();
  private final Dice dice;

  private GoogleSearchTerms(Dice dice) {
    this.dice = dice;
  }

  static byte[] write(World world) {
    var report = new GoogleSearchTerms(world.dice("google search terms"));
    var ledger = world.ledger();
    List<Ledger.Row> search = ledger.of(channel -> channel == Marketing.SEARCH);
    Ledger.group(search, r -> r.delivery().group().id() + " " + r.delivery().keyword().text())
        .values()
        .forEach(report::keyword);
    List<Ledger.Row> shopping = ledger.of(channel -> channel == Advertising.PMAX);
    Ledger.group(shopping, r -> r.delivery().campaign().id())
        .values()
        .forEach(rows -> report.shopping(rows, world.catalog()));
    return report.sheet();
  }

  private void keyword(List<Ledger.Row> rows) {
    Advertising.Delivery first = rows.getFirst().delivery();
    String match = first.keyword().match();
    List<Terms.Term> terms = Terms.of(first.keyword().text(), match, dice);
    double secret = match.equals("Exact") ? .34 : match.equals("Phrase") ? .48 : .57;
    for (Terms.Share share : Terms.split(Ledger.sum(rows), terms, secret, dice)) {
      boolean keyword = share.term() != null && share.term().text().equals(first.keyword().text());
      add(
          share,
          share.term() == null ? "" : german(share.term().match()),
          keyword ? "Hinzugefügt" : "Keines",
          first.campaign().name(),
          first.group().name(),
          "Suchnetzwerk");
    }
  }

  /** Performance Max has neither keywords nor ad groups. */
  private void shopping(List<Ledger.Row> rows, Catalog catalog) {
    Marketing.Campaign campaign = rows.getFirst().delivery().campaign();
    var terms = new ArrayList<Terms.Term>();
    for (Marketing.AdGroup group : campaign.adGroups()) {
      for (Catalog.Product product : catalog.products) {
        if (product.category() == group.category()) {
          String text =
              dice.pick(SHOPPING)
                  .replace("%s", product.name().toLowerCase(java.util.Locale.GERMAN));
          String thing = product.name().toLowerCase(java.util.Locale.GERMAN).replaceAll(" .*", "");
          terms.add(new Terms.Term(text, "Performance Max", dice.around(1, 1), 1.2));
          terms.add(
              new Terms.Term(
                  dice.pick(SHOPPING).replace("%s", thing),
                  "Performance Max",
                  dice.around(4, .8),
                  .7));
        }
      }
    }
    for (Terms.Share share : Terms.split(Ledger.sum(rows), distinct(terms), .5, dice)) {
      add(share, "Performance Max", "Keines", campaign.name(), " --", "Performance Max");
    }
  }

  private static List<Terms.Term> distinct(List<Terms.Term> terms) {
    var seen = new java.util.TreeSet<String>();
    return terms.stream().filter(term -> seen.add(term.text())).toList();
  }

  private void add(
      Terms.Share share, String match, String status, String campaign, String group, String type) {
    Ledger.Tally tally = share.tally();
    boolean rare = tally.impressions == 0 || tally.clicks == 0 && !dice.chance(.4);
    if (share.term() == null || rare) {
      hidden.add(tally);
      return;
    }
    if (tally.clicks > 0 && tally.clicks <= 2 && tally.hundredths == 0 && dice.chance(.02)) {
      hidden.impressions += tally.impressions - 1;
      tally.impressions = 1;
    }
    boolean excluded =
        tally.hundredths == 0 && share.term().intent() < .2 && status.equals("Keines");
    String state = excluded && dice.chance(.1) ? "Ausgeschlossen" : status;
    shown.add(tally);
    lines.add(new Line(share.term().text(), match, state, campaign, group, type, tally));
  }

  private String german(String match) {
    return switch (match) {
      case "Exact" -> "Genau passend";
      case "Exact (close variant)" -> "Genau passend (ähnliche Variante)";
      case "Phrase" -> "Passende Wortgruppe";
      case "Phrase (close variant)" -> "Passende Wortgruppe (ähnliche Variante)";
      default -> dice.chance(.2) ? "AI\u00a0Max" : "Weitgehend passend";
    };
  }

  private byte[] sheet() {
    var sheet =
        new Sheet('\t', "\n")
            .line("Bericht zu Suchbegriffen")
            .line(GoogleReports.germanPeriod())
            .row(
                "Suchbegriff",
                "Keyword-Option",
                "Hinzugefügt/Ausgeschlossen",
                "Kampagne",
                "Anzeigengruppe",
                "Klicks",
                "Impressionen",
                "CTR",
                "Währungscode",
                "Durchschn. CPC",
                "Kosten",
                "Kampagnentyp",
                "Conv.-Rate",
                "Conversions",
                "Kosten/Conv.");
    lines.sort(Comparator.comparingLong((Line line) -> -line.tally().cents));
    for (Line line : lines) {
      sheet.row(
          cells(
              line.tally(),
              line.type(),
              line.term(),
              line.match(),
              line.status(),
              line.campaign(),
              line.group()));
    }
    var account = new Ledger.Tally();
    account.add(shown);
    account.add(hidden);
    return sheet
        .row(cells(shown, " --", "Gesamt: Suchbegriffe", " --", " --", " --", " --"))
        .row(cells(hidden, " --", "Gesamt: Andere Suchbegriffe", " --", " --", " --", " --"))
        .row(cells(account, " --", "Gesamt: Konto", " --", " --", " --", " --"))
        .withMark(StandardCharsets.UTF_16LE);
  }

  private static List<String> cells(Ledger.Tally tally, String type, String... keys) {
    var cells = new ArrayList<>(List.of(keys));
    Num n = Num.GERMAN;
    cells.addAll(
        List.of(
            n.whole(tally.clicks),
            n.whole(tally.impressions),
            n.percent(tally.clicks, tally.impressions) + "\u00a0%",
            "EUR",
            tally.clicks == 0 ? " --" : n.ratio(tally.cents, 100 * tally.clicks, 2),
            n.money(tally.cents),
            type,
            tally.clicks == 0 ? " --" : n.percent(tally.hundredths, 100 * tally.clicks) + "\u00a0%",
            n.money(tally.hundredths),
            n.ratio(tally.cents, tally.hundredths, 2)));
    return cells;
  }
}
