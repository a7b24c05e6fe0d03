package io.liftwerk.text.secrets;

/** Whether a value looks drawn at random rather than written by a person. */
final class Randomness {
  private Randomness() {}

  /** Shannon's entropy of the characters of {@code value}, in bits each. */
  static double bits(CharSequence value) {
    int[] counts = new int[128];
    int length = value.length();
    for (int i = 0; i < length; i++) {
      counts[Math.min(127, value.charAt(i))]++;
    }
    double bits = 0;
    for (int count : counts) {
      if (count > 0) {
        double share = count / (double) length;
        bits -= share * Math.log(share) / Math.log(2);
      }
    }
    return bits;
  }

  /** Letters and digits mixed, hardly a character twice: more than words with hyphens are. */
  static boolean isDrawn(String value) {
    if (value.length() < 16 || value.indexOf(' ') >= 0) {
      return false;
    }
    int digits = 0;
    int letters = 0;
    int turns = 0;
    int last = -1;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      int kind = c >= '0' && c <= '9' ? 0 : c >= 'A' && c <= 'Z' ? 1 : c >= 'a' && c <= 'z' ? 2 : 3;
      digits += kind == 0 ? 1 : 0;
      letters += kind == 1 || kind == 2 ? 1 : 0;
      turns += last >= 0 && kind != last ? 1 : 0;
      last = kind;
    }
    boolean mixed = digits > 1 && letters > 3 && turns * 5 >= value.length();
    boolean cased = letters > 12 && turns * 3 >= value.length();
    return (mixed || cased) && bits(value) >= (isHex(value) ? 2.8 : 3.3);
  }

  private static boolean isHex(String value) {
    return value.chars().allMatch(c -> Character.digit(c, 16) >= 0);
  }
}
