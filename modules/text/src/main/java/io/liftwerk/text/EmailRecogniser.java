package io.liftwerk.text;

import io.liftwerk.text.lookup.Fold;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds e-mail addresses as people write them (RFC 5322 local parts, RFC 6531 letters of any
 * script), percent-encoded ones in links, and those with the at sign written out.
 */
final class EmailRecogniser implements Recogniser {
  private static final String LOCAL_SIGNS = "._%+-'~!#$^*";

  /** Bracketed: {@code (at)}, {@code [ät]}, {@code {at}}, with or without blanks. */
  private static final String BRACKETED = "\\s?[(\\[{<]\\s?(?:at|ät|@)\\s?[)\\]}>]\\s?";

  private static final String WORD_AT = "\\s+(?:at|ät)\\s+";
  private static final String PLAIN_DOT = "\\.";
  private static final String WRITTEN_DOT =
      "(?:\\s?[(\\[{<]\\s?(?:dot|punkt|\\.)\\s?[)\\]}>]\\s?|\\s+(?:dot|punkt)\\s+)";

  private static final String LABEL = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?";
  private static final String ANY_DOT = "(?:" + PLAIN_DOT + "|" + WRITTEN_DOT + ")";
  private static final String LOCAL =
      "(?<![\\p{L}\\p{N}._%+-])(?<local>[\\p{L}\\p{N}_+-]+(?:"
          + ANY_DOT
          + "[\\p{L}\\p{N}_+-]+){0,4}?)";
  private static final String DOMAIN =
      "(?<domain>"
          + LABEL
          + "(?:"
          + ANY_DOT
          + LABEL
          + "){0,3}?"
          + ANY_DOT
          + "\\p{L}{2,24})"
          + "(?![\\p{L}\\p{N}_-])";

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final Pattern IN_BRACKETS = Pattern.compile(LOCAL + BRACKETED + DOMAIN, FLAGS);
  private static final Pattern IN_WORDS = Pattern.compile(LOCAL + WORD_AT + DOMAIN, FLAGS);
  private static final Pattern DOT_WORD = Pattern.compile(WRITTEN_DOT, FLAGS);
  private static final Pattern MAIL_WORD =
      Pattern.compile(
          "(?:mail|adresse|address|kontakt|contact|schreib\\p{L}*|write)\\W*(?:\\p{L}+\\W+)?$",
          FLAGS);

  /** Characters before and after a written at sign: RFC 5321's, and room for written dots. */
  private static final int LONGEST_LOCAL = 64 + 32;

  private static final int LONGEST_DOMAIN = 254 + 32;

  private static final Set<String> PICTURES =
      Set.of("png", "jpg", "jpeg", "gif", "svg", "webp", "css", "js");

  /** Ends of domains that a written-out address must have: any word would do otherwise. */
  private static final Set<String> ENDINGS =
      Set.of(
          "de", "at", "ch", "li", "lu", "com", "net", "org", "eu", "info", "biz", "io", "uk", "us",
          "fr", "it", "nl", "be", "es", "pl", "cz", "dk", "se", "no", "example", "test", "me", "co",
          "shop", "online", "berlin", "wien", "koeln", "hamburg", "bayern", "email", "mail", "dev",
          "app", "ai", "tv", "cc", "edu", "gov", "ru", "tr");

  @Override
  public PersonalKind kind() {
    return PersonalKind.EMAIL;
  }

  @Override
  public void find(String text, Traits traits, Findings findings) {
    if (!traits.at()) {
      return;
    }
    int at = next(text, 0);
    while (at >= 0) {
      int end = address(text, at, findings);
      at = next(text, Math.max(end, at + 1));
    }
    if (nextWrittenOut(text, 0) >= 0 && mayBeWrittenOut(text)) {
      writtenOut(text, IN_BRACKETS, findings);
      writtenOut(text, IN_WORDS, findings);
    }
  }

  /** Where from {@code from} on an at sign is written out that a domain may follow, or -1. */
  private static int nextWrittenOut(String text, int from) {
    for (int i = Math.max(1, from); i + 2 < text.length(); i++) {
      char c = text.charAt(i);
      boolean word = (c == 'a' || c == 'A' || c == 'ä' || c == 'Ä') && isT(text.charAt(i + 1));
      if ((word || c == '@') && isOpen(text.charAt(i - 1))) {
        if (isBeforeDomain(text, c == '@' ? i + 1 : i + 2)) {
          return i;
        }
      }
    }
    return -1;
  }

