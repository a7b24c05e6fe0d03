package io.liftwerk.keywords;

import io.liftwerk.keywords.intent.IntentFile;
import io.liftwerk.keywords.intent.Intents;
import io.liftwerk.text.Language;
import io.liftwerk.text.LanguageGuess;
import io.liftwerk.text.Words;
import io.liftwerk.workspace.JobContext;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

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

  /** A look that is taken while the job does something else. */
  static final class Pending {
    private final CompletableFuture<TermLook> look;

    private Pending(CompletableFuture<TermLook> look) {
      this.look = look;
    }

    /** The look, once it is taken; what failed there fails here. */
    TermLook get() {
      try {
        return look.join();
      } catch (CompletionException e) {
        if (e.getCause() instanceof RuntimeException failure) {
          throw failure;
        }
        throw e;
      }
    }
  }

  /** Begins to look at all {@code terms}, which must not change any more. */
  static Pending begin(JobContext context, KeywordRequest request, TermList terms) {
    IntentFile.Content file = new IntentFile(context.workspace().folder()).read();
    context.input(IntentFile.NAME, file.sha256(), file.text().length());
    var intents = new Intents(file.rules().with(request.brands(), request.competitors()));
    return new Pending(
        CompletableFuture.supplyAsync(
            () -> {
              var look = new TermLook(intents, terms.size());
              look.at(context, terms);
              return look;
            }));
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
