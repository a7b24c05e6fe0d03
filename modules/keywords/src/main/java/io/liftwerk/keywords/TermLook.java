package io.liftwerk.keywords;

import io.liftwerk.keywords.intent.IntentFile;
import io.liftwerk.keywords.intent.Intents;
import io.liftwerk.text.Language;
import io.liftwerk.text.LanguageGuess;
import io.liftwerk.text.Words;
import io.liftwerk.workspace.JobContext;
import java.util.List;

/** What every term by itself tells: its language, and what it is for. */
final class TermLook {
  /** Terms between two looks at whether to go on. */
  private static final int LOOK = 0x3ff;

  private final Intents intents;
  private final String[] intent;
  private final Language[] language;

  private TermLook(Intents intents, int terms) {
    this.intents = intents;
    this.intent = new String[terms];
    this.language = new Language[terms];
  }

  /** What {@code terms} are looked at by. */
  static Intents intents(JobContext context, KeywordRequest request) {
    IntentFile.Content file = new IntentFile(context.workspace().folder()).read();
    context.input(IntentFile.NAME, file.sha256(), file.text().length());
    return new Intents(file.rules().with(request.brands(), request.competitors()));
  }

  /** Looks at all {@code terms}. */
  static TermLook at(JobContext context, Intents intents, TermList terms) {
    var look = new TermLook(intents, terms.size());
    look.at(context, terms);
    return look;
  }

  private void at(JobContext context, TermList terms) {
    for (int term = 0; term < terms.size(); term++) {
      if ((term & LOOK) == 0) {
        context.checkCancelled();
      }
      List<Words.Word> words = terms.words(term);
      intent[term] = intents.of(words).intent().word();
      language[term] = LanguageGuess.of(words).language();
    }
  }

  Intents intents() {
    return intents;
  }

  String intent(int term) {
    return intent[term];
  }

  Language language(int term) {
    return language[term];
  }
}
