package io.liftwerk.keywords;

import io.liftwerk.keywords.KeywordResult.Note;
import io.liftwerk.keywords.KeywordResult.Standing;
import io.liftwerk.keywords.KeywordResult.Unclustered;
import io.liftwerk.keywords.TermSnapshot.Counted;
import io.liftwerk.keywords.clusters.Cluster;
import io.liftwerk.keywords.clusters.ClusterTerm;
import io.liftwerk.keywords.clusters.Clustering;
import io.liftwerk.keywords.clusters.Clusters;
import io.liftwerk.keywords.clusters.TermVectors;
import io.liftwerk.keywords.clusters.WordFeatures;
import io.liftwerk.text.CompoundSplitter;
import io.liftwerk.text.Embedder;
import io.liftwerk.text.Language;
import io.liftwerk.text.Stems;
import io.liftwerk.text.StopWords;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.WorkbenchException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What each term is: its language, what it is for, which others are like it. */
final class TermFacts {
  /** Terms that are compared with each other, the costliest. */
  static final int MOST = 40_000;

  private final JobContext context;
  private final TermList terms;
  private final Counted counted;
  private final Judgement judgement;
  private final TermLook look;
  private @Nullable WordFeatures features;
  private final @Nullable String[] cluster;

  TermFacts(
      JobContext context, TermList terms, Counted counted, Judgement judgement, TermLook look) {
    this.context = context;
    this.terms = terms;
    this.counted = counted;
    this.judgement = judgement;
    this.look = look;
    this.cluster = new String[terms.size()];
  }

  /** Stems of the account's language, and those of compounds' parts. */
  private WordFeatures features() {
    var counts = new EnumMap<Language, Integer>(Language.class);
    for (int term = 0; term < terms.size(); term++) {
      counts.merge(look.language(term), 1, Integer::sum);
    }
    Language own =
        counts.getOrDefault(Language.ENGLISH, 0) > counts.getOrDefault(Language.GERMAN, 0)
            ? Language.ENGLISH
            : Language.GERMAN;
    Stems stems = Stems.of(own);
    CompoundSplitter splitter = CompoundSplitter.learn(terms.vocabulary());
    Map<String, List<String>> known = new HashMap<>();
    return folded ->
        known.computeIfAbsent(
            folded,
            word -> {
              if (StopWords.of(Language.GERMAN).contains(word)
                  || StopWords.of(Language.ENGLISH).contains(word)) {
                return List.of();
              }
              var found = new ArrayList<String>();
              found.add(stems.stem(word));
              List<String> parts = splitter.split(word);
              if (parts.size() > 1) {
                parts.forEach(part -> found.add(stems.stem(part)));
              }
              return List.copyOf(found);
            });
  }

  /** Learned when first asked for: a vocabulary of very many words takes its time. */
  WordFeatures wordFeatures() {
    WordFeatures known = features;
    if (known == null) {
      known = features();
      features = known;
    }
    return known;
  }

  /** Words that say what somebody wants to do, not with what. */
  boolean isLight(String folded) {
    return look.intents().isLight(folded);
  }

  String intent(int term) {
    return look.intent(term);
  }

  Language language(int term) {
    return look.language(term);
  }

  /** The name of its cluster; null where it is in none. */
  @Nullable String cluster(int term) {
    return cluster[term];
  }

  /** The clusters, and the terms in none. */
  record Grouped(List<KeywordResult.Cluster> clusters, Unclustered unclustered) {}

  private int weight() {
    return counted.cost()
        ? TermList.COST
        : counted.clicks() ? TermList.CLICKS : TermList.IMPRESSIONS;
  }

