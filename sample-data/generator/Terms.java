import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What people typed: the search terms behind a keyword, and how much of the keyword's delivery each
 * of them got. A part stays hidden, as search engines keep rare terms to themselves.
 */
final class Terms {

  /**
   * @param intent how seriously who types it wants to buy, 1 on average
   */
  record Term(String text, String match, double weight, double intent) {}

  /** A term's share; a null term stands for all hidden ones together. */
  record Share(Term term, Ledger.Tally tally) {}

  private static final List<String> BUYING =
      List.of(
          "%s damen",
          "%s herren",
          "%s online kaufen",
          "bester %s",
          "%s angebot",
          "%s sale",
          "%s münchen",
          "%s innsbruck",
          "%s leicht",
          "%s für anfänger",
          "%s größe 42",
          "%s nordwand");
  private static final List<String> WASTE =
      List.of(
          "%s gebraucht",
          "%s kleinanzeigen",
          "%s leihen",
          "%s gratis",
          "%s selber machen",
          "%s reparieren",
          "%s wikipedia",
          "%s kostenlos",
          "was ist ein %s",
          "%s felsenkind",
          "%s steigzeit",
          "%s ausmalbild");
  private static final List<String> ODD =
      List.of(
          "null",
          "gesamtpaket klettersteig",
          "na",
          "-20% gutschein nordwand",
          "=rabatt nordwand",
          "+49 bergschuhe hotline",
          "@nordwand.example kontakt",
          "альпинистские ботинки",
          "🏔️ wanderschuhe",
          "scarpe da montagna",
          "via ferrata kit",
          "klettersteigset größe 38½");

  private Terms() {}

  /** The terms that a keyword catches, by how freely it matches. */
  static List<Term> of(String keyword, String match, Dice dice) {
    var terms = new LinkedHashMap<String, Term>();
    if (dice.chance(.9)) {
      put(terms, keyword, "Exact", 9, 1.3, dice);
    }
    put(terms, variant(keyword, dice), "Exact (close variant)", 3, 1.1, dice);
    if (!match.equals("Exact")) {
      some(terms, keyword, "Phrase", BUYING, 5, 2.2, 1.2, dice);
      some(terms, keyword, "Phrase", WASTE, 3, 1.1, .12, dice);
      put(terms, variant(keyword + " test", dice), "Phrase (close variant)", 1, .5, dice);
    }
    if (match.equals("Broad")) {
      String thing = keyword.replaceAll(" .*", "");
      some(terms, thing, "Broad", BUYING, 4, 1.4, .9, dice);
      some(terms, thing, "Broad", WASTE, 5, 1.3, .06, dice);
      put(terms, dice.pick(ODD), "Broad", .4, .3, dice);
    }
    return List.copyOf(terms.values());
  }

  private static void some(
      Map<String, Term> terms,
      String keyword,
      String match,
      List<String> patterns,
      int count,
      double weight,
      double intent,
      Dice dice) {
    for (int i = 0; i < count; i++) {
      put(terms, dice.pick(patterns).replace("%s", keyword), match, weight, intent, dice);
    }
  }

  private static void put(
      Map<String, Term> terms, String text, String match, double weight, double intent, Dice dice) {
    terms.putIfAbsent(text, new Term(text, match, dice.around(weight, .8), intent));
  }

  private static String variant(String keyword, Dice dice) {
    String swapped =
        keyword.contains("-")
            ? keyword.replace("-", dice.chance(.5) ? "" : " ")
            : keyword.replaceFirst("schuh", "schuhe").replaceFirst("rucksack", "rucksäcke");
    if (!swapped.equals(keyword)) {
      return swapped;
    }
    String plain = keyword.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue");
    return plain.equals(keyword) ? keyword.replaceFirst("^(\\S+?)e?(?= |$)", "$1en") : plain;
  }

  /**
   * Divides {@code whole} among the terms, to the cent.
   *
   * @param hidden the share of clicks whose terms are not told
   */
  static List<Share> split(Ledger.Tally whole, List<Term> terms, double hidden, Dice dice) {
    double weights = terms.stream().mapToDouble(Term::weight).sum();
    var shares = new ArrayList<Share>();
    terms.forEach(term -> shares.add(new Share(term, new Ledger.Tally())));
    shares.add(new Share(null, new Ledger.Tally()));
    Ledger.Tally rest = shares.getLast().tally();
    double hiddenWeight = weights * hidden / (1 - hidden);
    for (long i = 0; i < whole.clicks; i++) {
      dice.pick(shares, s -> s.term() == null ? hiddenWeight : s.term().weight()).tally().clicks++;
    }
    rest.add(whole);
    rest.clicks -= whole.clicks;
    for (Share share : shares.subList(0, terms.size())) {
      Ledger.Tally tally = share.tally();
      double part = share.term().weight() / (weights + hiddenWeight);
      tally.impressions = Math.max(tally.clicks, (long) (whole.impressions * part));
      tally.cents = StrictMath.round(whole.cents * (double) tally.clicks / (whole.clicks + .5));
      rest.impressions -= tally.impressions;
      rest.cents -= tally.cents;
    }
    convert(whole, shares, rest, dice);
    return shares;
  }

  private static void convert(
      Ledger.Tally whole, List<Share> shares, Ledger.Tally rest, Dice dice) {
    for (long left = whole.hundredths; left > 0; ) {
      long part = left % 100 == 0 ? 100 : left % 100;
      Share share =
          dice.pick(
              shares, s -> s.tally().clicks * (s.term() == null ? 1 : s.term().intent()) + 1e-9);
      if (share.tally() != rest) {
        long value = whole.valueCents * part / whole.hundredths;
        share.tally().hundredths += part;
        share.tally().valueCents += value;
        rest.hundredths -= part;
        rest.valueCents -= value;
      }
      left -= part;
    }
  }
}
