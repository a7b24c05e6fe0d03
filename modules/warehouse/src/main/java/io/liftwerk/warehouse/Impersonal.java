package io.liftwerk.warehouse;

import io.liftwerk.text.PersonalData;
import io.liftwerk.text.PersonalKind;
import io.liftwerk.workspace.WorkbenchException;
import java.util.Set;

/**
 * Keeps people out of what a user writes down about a run: parameters stand in the ledger for good,
 * and even those of a run that failed. So this is looked at before there is a job.
 */
final class Impersonal {
  private static final PersonalData DIRECT =
      PersonalData.standard()
          .only(
              Set.of(PersonalKind.EMAIL, PersonalKind.PHONE, PersonalKind.IBAN, PersonalKind.CARD));

  private Impersonal() {}

  /**
   * @throws WorkbenchException code {@code personal-text} when {@code text} holds an e-mail
   *     address, or the number of a telephone, an account or a card
   */
  static void check(String text) {
    if (!DIRECT.find(text).isEmpty()) {
      throw new WorkbenchException(
          "personal-text",
          "A reason or note is kept with the run for good, and this one holds an e-mail address or"
              + " a number of a person.",
          "Write it without.");
    }
  }
}
