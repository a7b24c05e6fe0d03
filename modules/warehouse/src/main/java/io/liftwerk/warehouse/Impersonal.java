package io.liftwerk.warehouse;

import io.liftwerk.text.PersonalData;
import io.liftwerk.text.PersonalKind;
import io.liftwerk.workspace.WorkbenchException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps people out of what a user writes down about a run: parameters stand in the ledger for good,
 * and even those of a run that failed. So this is looked at before there is a job.
 */
public final class Impersonal {
  /** Loaded when there is a text to look at: most jobs have none. */
  private static final class Recognised {
    private static final PersonalData DIRECT =
        PersonalData.standard()
            .only(
                Set.of(
                    PersonalKind.EMAIL, PersonalKind.PHONE, PersonalKind.IBAN, PersonalKind.CARD));
  }

  private Impersonal() {}

  /**
   * @param texts null and blank ones hold nobody
   * @throws WorkbenchException code {@code personal-text} when one holds an e-mail address, or the
   *     number of a telephone, an account or a card
   */
  public static void check(@Nullable String... texts) {
    for (String text : texts) {
      if (text != null && !text.isBlank() && !Recognised.DIRECT.find(text).isEmpty()) {
        throw refused();
      }
    }
  }

  private static WorkbenchException refused() {
    return new WorkbenchException(
        "personal-text",
        "A reason or note is kept with the run for good, and this one holds an e-mail address or"
            + " a number of a person.",
        "Write it without.");
  }
}
