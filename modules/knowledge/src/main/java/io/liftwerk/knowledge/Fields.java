package io.liftwerk.knowledge;

import io.liftwerk.knowledge.words.TermAnalyzer;
import io.liftwerk.knowledge.words.Terms;
import io.liftwerk.text.Language;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;

/** The fields of the index, and how texts become their terms. */
final class Fields {
  /** Id of a passage. */
  static final String ID = "id";

  /** Id of the passage's document. */
  static final String DOCUMENT = "document";

  static final String SOURCE = "source";
  static final String LANGUAGE = "language";
  static final String KIND = "kind";
  static final String ORDINAL = "ordinal";

  /** Hash of a passage, by which its vector is found again. */
  static final String HASH = "hash";

  static final String VECTOR = "vector";

  /** A passage or a document as JSON. */
  static final String JSON = "json";

  /** Id of a document, in the entry that holds it. */
  static final String ENTRY = "entry";

  /**
   * Parts of compounds count less than the words themselves: of .2, .4 and .7 on XQuAD in German
   * each found more than stems alone (nDCG@10 of BM25 .951 to .952 against .945).
   */
  static final float PARTS = .4f;

  // the values that Anserini takes for every collection: k1 and b were not fitted to ours
  private static final Similarity BM25 = new BM25Similarity(.9f, .4f);

  private final Map<Language, Terms> terms = new EnumMap<>(Language.class);

  /**
   * @param vocabulary of the German passages
   */
  Fields(Map<String, Integer> vocabulary) {
    for (Language language : Language.values()) {
      terms.put(language, Terms.of(language, vocabulary));
    }
  }

  static Similarity similarity() {
    return BM25;
  }

  /** The field that holds the words of passages in {@code language}. */
  static String words(Language language) {
    return "words_" + language.name().toLowerCase(Locale.ROOT);
  }

  /** The field that holds the parts of compounds in {@code language}. */
  static String parts(Language language) {
    return "parts_" + language.name().toLowerCase(Locale.ROOT);
  }

  Terms terms(Language language) {
    return Objects.requireNonNull(terms.get(language));
  }

  TermAnalyzer analyzer() {
    var functions = new HashMap<String, Function<String, List<String>>>();
    terms.forEach(
        (language, own) -> {
          functions.put(words(language), own::stems);
          functions.put(parts(language), own::parts);
        });
    return new TermAnalyzer(functions);
  }

  /** What is searched of a passage, and embedded: its headings and its text. */
  static String searched(Passage passage) {
    return passage.section().isEmpty()
        ? passage.text()
        : String.join(" › ", passage.section()) + "\n" + passage.text();
  }
}