  private static boolean isT(char c) {
    return c == 't' || c == 'T';
  }

  private static boolean isOpen(char c) {
    return Character.isWhitespace(c) || c == '(' || c == '[' || c == '{' || c == '<';
  }

  /** Blanks or brackets, a label, and a dot with something behind it, or one written out. */
  private static boolean isBeforeDomain(String text, int from) {
    int i = skip(text, from);
    int label = i;
    while (i < text.length() && (Character.isLetterOrDigit(text.charAt(i)) || isMark(text, i))) {
      i++;
    }
    if (label == from || i == label || i + 1 >= text.length()) {
      return false;
    }
    if (text.charAt(i) == '.' && Character.isLetterOrDigit(text.charAt(i + 1))) {
      return true;
    }
    int dot = skip(text, i);
    return dot > i
        && (text.startsWith(".", dot)
            || text.regionMatches(true, dot, "dot", 0, 3)
            || text.regionMatches(true, dot, "punkt", 0, 5));
  }

  private static boolean isMark(String text, int i) {
    return text.charAt(i) == '-' || Character.getType(text.charAt(i)) == Character.OTHER_NUMBER;
  }

  private static int skip(String text, int from) {
    int i = from;
    while (i < text.length()
        && (Character.isWhitespace(text.charAt(i)) || "()[]{}<>".indexOf(text.charAt(i)) >= 0)) {
      i++;
    }
    return i;
  }

