package io.liftwerk.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.jspecify.annotations.Nullable;
import org.tartarus.snowball.ext.GermanStemmer;

/**
 * Stems, by which inflected forms of a word count together. A stem is a key, not a word to show.
 *
 * <p>German by Snowball: of Lucene's three it cuts least of what is no ending. The light one makes
 * {@code fenster} {@code fen}; the oldest cuts the last letter of {@code angebot}, {@code zelt} and
 * {@code preis}; the minimal one leaves {@code gunstigsten} apart from {@code gunstig}. English by
 * KStem, since Porter throws {@code marketing} and {@code market}, {@code news} and {@code new},
 * {@code booking} and {@code book} together, which are different intents; KStem knows some plurals
 * as words of their own ({@code boots}), so a plain s behind a consonant goes afterwards.
 *
 * <p>May be used by several threads at once.
 */
public final class Stems {
  /** Plurals that are another thing than their singular. */
  private static final Set<String> PLURALS =
      Set.of("shorts", "goods", "customs", "grounds", "lyrics", "sports", "savings", "always");

  private static final Stems GERMAN = new Stems(Language.GERMAN);
  private static final Stems ENGLISH = new Stems(Language.ENGLISH);
  private static final Stems OTHER = new Stems(Language.OTHER);

  private final Language language;
  private final ThreadLocal<GermanStemmer> german = ThreadLocal.withInitial(GermanStemmer::new);
  private final ThreadLocal<KStem> english = ThreadLocal.withInitial(KStem::new);

  private Stems(Language language) {
    this.language = language;
  }

  /** The stems of {@code language}; words of {@link Language#OTHER} are their own. */
  public static Stems of(Language language) {
    return switch (language) {
      case GERMAN -> GERMAN;
      case ENGLISH -> ENGLISH;
      case OTHER -> OTHER;
    };
  }

  /**
   * @param folded a word after {@link Words#fold}
   */
  public String stem(String folded) {
    return switch (language) {
      case GERMAN -> german(folded);
      case ENGLISH -> english(folded);
      case OTHER -> folded;
    };
  }

  private String german(String folded) {
    GermanStemmer stemmer = german.get();
    stemmer.setCurrent(folded);
    stemmer.stem();
    return stemmer.getCurrent();
  }

  private String english(String folded) {
    String stem = english.get().stem(folded);
    int length = stem.length();
    boolean plural =
        length >= 5
            && stem.equals(folded)
            && stem.endsWith("s")
            && "aeiousy".indexOf(stem.charAt(length - 2)) < 0
            && Character.isLetter(stem.charAt(length - 2))
            && !PLURALS.contains(stem);
    return plural ? stem.substring(0, length - 1) : stem;
  }

  /** Lucene's stemmers are filters of streams; this is a stream of one word. */
  private static final class KStem {
    private final OneWord source = new OneWord();
    private final TokenFilter filter = new KStemFilter(source);

    String stem(String word) {
      source.word = word;
      try {
        filter.incrementToken();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return source.term.toString();
    }
  }

  private static final class OneWord extends TokenStream {
    final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    @Nullable String word;

    @Override
    public boolean incrementToken() {
      clearAttributes();
      term.append(word);
      return true;
    }
  }
}