  private int[] costliest() {
    int by = weight();
    return IntStream.range(0, terms.size())
        .boxed()
        .sorted(
            Comparator.<Integer>comparingLong(term -> -terms.amount(term, by))
                .thenComparing(terms::text))
        .limit(MOST)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Puts terms together that are about the same. */
  Grouped group(KeywordRequest request, List<Note> notes) {
    context.progress(0.6, "putting searches together");
    int by = weight();
    List<ClusterTerm> chosen = new ArrayList<>();
    for (int term : costliest()) {
      chosen.add(ClusterTerm.of(terms.text(term), terms.amount(term, by)));
    }
    Clustering clustering;
    try (Embedding embedding = Embedding.of(request.model())) {
      clustering = clusters(embedding.vectors()).of(chosen, context::checkCancelled);
    } catch (WorkbenchException e) {
      if (!e.code().equals("embedder-runtime")) {
        throw e;
      }
      notes.add(new Note(e.code(), e.sentence()));
      clustering = clusters(TermVectors.NONE).of(chosen, context::checkCancelled);
    }
    Map<String, Integer> places = new HashMap<>();
    for (int term = 0; term < terms.size(); term++) {
      places.put(terms.text(term), term);
    }
    List<KeywordResult.Cluster> found = new ArrayList<>();
    for (Cluster one : clustering.clusters()) {
      found.add(cluster(one, places));
    }
    return new Grouped(found, unclustered());
  }

  private Clusters clusters(TermVectors vectors) {
    return new Clusters(wordFeatures(), this::isLight, vectors);
  }

  /** A model that is open as long as terms are put together. */
  private record Embedding(TermVectors vectors, Embedder model) implements AutoCloseable {
    static Embedding of(@Nullable String path) {
      if (path == null) {
        Embedder shipped = Embedder.english();
        return new Embedding(TermVectors.english(shipped), shipped);
      }
      Path file = Path.of(path);
      Embedder own = Embedder.of(file, file.resolveSibling("tokenizer.json"));
      return new Embedding(TermVectors.all(own), own);
    }

    @Override
    public void close() {
      model.close();
    }
  }

  /** Sums over some terms. */
  private final class Sums {
    private final long[] sums = new long[TermList.BEFORE];
    private int count;

    void add(int term) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += terms.amount(term, i);
      }
      count++;
    }

    @Nullable Long impressions() {
      return counted.impressions() ? sums[TermList.IMPRESSIONS] : null;
    }

    @Nullable Long clicks() {
      return counted.clicks() ? sums[TermList.CLICKS] : null;
    }

    @Nullable BigDecimal cost() {
      return counted.cost() ? money(TermList.COST) : null;
    }

    @Nullable BigDecimal conversions() {
      return counted.conversions() ? money(TermList.CONVERSIONS) : null;
    }

    @Nullable BigDecimal value() {
      return counted.value() ? money(TermList.VALUE) : null;
    }

    private BigDecimal money(int amount) {
      return TermSnapshot.plain(BigDecimal.valueOf(sums[amount], TermSnapshot.SCALE));
    }

    Standing standing() {
      return judgement.standing(sums[TermList.CLICKS], sums[TermList.COST], conversions());
    }
  }

  private KeywordResult.Cluster cluster(Cluster one, Map<String, Integer> places) {
    var sums = new Sums();
    Map<String, Long> wants = new TreeMap<>();
    for (String member : one.members()) {
      Integer term = places.get(member);
      if (term != null) {
        sums.add(term);
        cluster[term] = one.name();
        wants.merge(look.intent(term), 1 + terms.amount(term, TermList.CLICKS), Long::sum);
      }
    }
    String most =
        wants.entrySet().stream()
            .max(
                Map.Entry.<String, Long>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
            .map(Map.Entry::getKey)
            .orElse(null);
    return new KeywordResult.Cluster(
        one.id(),
        one.name(),
        sums.count,
        sums.impressions(),
        sums.clicks(),
        sums.cost(),
        sums.conversions(),
        sums.value(),
        one.cohesion(),
        most,
        sums.standing());
  }

  private Unclustered unclustered() {
    var sums = new Sums();
    for (int term = 0; term < terms.size(); term++) {
      if (cluster[term] == null) {
        sums.add(term);
      }
    }
    String why =
        terms.size() > MOST
            ? "Of %d terms the costliest %d were compared.".formatted(terms.size(), MOST)
            : null;
    return new Unclustered(sums.count, sums.clicks(), sums.cost(), why);
  }

  /** What people wanted, the costliest first. */
  List<KeywordResult.Intent> intents() {
    Map<String, Sums> byIntent = new TreeMap<>();
    for (int term = 0; term < terms.size(); term++) {
      byIntent.computeIfAbsent(look.intent(term), key -> new Sums()).add(term);
    }
    int by = weight();
    return byIntent.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<String, Sums>>comparingLong(one -> -one.getValue().sums[by])
                .thenComparing(Map.Entry::getKey))
        .map(
            one ->
                new KeywordResult.Intent(
                    one.getKey(),
                    one.getValue().count,
                    one.getValue().clicks(),
                    one.getValue().cost(),
                    one.getValue().conversions(),
                    one.getValue().value()))
        .toList();
  }
}
