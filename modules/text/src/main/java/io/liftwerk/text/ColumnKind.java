package io.liftwerk.text;

/**
 * What a column holds, judged by values of it.
 *
 * @param content what it holds
 * @param share of the values that are not blank, how many are or hold it, from 0 to 1
 * @param values how many values were not blank
 * @param reason why, one sentence
 */
public record ColumnKind(Content content, double share, int values, String reason) {
  /** What a column may hold. */
  public enum Content {
    EMAIL,
    PHONE,
    IBAN,
    CARD,
    IP,
    /** Given name and surname in one cell. */
    FULL_NAME,
    FIRST_NAME,
    LAST_NAME,
    /** Street and house number. */
    ADDRESS,
    /** Text in which identifiers stand among other words. */
    FREE_TEXT,
    /** Nothing that identifies a person. */
    OTHER
  }

  /** Whether it must not be kept in clear. */
  public boolean personal() {
    return content != Content.OTHER;
  }
}
