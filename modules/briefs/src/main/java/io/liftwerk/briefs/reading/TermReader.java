package io.liftwerk.briefs.reading;

import io.liftwerk.briefs.reading.Lexicon.Group;
import io.liftwerk.text.Language;
import io.liftwerk.text.Words;
import io.liftwerk.text.Words.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Chunks sentences into terms: standards, measures, nouns with and without the adjective before
 * them, words that stand together.
 *
 * <p>German nouns are told by their capital, adjectives by their ending before a noun. English has
 * no such help: a phrase there is what stands between stop words, verbs of the lists and signs (as
 * RAKE cuts: Rose et al., Automatic keyword extraction from individual documents, 2010), one to
 * three words long.
 */
public final class TermReader {
  private static final int LONGEST = 3;
  private static final int SHORTEST_ADJECTIVE = 5;
  private static final int SHORTEST_ENGLISH = 4;

  private final Vocabulary vocabulary;
  private final Lexicon lexicon;

  public TermReader(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.lexicon = vocabulary.lexicon();
  }

  /** The terms of {@code sentence}, each key once, in the order of the text. */
  public List<Term> read(String sentence) {
    Map<String, Term> terms = new LinkedHashMap<>();
    var taken = new boolean[sentence.length()];
    for (Value value : Values.of(sentence, lexicon.language())) {
      Term.Kind kind = value.isStandard() ? Term.Kind.STANDARD : Term.Kind.MEASURE;
      String surface = value.isStandard() ? value.key() : value.text();
      put(terms, new Term(value.key(), value.key(), surface, kind));
      for (int i = value.start(); i < value.end(); i++) {
        taken[i] = true;
      }
    }
    List<Word> words = Words.of(sentence);
    if (lexicon.language() == Language.GERMAN) {
      german(sentence, words, taken, terms);
    } else {
      english(sentence, words, taken, terms);
    }
    return List.copyOf(terms.values());
  }

  private static void put(Map<String, Term> terms, Term term) {
    terms.putIfAbsent(term.key(), term);
  }

  private void german(String sentence, List<Word> words, boolean[] taken, Map<String, Term> terms) {
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      if (taken[word.start()]) {
        continue;
      }
      String key = Words.loose(word.folded());
      boolean noun = isNoun(sentence, words, i);
      boolean follows = i > 0 && isJoined(sentence, words.get(i - 1), word);
      if (noun) {
        String stem = lexicon.stem(key);
        String head = vocabulary.head(key);
        put(terms, new Term(stem, head, word.text(), Term.Kind.NOUN));
        if (follows && isAdjective(sentence, words, i - 1)) {
          Word adjective = words.get(i - 1);
          String before = lexicon.stem(adjective.text()) + " ";
          put(
              terms,
              new Term(
                  before + stem,
                  before + head,
                  adjective.text() + " " + word.text(),
                  Term.Kind.PHRASE));
        }
      } else if (follows && isContent(key) && !taken[words.get(i - 1).start()]) {
        Word last = words.get(i - 1);
        String before = Words.loose(last.folded());
        if (isContent(before) && !isNoun(sentence, words, i - 1)) {
          String pair = lexicon.stem(before) + " " + lexicon.stem(key);
          put(terms, new Term(pair, pair, last.text() + " " + word.text(), Term.Kind.PHRASE));
        }
      }
    }
  }

  private boolean isNoun(String sentence, List<Word> words, int at) {
    Word word = words.get(at);
    return vocabulary.isNoun(
        Words.loose(word.folded()),
        Character.isUpperCase(word.text().codePointAt(0)),
        Vocabulary.begins(sentence, words, at));
  }

  private boolean isAdjective(String sentence, List<Word> words, int at) {
    Word word = words.get(at);
    String folded = word.folded();
    boolean ending = folded.length() >= SHORTEST_ADJECTIVE && folded.matches(".*(e|en|er|es|em)");
    boolean small =
        Character.isLowerCase(word.text().codePointAt(0)) || Vocabulary.begins(sentence, words, at);
    return ending && small && isContent(folded) && !lexicon.is(Group.QUESTION, folded);
  }

  private boolean isContent(String key) {
    return Vocabulary.isLetters(key) && !lexicon.isStop(key);
  }

  /** Only a blank between them. */
  private static boolean isJoined(String sentence, Word one, Word next) {
    return sentence.substring(one.end(), next.start()).isBlank();
  }

  private void english(
      String sentence, List<Word> words, boolean[] taken, Map<String, Term> terms) {
    List<Word> run = new ArrayList<>();
    for (Word word : words) {
      boolean joined = run.isEmpty() || isJoined(sentence, run.getLast(), word);
      boolean content = !taken[word.start()] && isPhraseWord(word);
      if (!joined || !content) {
        phrases(run, terms);
        run.clear();
      }
      if (content) {
        run.add(word);
      }
    }
    phrases(run, terms);
  }

  private boolean isPhraseWord(Word word) {
    String key = Words.loose(word.folded());
    return isContent(key)
        && !lexicon.is(Group.QUESTION, word.folded())
        && !lexicon.is(Group.GENERIC, lexicon.stem(key))
        && !key.matches(".*ly");
  }

  private void phrases(List<Word> run, Map<String, Term> terms) {
    for (int from = 0; from < run.size(); from++) {
      var key = new StringBuilder();
      var surface = new StringBuilder();
      for (int to = from; to < Math.min(run.size(), from + LONGEST); to++) {
        Word word = run.get(to);
        key.append(to == from ? "" : " ").append(lexicon.stem(word.text()));
        surface.append(to == from ? "" : " ").append(word.text());
        if (to > from || word.text().length() >= SHORTEST_ENGLISH) {
          boolean name =
              to > from
                  && run.subList(from, to + 1).stream()
                      .allMatch(part -> Character.isUpperCase(part.text().codePointAt(0)));
          Term.Kind kind = name ? Term.Kind.ENTITY : to == from ? Term.Kind.NOUN : Term.Kind.PHRASE;
          put(terms, new Term(key.toString(), lexicon.stem(word.text()), surface.toString(), kind));
        }
      }
    }
  }
}
