package io.liftwerk.keywords.intent;

import io.liftwerk.text.Words;
import io.liftwerk.text.Words.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Words in a row, some of them with stars.
 *
 * @param parts a folded word each, or an expression where there is a star or a number
 */
record Phrase(List<Part> parts) {

  /** One word: either exactly or by an expression. */
  sealed interface Part {
    boolean fits(String folded);
  }

  record Exactly(String word) implements Part {
    @Override
    public boolean fits(String folded) {
      return word.equals(folded);
    }
  }

  record Like(Pattern expression) implements Part {
    @Override
    public boolean fits(String folded) {
      return expression.matcher(folded).matches();
    }
  }

  static Phrase of(String entry) {
    var parts = new ArrayList<Part>();
    for (String token : entry.strip().split("\\s+")) {
      if (token.matches("#+")) {
        parts.add(like("\\d{" + token.length() + "}"));
      } else if (token.indexOf('*') >= 0) {
        var expression = new StringBuilder();
        for (String piece : token.split("(?<=\\*)|(?=\\*)")) {
          expression.append(piece.equals("*") ? ".*" : Pattern.quote(Words.fold(piece)));
        }
        parts.add(like(expression.toString()));
      } else {
        Words.of(token).forEach(word -> parts.add(new Exactly(word.folded())));
      }
    }
    return new Phrase(List.copyOf(parts));
  }

  private static Part like(String expression) {
    return new Like(Pattern.compile(expression, Pattern.DOTALL));
  }

  /** Whether it fits {@code words} from {@code start} on. */
  boolean fits(List<Word> words, int start) {
    if (parts.isEmpty() || start + parts.size() > words.size()) {
      return false;
    }
    for (int i = 0; i < parts.size(); i++) {
      if (!parts.get(i).fits(words.get(start + i).folded())) {
        return false;
      }
    }
    return true;
  }
}
