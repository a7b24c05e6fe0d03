package io.liftwerk.knowledge;

import io.liftwerk.knowledge.words.Terms;
import io.liftwerk.text.Embedder;
import io.liftwerk.text.Language;
import io.liftwerk.text.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * One search: the best by BM25, the best by nearness of vectors, and of both one ranking. Either
 * list's scores are scaled from 0 for its last to 1 for its first; a passage of one list gets its
 * place on the other's scale too, 0 where it is below its end.
 */
final class PassageSearch {
  /** Candidates of either kind, at least. */
  private static final int CANDIDATES = 100;

  /** Words of a query that are looked at; longer ones are texts. */
  private static final int LONGEST = 64;

  /** Words above which a question counts as long; see {@link Weights}. */
  private static final int LONG_QUESTION = 10;

  private final IndexReading index;
  private final Embedder embedder;
  private final SearchRequest request;
  private final Language language;
  private final double weight;

  /** A word of the query, and what stands for it in the index. */
  private record Sought(String text, List<Term> forms) {}

  /** A passage by its number in Lucene, its scaled scores and what they come to. */
  private record Scored(int passage, double words, double meaning, double score) {}

  private final Map<Language, List<Sought>> looked = new EnumMap<>(Language.class);

  /**
   * @param language of the query
   * @param weight of meaning, 0 to 1
   */
  PassageSearch(
      IndexReading index,
      Embedder embedder,
      SearchRequest request,
      Language language,
      double weight) {
    this.index = index;
    this.embedder = embedder;
    this.request = request;
    this.language = language;
    this.weight = weight;
  }

  /** Scores of passages by their number in Lucene, the best first. */
  private record Ranking(Map<Integer, Double> scores, double low, double high) {
    static Ranking of(ScoreDoc[] hits) {
      var scores = new LinkedHashMap<Integer, Double>();
      for (ScoreDoc hit : hits) {
        scores.put(hit.doc, (double) hit.score);
      }
      double low = hits.length == 0 ? 0 : hits[hits.length - 1].score;
      double high = hits.length == 0 ? 0 : hits[0].score;
      return new Ranking(scores, low, high);
    }

    double scaled(double score) {
      return high == low ? (score >= high ? 1 : 0) : Math.clamp((score - low) / (high - low), 0, 1);
    }
  }

  List<Hit> hits() throws IOException {
    int wanted = Math.max(CANDIDATES, request.top());
    List<Query> filters = filters();
    Query words = words();
    Ranking lexical = Ranking.of(index.searcher().search(with(words, filters), wanted).scoreDocs);
    float[] vector = embedder.embed(meant());
    Ranking dense = Ranking.of(near(vector, filters, wanted));
    Map<Integer, Double> byWords = new HashMap<>(lexical.scores());
    Map<Integer, Double> byMeaning = new HashMap<>();
    dense.scores().forEach((passage, score) -> byMeaning.put(passage, 2 * score - 1));
    complete(words, lexical, dense, byWords);
    for (int passage : lexical.scores().keySet()) {
      float[] own = byMeaning.containsKey(passage) ? null : index.vector(passage);
      if (own != null) {
        byMeaning.put(passage, dot(own, vector));
      }
    }
    return ranked(lexical, dense, byWords, byMeaning);
  }

  /**
   * What is embedded of the query: all of it, but of a long one in a language that the model did
   * not learn the words that say something. Its little words fall into many pieces and tell the
   * model nothing: without them a long German question takes two thirds of the time.
   */
  private String meant() throws IOException {
    String query = request.query();
    if (!Weights.isForeign(embedder.sha256(), language)
        || Words.of(query).size() <= LONG_QUESTION) {
      return query;
    }
    List<Words.Word> telling = telling(index.fields().terms(language));
    return telling.isEmpty()
        ? query
        : String.join(" ", telling.stream().map(Words.Word::text).toList());
  }

  /** BM25 of those that only the vectors found. */
  private void complete(Query words, Ranking lexical, Ranking dense, Map<Integer, Double> byWords)
      throws IOException {
    List<Integer> missing =
        dense.scores().keySet().stream()
            .filter(passage -> !lexical.scores().containsKey(passage))
            .toList();
    if (!missing.isEmpty() && !lexical.scores().isEmpty()) {
      byWords.putAll(index.scores(words, missing));
    }
  }

