package io.liftwerk.guardrails.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words in quotation marks that stand in a source, without regard to case and blanks; after ragas'
 * quoted spans alignment.
 */
public final class QuotedSpans {
  /** A quote of fewer words is a term, not somebody's words. */
  static final int USUAL_WORDS = 3;

  private static final Pattern QUOTE = Pattern.compile("[\"“„»«]([^\"“”„»«]{1,1000})[\"”“«»]");

  private QuotedSpans() {}

  /** A quote with its marks. */
  record Quote(int start, int end, String words) {}

  static List<Quote> missing(String text, List<String> sources, int leastWords) {
    List<String> plain = sources.stream().map(QuotedSpans::plain).toList();
    return quotes(text, leastWords).stream()
        .filter(quote -> plain.stream().noneMatch(source -> has(source, quote.words())))
        .toList();
  }

  /**
   * The share of quotes that stand in a source; 0 where there are none.
   *
   * @param leastWords shorter quotes do not count
   */
  static double share(String text, List<String> sources, int leastWords) {
    int quotes = quotes(text, leastWords).size();
    return quotes == 0 ? 0 : 1 - (double) missing(text, sources, leastWords).size() / quotes;
  }

  private static List<Quote> quotes(String text, int leastWords) {
    var quotes = new ArrayList<Quote>();
    Matcher quote = QUOTE.matcher(text);
    while (quote.find()) {
      String words = plain(quote.group(1));
      if (words.split(" ").length >= leastWords) {
        quotes.add(new Quote(quote.start(), quote.end(), words));
      }
    }
    return quotes;
  }

  private static boolean has(String source, String quote) {
    return source.contains(quote.replaceFirst("[.,;:!?…]+$", ""));
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
  }
}
