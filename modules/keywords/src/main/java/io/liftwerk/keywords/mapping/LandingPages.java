package io.liftwerk.keywords.mapping;

import io.liftwerk.keywords.clusters.WordFeatures;
import io.liftwerk.text.Words;
import io.liftwerk.text.Words.Word;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Which page of a site a search should lead to. A page answers a term as far as it names the term's
 * words: by their stems fully, by the head of a compound (the last part: a page of tents for a dome
 * tent) mostly, by another part a little. Words of intent count little, and so do those that stand
 * on most pages, as a brand does. Below {@link #RELEVANT} a term has no page. Among pages that
 * answer alike BM25 decides (Robertson &amp; Zaragoza 2009, k1 1.2, b 0.75; a word in address,
 * title and heading counts more than one in the description), then the shorter address.
 */
public final class LandingPages {
  /** Relevance below which a page is none for a term. */
  public static final double RELEVANT = 0.5;

  private static final double K1 = 1.2;
  private static final double B = 0.75;
  private static final double HEAD = 0.75;
  private static final double PART = 0.3;
  private static final double TEXT_ONLY = 0.6;
  private static final double SLIGHT = 0.2;
  private static final double COMMON = 0.5;

  private final WordFeatures features;
  private final Predicate<String> light;
  private final List<Indexed> pages = new ArrayList<>();
  private final Map<String, List<Integer>> postings = new HashMap<>();
  private final double meanLength;

  /**
   * @param named features of address, title and heading
   * @param counts weighted counts of all features
   */
  private record Indexed(Page page, Set<String> named, Map<String, Double> counts, double length) {}

  /**
   * @param pages the pages, each address once
   * @param features stems and parts of words, the stem first and the head of a compound last
   * @param light folded words that say what somebody wants to do or where
   */
  public LandingPages(List<Page> pages, WordFeatures features, Predicate<String> light) {
    this.features = features;
    this.light = light;
    Set<String> urls = new HashSet<>();
    double lengths = 0;
    for (Page page : pages) {
      if (urls.add(page.url())) {
        Indexed indexed = index(page);
        for (String feature : new TreeSet<>(indexed.counts.keySet())) {
          postings.computeIfAbsent(feature, key -> new ArrayList<>()).add(this.pages.size());
        }
        this.pages.add(indexed);
        lengths += indexed.length;
      }
    }
    this.meanLength = this.pages.isEmpty() ? 1 : Math.max(1, lengths / this.pages.size());
  }

  /** The page for a term, empty when none answers it. */
  public Optional<PageMatch> best(List<Word> term) {
    return ranked(term).stream().filter(match -> match.relevance() >= RELEVANT).findFirst();
  }

  /** All pages that name anything of a term, the best first. */
  public List<PageMatch> ranked(List<Word> term) {
    Set<Integer> candidates = new TreeSet<>();
    for (Word word : term) {
      for (String feature : features.of(word.folded())) {
        candidates.addAll(postings.getOrDefault(feature, List.of()));
      }
    }
    return candidates.stream()
        .map(pages::get)
        .map(page -> match(term, page))
        .filter(match -> match.relevance() > 0)
        .sorted(
            Comparator.comparingDouble(PageMatch::relevance)
                .thenComparingDouble(PageMatch::score)
                .reversed()
                .thenComparing(match -> match.page().url().length())
                .thenComparing(match -> match.page().url()))
        .toList();
  }

  private Indexed index(Page page) {
    Map<String, Double> counts = new HashMap<>();
    Set<String> named = new HashSet<>();
    count(address(page.url()), 1.5, counts, named);
    count(page.title(), 2, counts, named);
    count(page.h1(), 2, counts, named);
    count(page.description(), 1, counts, new HashSet<>());
    double length = counts.values().stream().mapToDouble(Double::doubleValue).sorted().sum();
    return new Indexed(page, named, counts, length);
  }

  private void count(String text, double weight, Map<String, Double> counts, Set<String> named) {
    for (Word word : Words.of(text)) {
      for (String feature : features(word.folded())) {
        counts.merge(feature, weight, Double::sum);
        named.add(feature);
      }
    }
  }

  /** Of a word joined by hyphens, as addresses have them, the parts too. */
  private Set<String> features(String folded) {
    Set<String> all = new TreeSet<>(features.of(folded));
    if (folded.indexOf('-') > 0 || folded.indexOf('_') > 0) {
      for (String part : folded.split("[-_]")) {
        if (!part.isEmpty()) {
          all.addAll(features.of(part));
        }
      }
    }
    return all;
  }

  /** What stands in an address behind the host, as words. */
  private static String address(String url) {
    String path = url.replaceFirst("^[a-zA-Z]+://[^/?#]*", "").replaceFirst("[#].*$", "");
    String plain;
    try {
      plain = URLDecoder.decode(path.replace("+", " "), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // a percent sign that escapes nothing
      plain = path;
    }
    return plain.replaceFirst("\\.[a-zA-Z]{2,5}$", "").replaceAll("[-_/?=&.+]", " ");
  }

  private PageMatch match(List<Word> term, Indexed page) {
    double asked = 0;
    double answered = 0;
    double score = 0;
    List<String> matched = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Word word : term) {
      List<String> own = features.of(word.folded());
      if (own.isEmpty() || !seen.add(word.folded())) {
        continue;
      }
      double weight = weight(word.folded(), own);
      double coverage = coverage(own, page, isCommon(own.getFirst()));
      asked += weight;
      answered += weight * coverage;
      if (coverage > 0) {
        matched.add(word.text());
      }
      for (String feature : new TreeSet<>(own)) {
        score += weight * bm25(feature, page);
      }
    }
    return new PageMatch(page.page, asked > 0 ? answered / asked : 0, score, matched);
  }

  private double weight(String folded, List<String> own) {
    boolean number = folded.codePoints().noneMatch(Character::isLetter);
    return number || isCommon(own.getFirst()) || light.test(folded) ? SLIGHT : 1;
  }

  private boolean isCommon(String feature) {
    return frequency(feature) > COMMON * pages.size() && pages.size() > 3;
  }

  /** Of a common word, what stands in descriptions only is nothing: delivery, prices. */
  private static double coverage(List<String> own, Indexed page, boolean common) {
    double best = 0;
    for (int i = 0; i < own.size(); i++) {
      String feature = own.get(i);
      if (page.counts.containsKey(feature)) {
        double worth = i == 0 ? 1 : i == own.size() - 1 ? HEAD : PART;
        best = Math.max(best, worth * (page.named.contains(feature) ? 1 : common ? 0 : TEXT_ONLY));
      }
    }
    return best;
  }

  private double bm25(String feature, Indexed page) {
    double count = page.counts.getOrDefault(feature, 0.);
    int frequency = frequency(feature);
    double rarity = Math.log(1 + (pages.size() - frequency + .5) / (frequency + .5));
    return rarity * count * (K1 + 1) / (count + K1 * (1 - B + B * page.length / meanLength));
  }

  private int frequency(String feature) {
    return postings.getOrDefault(feature, List.of()).size();
  }
}