  private ScoreDoc[] near(float[] vector, List<Query> filters, int wanted) throws IOException {
    Query filter = filters.isEmpty() ? null : with(null, filters);
    return index
        .searcher()
        .search(new KnnFloatVectorQuery(Fields.VECTOR, vector, wanted, filter), wanted)
        .scoreDocs;
  }

  private List<Hit> ranked(
      Ranking lexical, Ranking dense, Map<Integer, Double> byWords, Map<Integer, Double> byMeaning)
      throws IOException {
    Set<Integer> all = new LinkedHashSet<>(lexical.scores().keySet());
    all.addAll(dense.scores().keySet());
    var scored = new ArrayList<Scored>();
    for (int passage : all) {
      Double word = byWords.get(passage);
      Double meaning = byMeaning.get(passage);
      double words = word == null ? 0 : lexical.scaled(word);
      double means = meaning == null ? 0 : dense.scaled((1 + meaning) / 2);
      scored.add(new Scored(passage, words, means, (1 - weight) * words + weight * means));
    }
    scored.sort(
        Comparator.comparingDouble((Scored one) -> -one.score()).thenComparingInt(Scored::passage));
    return hits(scored.subList(0, Math.min(request.top(), scored.size())), byWords, byMeaning);
  }

  /** The best with all that explains them. */
  private List<Hit> hits(
      List<Scored> best, Map<Integer, Double> byWords, Map<Integer, Double> byMeaning)
      throws IOException {
    Map<Integer, Integer> wordRanks = ranks(byWords);
    Map<Integer, Integer> meaningRanks = ranks(byMeaning);
    var passages = new ArrayList<Passage>();
    var documents = new ArrayList<SourceDocument>();
    for (Scored one : best) {
      Passage passage = index.passage(one.passage());
      passages.add(passage);
      documents.add(index.document(passage.document()).orElseThrow());
    }
    Map<Integer, List<String>> matched = matched(best, documents);
    var hits = new ArrayList<Hit>();
    for (int i = 0; i < best.size(); i++) {
      Scored one = best.get(i);
      Double word = byWords.get(one.passage());
      Double meaning = byMeaning.get(one.passage());
      hits.add(
          new Hit(
              i + 1,
              one.score(),
              passages.get(i),
              documents.get(i),
              word == null
                  ? null
                  : new Hit.Lexical(
                      word,
                      one.words(),
                      wordRanks.getOrDefault(one.passage(), 0),
                      matched.getOrDefault(one.passage(), List.of())),
              meaning == null
                  ? null
                  : new Hit.Dense(
                      meaning, one.meaning(), meaningRanks.getOrDefault(one.passage(), 0)),
              null));
    }
    return hits;
  }

  /** Places from 1, the highest score first. */
  private static Map<Integer, Integer> ranks(Map<Integer, Double> scores) {
    List<Map.Entry<Integer, Double>> order = new ArrayList<>(scores.entrySet());
    order.sort(
        (a, b) -> {
          int byScore = Double.compare(b.getValue(), a.getValue());
          return byScore != 0 ? byScore : Integer.compare(a.getKey(), b.getKey());
        });
    var ranks = new HashMap<Integer, Integer>();
    for (Map.Entry<Integer, Double> one : order) {
      ranks.put(one.getKey(), ranks.size() + 1);
    }
    return ranks;
  }

  /** Words of the query that passages hold, by the passages' numbers. */
  private Map<Integer, List<String>> matched(List<Scored> best, List<SourceDocument> documents)
      throws IOException {
    var numbers = new EnumMap<Language, List<Integer>>(Language.class);
    for (int i = 0; i < best.size(); i++) {
      numbers
          .computeIfAbsent(documents.get(i).language(), any -> new ArrayList<>())
          .add(best.get(i).passage());
    }
    var matched = new HashMap<Integer, List<String>>();
    for (Map.Entry<Language, List<Integer>> one : numbers.entrySet()) {
      List<Integer> ascending = one.getValue().stream().sorted().toList();
      for (Sought word : sought(one.getKey())) {
        for (int passage : index.holding(ascending, word.forms())) {
          List<String> words = matched.computeIfAbsent(passage, any -> new ArrayList<>());
          if (!words.contains(word.text())) {
            words.add(word.text());
          }
        }
      }
    }
    return matched;
  }

