package io.liftwerk.app.window.scoring;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.scoring.ScoringOptions.Purpose;
import java.util.Locale;

/** The texts of the page in the words of what a yes means: wins, or customers lost. */
final class ScoringWords {
  private final Messages messages;
  private final String purpose;

  ScoringWords(Messages messages, Purpose purpose) {
    this.messages = messages;
    this.purpose = purpose.name().toLowerCase(Locale.ROOT);
  }

  /** The text {@code leads.KEY} or {@code churn.KEY}. */
  String say(String key, Object... arguments) {
    return messages.text(purpose + '.' + key, arguments);
  }

  /** The name of a column of the ranked list. */
  String column(String name) {
    return messages.textOr(purpose + ".ranking." + name, messages.textOr("ranking." + name, name));
  }
}
