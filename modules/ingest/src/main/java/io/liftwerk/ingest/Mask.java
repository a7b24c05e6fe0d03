package io.liftwerk.ingest;

import io.liftwerk.text.PersonalKind;
import io.liftwerk.workspace.Identifier;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What becomes of the cells of one column before they are written. */
sealed interface Mask {

  /** Nothing: the column is kept as numbers or days, in which nobody is named. */
  record Keep() implements Mask {}

  /**
   * Every cell is an identifier and becomes its pseudonym.
   *
   * @param kind of identifier
   * @param country column that tells the country of a telephone number, null when none does
   * @param because what speaks for it
   */
  record Whole(Identifier kind, @Nullable String country, Because because) implements Mask {}

  /**
   * Text in which identifiers may stand; each is replaced where it stands.
   *
   * @param search what is looked for
   * @param names whether the names and addresses in other columns of the row are looked for too
   */
  record Within(Search search, boolean names) implements Mask {}

  /**
   * A record that did not fit: cell by cell, as far as cells can be told apart.
   *
   * @param delimiter between cells, 0 where there are none
   * @param people whether the table names people, so that any word may be a name
   * @param json whether it would be JSON, in which they are named where others are
   */
  record Line(char delimiter, boolean people, boolean json) implements Mask {}

  /** Why a column is taken for identifiers. */
  enum Because {
    RECIPE,
    HEADER,
    VALUES
  }

  /** How hard a column is searched. */
  enum Search {
    /** Free text, JSON, and columns nothing is known of. */
    ALL(EnumSet.allOf(PersonalKind.class), 0.5),
    /** Words: search terms, campaigns, addresses of pages. */
    WORDS(EnumSet.of(PersonalKind.EMAIL, PersonalKind.IBAN, PersonalKind.PHONE), 0.8),
    /** Published text, in which names and numbers are no secret. */
    PUBLISHED(EnumSet.of(PersonalKind.EMAIL, PersonalKind.IBAN, PersonalKind.PHONE), 0.8),
    /** Ids and moments, whose digits could be taken for anything. */
    CODES(EnumSet.of(PersonalKind.EMAIL), 0.5);

    private final Set<PersonalKind> kinds;
    private final double confidence;

    Search(Set<PersonalKind> kinds, double confidence) {
      this.kinds = kinds;
      this.confidence = confidence;
    }

    Set<PersonalKind> kinds() {
      return kinds;
    }

    double confidence() {
      return confidence;
    }

    /** A condition, much cheaper than the search, without which nothing can be found. */
    String mayHold(String text) {
      String at = "regexp_matches(" + text + ", '@|\uFF20|%40|[ (\\[{][aAäÄ][tT]";
      return switch (this) {
        case CODES -> at + "')";
        case WORDS, PUBLISHED -> at + "|[0-9](?:[^0-9]{0,5}[0-9]){5}')";
        case ALL ->
            at
                + "|[0-9](?:[^0-9]{0,5}[0-9]){5}|[0-9]+\\.[0-9]+\\.[0-9]+\\.[0-9]|:[0-9a-fA-F]{0,4}:"
                + "|^\\s*(?:\\{|\\[\\s*[{\"])')";
      };
    }
  }
}
