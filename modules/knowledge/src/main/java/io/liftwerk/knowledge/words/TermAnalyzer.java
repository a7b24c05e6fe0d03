package io.liftwerk.knowledge.words;

import io.liftwerk.text.Words;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/** Gives Lucene the terms of a text; those of one word share a position. */
public final class TermAnalyzer extends Analyzer {
  private final Map<String, Function<String, List<String>>> terms;

  /**
   * @param terms for each field, the terms of a folded word
   */
  public TermAnalyzer(Map<String, Function<String, List<String>>> terms) {
    super(PER_FIELD_REUSE_STRATEGY);
    this.terms = Map.copyOf(terms);
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    return new TokenStreamComponents(new Source(Objects.requireNonNull(terms.get(field), field)));
  }

  private static final class Source extends Tokenizer {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final Function<String, List<String>> terms;
    private @Nullable Iterator<Words.Word> words;
    private Iterator<String> ofWord = List.<String>of().iterator();

    Source(Function<String, List<String>> terms) {
      this.terms = terms;
    }

    @Override
    public void reset() throws IOException {
      super.reset();
      var text = new StringWriter();
      input.transferTo(text);
      words = Words.of(text.toString()).iterator();
      ofWord = List.<String>of().iterator();
    }

    @Override
    public boolean incrementToken() {
      clearAttributes();
      boolean first = false;
      Iterator<Words.Word> left = Objects.requireNonNull(words);
      while (!ofWord.hasNext()) {
        if (!left.hasNext()) {
          return false;
        }
        ofWord = terms.apply(left.next().folded()).iterator();
        first = true;
      }
      term.append(ofWord.next());
      step.setPositionIncrement(first ? 1 : 0);
      return true;
    }
  }
}
