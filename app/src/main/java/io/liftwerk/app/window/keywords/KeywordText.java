package io.liftwerk.app.window.keywords;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Columns.Mark;
import io.liftwerk.keywords.KeywordResult.Standing;
import io.liftwerk.report.KeywordWords;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Figures, words and signs of search terms on the page. */
final class KeywordText extends KeywordWords {
  private final Messages messages;

  /**
   * @param currency of all money; null where no report tells it
   */
  KeywordText(Messages messages, @Nullable String currency) {
    super(messages.results(), currency);
    this.messages = messages;
  }

  @Override
  public String of(String key, Object... arguments) {
    return messages.text("keywords." + key, arguments);
  }

  Mark mark(Standing standing) {
    return switch (standing) {
      case WASTES -> new Mark(Feather.TRENDING_DOWN, "icon-wastes", standing(standing));
      case EARNS -> new Mark(Feather.TRENDING_UP, "icon-earns", standing(standing));
      case OPEN -> new Mark(Feather.MINUS, "icon-quiet", standing(standing));
    };
  }

  static String bar(Standing standing) {
    return "bar-" + standing.name().toLowerCase(Locale.ROOT);
  }

  Mark verdict(@Nullable String verdict) {
    return NegativeReview.ACCEPTED.equals(verdict)
        ? new Mark(Feather.CHECK, "icon-met", of("accepted"))
        : NegativeReview.REJECTED.equals(verdict)
            ? new Mark(Feather.X, "icon-missed", of("rejected"))
            : new Mark(Feather.CIRCLE, "icon-quiet", of("undecided"));
  }
}