  private List<Sought> sought(Language language) throws IOException {
    List<Sought> known = looked.get(language);
    if (known != null) {
      return known;
    }
    Terms terms = index.fields().terms(language);
    var sought = new ArrayList<Sought>();
    for (Words.Word word : telling(terms)) {
      var forms = new ArrayList<Term>();
      for (String stem : terms.stems(word.folded())) {
        forms.add(new Term(Fields.words(language), stem));
      }
      if (terms.splits()) {
        for (String part : terms.parts(word.folded())) {
          forms.add(new Term(Fields.parts(language), part));
        }
      }
      sought.add(new Sought(word.text(), forms));
    }
    looked.put(language, sought);
    return sought;
  }

  private List<Words.Word> telling(Terms terms) {
    List<Words.Word> telling = terms.telling(request.query());
    return telling.subList(0, Math.min(LONGEST, telling.size()));
  }

  /** Every passage has its words in one field, so that the sum over all is its own score. */
  private Query words() throws IOException {
    var query = new BooleanQuery.Builder();
    for (Language language : languages()) {
      Terms terms = index.fields().terms(language);
      List<Words.Word> looked = telling(terms);
      var stems = new LinkedHashSet<String>();
      looked.forEach(word -> stems.addAll(terms.stems(word.folded())));
      for (String stem : stems) {
        query.add(new TermQuery(new Term(Fields.words(language), stem)), Occur.SHOULD);
      }
      if (terms.splits()) {
        var parts = new LinkedHashSet<String>();
        looked.forEach(word -> parts.addAll(terms.parts(word.folded())));
        for (String part : parts) {
          Query one = new TermQuery(new Term(Fields.parts(language), part));
          query.add(new BoostQuery(one, Fields.PARTS), Occur.SHOULD);
        }
      }
    }
    return query.build();
  }

  private Set<Language> languages() {
    if (request.language() != null) {
      return Set.of(request.language());
    }
    var languages = new LinkedHashSet<Language>();
    index.generation().indexed().forEach(one -> languages.addAll(one.languages().keySet()));
    return languages;
  }

  private List<Query> filters() throws IOException {
    var filters = new ArrayList<Query>();
    if (request.language() != null) {
      filters.add(new TermQuery(new Term(Fields.LANGUAGE, request.language().name())));
    }
    if (request.kind() != null) {
      filters.add(new TermQuery(new Term(Fields.KIND, request.kind().name())));
    }
    if (request.document() != null) {
      filters.add(new TermQuery(new Term(Fields.DOCUMENT, request.document())));
    }
    if (request.role() != null || !request.sources().isEmpty()) {
      filters.add(in(Fields.SOURCE, sources(request.role())));
    }
    if (request.product() != null) {
      filters.add(in(Fields.DOCUMENT, ofProduct(request.product())));
    }
    return filters;
  }

  private List<String> sources(@Nullable Role role) {
    return index.generation().indexed().stream()
        .map(IndexedSource::source)
        .filter(one -> role == null || index.role(one) == role)
        .filter(
            one ->
                request.sources().isEmpty()
                    || request.sources().stream().anyMatch(one::equalsIgnoreCase))
        .toList();
  }

  private List<String> ofProduct(String product) throws IOException {
    String wanted = Words.fold(product.strip());
    return index.documents().stream()
        .filter(one -> one.product() != null && Words.fold(one.product()).contains(wanted))
        .map(SourceDocument::id)
        .toList();
  }

  private static Query in(String field, List<String> values) {
    return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
  }

  private static Query with(@Nullable Query words, List<Query> filters) {
    if (words != null && filters.isEmpty()) {
      return words;
    }
    var query = new BooleanQuery.Builder();
    if (words != null) {
      query.add(words, Occur.MUST);
    }
    filters.forEach(filter -> query.add(filter, Occur.FILTER));
    return query.build();
  }

  private static double dot(float[] a, float[] b) {
    double dot = 0;
    for (int i = 0; i < a.length; i++) {
      dot += (double) a[i] * b[i];
    }
    return dot;
  }
}
