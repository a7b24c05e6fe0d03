package io.liftwerk.ingest;

import io.liftwerk.workspace.Identifier;

/** Says why a column holds pseudonyms. */
final class ReplacedReasons {
  private ReplacedReasons() {}

  static String of(Mask.Whole whole) {
    return what(whole.kind())
        + ": replaced by pseudonyms before anything was written, "
        + switch (whole.because()) {
          case RECIPE -> "since this kind of export has them in this column.";
          case HEADER -> "since the column is called so.";
          case VALUES -> "since the values look like them.";
        };
  }

  private static String what(Identifier kind) {
    return switch (kind) {
      case EMAIL -> "E-mail addresses";
      case PHONE -> "Telephone numbers";
      case NAME -> "Names of people";
      case ADDRESS -> "Addresses of people";
      case IP -> "IP addresses";
      case IBAN -> "Bank accounts";
      case ID -> "Numbers of cards";
    };
  }
}
