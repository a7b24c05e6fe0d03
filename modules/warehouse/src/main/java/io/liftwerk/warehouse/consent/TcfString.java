package io.liftwerk.warehouse.consent;

import com.iabtcf.decoder.DecoderOption;
import com.iabtcf.decoder.TCString;
import java.time.Instant;

/**
 * A whole TCF string of version 2, decoded.
 *
 * @param content what the IAB's decoder reads in it, each field when it is asked for
 * @param namesVendorsShown whether it has the segment of disclosed vendors, which the decoder does
 *     not tell from an empty one
 */
record TcfString(TCString content, boolean namesVendorsShown) {

  /**
   * @throws TcfShape.Fault when {@code text} is none
   */
  static TcfString of(String text) throws TcfShape.Fault {
    boolean namesVendorsShown = TcfShape.check(text);
    try {
      return new TcfString(TCString.decode(filledUp(text), DecoderOption.LAZY), namesVendorsShown);
    } catch (RuntimeException e) {
      // the shape is right, so that this is a case nobody has met yet: no consent either way
      throw new TcfShape.Fault("tcf-damaged");
    }
  }

  /**
   * With zeros up to whole bytes: the decoder drops the bits of a last character that do not fill a
   * byte, even where a field ends in them.
   */
  private static String filledUp(String text) {
    if (text.length() % 4 == 0 && text.indexOf('.') < 0) {
      return text;
    }
    var whole = new StringBuilder(text.length() + 8);
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.') {
        fill(whole, length);
        length = 0;
      } else {
        length++;
      }
      whole.append(c);
    }
    fill(whole, length);
    return whole.toString();
  }

  private static void fill(StringBuilder whole, int length) {
    for (int i = length; i % 4 != 0; i++) {
      whole.append('A');
    }
  }

  Instant created() {
    return content.getCreated();
  }

  /** When the person decided. */
  Instant lastUpdated() {
    return content.getLastUpdated();
  }
}