  /** The next at sign, as a character or {@code %40}, from {@code from} on, or -1. */
  private static int next(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '@' || c == '\uFF20' || (c == '%' && text.startsWith("40", i + 1))) {
        return i;
      }
    }
    return -1;
  }

  /** The address around the at sign; returns where to go on. */
  private static int address(String text, int at, Findings findings) {
    int afterAt = text.charAt(at) == '%' ? at + 3 : at + 1;
    int end = domainEnd(text, afterAt);
    int start = at > 0 && text.charAt(at - 1) == '"' ? quoted(text, at) : localStart(text, at);
    if (end < 0 || start < 0) {
      return afterAt;
    }
    String local = text.substring(start, at);
    String domain = text.substring(afterAt, end);
    if (isPicture(domain)) {
      return end;
    }
    findings.add(PersonalKind.EMAIL, start, end, Normalised.email(local + "@" + domain), 1);
    return end;
  }

  private static int quoted(String text, int at) {
    int open = text.lastIndexOf('"', at - 2);
    return open < 0 || at - open > 66 || text.substring(open, at).indexOf('\n') >= 0 ? -1 : open;
  }

  private static int localStart(String text, int at) {
    int start = at;
    while (start > 0 && at - start < 64 && isLocal(text, start - 1)) {
      start--;
    }
    // what opens it belongs to the text: quotes, dots, escapes of a link
    while (start < at && !isLocalOpening(text, start)) {
      start++;
    }
    int escape = text.substring(start, at).lastIndexOf('%');
    while (escape >= 0 && start + escape + 3 < at && isDelimiter(text, start + escape)) {
      start = start + escape + 3;
      escape = text.substring(start, at).lastIndexOf('%');
    }
    return start < at && text.charAt(at - 1) != '.' ? start : -1;
  }

  /** {@code %3D}, {@code %20}: a character of a link that no local part holds. */
  private static boolean isDelimiter(String text, int i) {
    return Character.digit(text.charAt(i + 1), 16) >= 0
        && Character.digit(text.charAt(i + 2), 16) >= 0
        && !text.startsWith("%2B", i)
        && !text.startsWith("%2b", i);
  }

  private static boolean isLocal(String text, int i) {
    char c = text.charAt(i);
    return Character.isLetterOrDigit(c)
        || LOCAL_SIGNS.indexOf(c) >= 0
        || Character.isSurrogate(c)
        || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static boolean isLocalOpening(String text, int i) {
    char c = text.charAt(i);
    return Character.isLetterOrDigit(c)
        || c == '_'
        || c == '+'
        || Character.isSurrogate(c)
        || (c == '%' && !isEscape(text, i));
  }

  private static boolean isEscape(String text, int i) {
    return i + 2 < text.length()
        && Character.digit(text.charAt(i + 1), 16) >= 0
        && Character.digit(text.charAt(i + 2), 16) >= 0;
  }

  /** Where the domain ends that starts at {@code start}, or -1 if none does. */
  private static int domainEnd(String text, int start) {
    int end = -1;
    int i = start;
    int label = start;
    while (i <= text.length()) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if (isLabel(c)) {
        i++;
        continue;
      }
      int last = i;
      while (last > label && text.charAt(last - 1) == '-') {
        last--;
      }
      if (last == label || text.charAt(label) == '-') {
        break;
      }
      if (label > start && isTop(text, label, last)) {
        end = last;
      }
      boolean dot = c == '.' || c == '\u3002';
      if (!dot || last != i) {
        break;
      }
      i++;
      label = i;
    }
    return end;
  }

  private static boolean isLabel(char c) {
    return Character.isLetterOrDigit(c)
        || c == '-'
        || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  /** Two letters at least, or an encoded label. */
  private static boolean isTop(String text, int start, int end) {
    if (text.regionMatches(true, start, "xn--", 0, 4)) {
      return end - start > 4;
    }
    for (int i = start; i < end; i++) {
      if (Character.isDigit(text.charAt(i)) || text.charAt(i) == '-') {
        return false;
      }
    }
    return end - start >= 2 && end - start <= 24;
  }

  /** {@code logo@2x.png} is a file. */
  private static boolean isPicture(String domain) {
    if (domain.length() > 3 && Character.isDigit(domain.charAt(0)) && domain.startsWith("x.", 1)) {
      return true;
    }
    return PICTURES.contains(Fold.lower(domain.substring(domain.lastIndexOf('.') + 1)));
  }

  private static boolean mayBeWrittenOut(String text) {
    for (int i = 1; i + 2 < text.length(); i++) {
      char c = Fold.of(text.charAt(i));
      if ((c == 'a' && Fold.of(text.charAt(i + 1)) == 't') || c == '@') {
        char before = text.charAt(i - 1);
        if (before == ' ' || before == '(' || before == '[' || before == '{' || before == '<') {
          return true;
        }
      }
    }
    return false;
  }

  private static void writtenOut(String text, Pattern pattern, Findings findings) {
    Matcher matcher = pattern.matcher(text);
    int done = 0;
    for (int at = nextWrittenOut(text, 0); at >= 0; at = nextWrittenOut(text, at + 1)) {
      int from = Math.max(done, at - LONGEST_LOCAL);
      matcher.region(from, Math.min(text.length(), at + LONGEST_DOMAIN));
      matcher.useTransparentBounds(true).useAnchoringBounds(false);
      if (at < done || !matcher.find()) {
        continue;
      }
      done = matcher.end();
      String written = text.substring(matcher.start("local"), matcher.end());
      String plain = plain(written);
      String ending = plain.substring(plain.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
      double confidence = 0.9;
      if (pattern == IN_WORDS) {
        confidence = inWords(text, matcher);
      }
      if (confidence > 0 && ENDINGS.contains(ending)) {
        findings.add(
            PersonalKind.EMAIL,
            matcher.start("local"),
            matcher.end(),
            Normalised.email(plain),
            confidence);
      }
    }
  }

  /** "us at example.com" is a visit, "anna.berger at example.com" an address. */
  private static double inWords(String text, Matcher matcher) {
    if (DOT_WORD.matcher(matcher.group("domain")).find()) {
      return 0.85;
    }
    String local = matcher.group("local");
    int start = matcher.start("local");
    boolean speaksOfMail = MAIL_WORD.matcher(text.substring(Math.max(0, start - 24), start)).find();
    boolean noWord = local.matches(".*[._\\d+].*");
    return speaksOfMail || noWord ? 0.7 : 0;
  }

  /** {@code text} with at sign and dots as signs, where they are written out. */
  static String plain(String text) {
    String plain = text.replaceAll("(?iu)" + BRACKETED, "@");
    if (plain.indexOf('@') < 0) {
      plain = plain.replaceAll("(?iu)" + WORD_AT, "@");
    }
    return plain.indexOf('@') < 0 ? text : plain.replaceAll("(?iu)" + WRITTEN_DOT, ".");
  }
}
