package io.liftwerk.text;

import io.liftwerk.text.lookup.ResourceLists;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the words before a run of digits say that it is. */
final class PhoneWords {
  /** How far before the digits the word may begin. */
  private static final int REACH = 40;

  /** Signs and other words between it and the digits, in characters: "Tel. (privat) ". */
  private static final int GAP = 20;

  private static final List<String> BEGINNINGS = listed("beginning");
  private static final List<String> PARTS = listed("part");

  private static final Pattern OTHER =
      Pattern.compile(
          "(?:bestell|auftrag|order|rechnung|invoice|kunden|artikel|art|ean|gtin|isbn|sku|sendung"
              + "|tracking|paket|plz|id|iban|bic|ust|hrb|hra|ticket|vorgang|referenz|ref|konto|blz"
              + "|serien|lead|charge|lot|version|steuer|vertrag|mitglied|police|barcode|account|ssn"
              + "|security|imei|nr|no|liefer|gutschein|coupon|aktenzeichen|az)"
              + "(?:[ .-]?(?:\\p{L}*(?:nummer|number|id|schein|konto)|nr|no|ids))?\\p{L}{0,4}"
              + "[.:#= ]{0,3}",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private PhoneWords() {}

  private static List<String> listed(String wanted) {
    var words = new ArrayList<String>();
    ResourceLists.read(
        "phone_words.txt",
        (section, word) -> {
          if (section.equals(wanted)) {
            words.add(word.replace('_', ' '));
          }
        });
    return List.copyOf(words);
  }

  /** Whether a word shortly before the digits {@code at} calls them a telephone number. */
  static boolean call(String text, int at) {
    int digits = lineBefore(text, at);
    if (isPictured(text, digits)) {
      return true;
    }
    int from = Math.max(0, digits - REACH);
    // a line's end or another number parts a word from the digits
    int apart = digits - 1;
    while (apart >= from && text.charAt(apart) != '\n' && !isDigit(text.charAt(apart))) {
      apart--;
    }
    for (int i = from; i < digits; i++) {
      if (isWordStart(text, i) && isCalling(text, i, apart, digits)) {
        return true;
      }
    }
    return false;
  }

  /** A label may have a line for itself above its number. */
  private static int lineBefore(String text, int at) {
    if (at > 0 && text.charAt(at - 1) == '\n') {
      return at > 1 && text.charAt(at - 2) == '\r' ? at - 2 : at - 1;
    }
    return at;
  }

  private static boolean isPictured(String text, int digits) {
    int i = digits;
    while (i > 0 && Character.isWhitespace(text.charAt(i - 1))) {
      i--;
    }
    return text.startsWith("☎", i - 1) || text.startsWith("📞", i - 2);
  }

  private static boolean isCalling(String text, int start, int apart, int digits) {
    for (String beginning : BEGINNINGS) {
      if (text.regionMatches(true, start, beginning, 0, beginning.length())) {
        return isNear(lettersEnd(text, start + beginning.length()), apart, digits);
      }
    }
    int end = lettersEnd(text, start);
    if (isNear(end, apart, digits)) {
      for (String part : PARTS) {
        for (int i = start + 1; i + part.length() <= end; i++) {
          if (text.regionMatches(true, i, part, 0, part.length())) {
            return true;
          }
        }
      }
      return text.regionMatches(true, start, "nummer", 0, 6);
    }
    return false;
  }

  private static boolean isNear(int end, int apart, int digits) {
    return end > apart && end <= digits && digits - end <= GAP;
  }

  private static int lettersEnd(String text, int from) {
    int i = from;
    while (i < text.length() && Character.isLetter(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isWordStart(String text, int i) {
    return Character.isLetter(text.charAt(i)) && (i == 0 || !isWordPart(text.charAt(i - 1)));
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  /** Whether the word before the digits {@code at} calls them something else: an order's number. */
  static boolean callOther(String text, int at) {
    int digits = lineBefore(text, at);
    if (digits == 0 || text.charAt(digits - 1) == '#') {
      return digits > 0;
    }
    int end = digits;
    while (end > 0 && digits - end < 3 && ".:#= ".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    int last = lettersStart(text, end);
    if (last == end) {
      return false;
    }
    if (isOther(text, last, digits)) {
      return true;
    }
    boolean parted = last > 1 && " .-".indexOf(text.charAt(last - 1)) >= 0;
    int first = parted ? lettersStart(text, last - 1) : last;
    return parted && first < last - 1 && isOther(text, first, digits);
  }

  private static int lettersStart(String text, int end) {
    int i = end;
    while (i > 0 && Character.isLetter(text.charAt(i - 1))) {
      i--;
    }
    return i;
  }

  private static boolean isOther(String text, int start, int digits) {
    if (digits - start > REACH || (start > 0 && isWordPart(text.charAt(start - 1)))) {
      return false;
    }
    Matcher matcher = OTHER.matcher(text).region(start, digits);
    return matcher.matches();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
