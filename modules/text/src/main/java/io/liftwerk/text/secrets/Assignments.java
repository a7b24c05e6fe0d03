package io.liftwerk.text.secrets;

import io.liftwerk.text.Secret;
import io.liftwerk.text.SecretKind;
import io.liftwerk.text.lookup.Fold;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values that are called a password or a secret: {@code password = …}, {@code api_key: "…"}. */
public final class Assignments {
  private static final int LONGEST_NAME = 48;
  private static final int LONGEST_VALUE = 512;

  /** Folded, without hyphens, underlines and blanks. */
  private static final String[] PASSWORDS = {
    "password", "passwd", "passwort", "kennwort", "passphrase", "pwd"
  };

  private static final String[] SECRETS = {
    "secret",
    "token",
    "apikey",
    "accesskey",
    "privatekey",
    "signingkey",
    "encryptionkey",
    "authkey",
    "credential",
    "apischlussel",
    "zugangsschlussel",
    "geheimnis",
    "authorization",
    "accountkey",
    "sharedkey"
  };

  /** What a name ends in that is about a secret but none. */
  private static final String[] ABOUT = {
    "id", "hash", "count", "type", "name", "url", "uri", "length", "limit", "file", "path",
    "policy", "expiry", "expires", "hint", "field", "label", "reset", "sha256", "digest", "tokens",
    "regel", "lange", "hinweis"
  };

  private static final Set<String> PLACEHOLDERS =
      Set.of(
          "true",
          "false",
          "null",
          "none",
          "undefined",
          "string",
          "required",
          "optional",
          "password",
          "passwort",
          "kennwort",
          "pass",
          "secret",
          "token",
          "changeme",
          "example",
          "xxxx",
          "yes",
          "no",
          "your_password",
          "yourpassword",
          "value",
          "text",
          "erforderlich",
          "pflichtfeld");

  private static final Pattern SAID =
      Pattern.compile(
          "(?i)(?:password|passwort|kennwort|passcode|passphrase)(?: (?!is\\b|ist\\b)\\p{L}+){0,3}"
              + " ?(?: is| ist| lautet| was| war):? [\"'„“‚]?([^\\s\"'“”‘]{6,64})");
  private static final Pattern IN_URL =
      Pattern.compile("://[^\\s/:@\"'<>]{1,64}:([^\\s/@\"'<>]{3,128})@[\\w.-]");

  private Assignments() {}

  /** Gives what stands in {@code text} to {@code found}. */
  public static void find(String text, Consumer<Secret> found) {
    for (int i = 1; i < text.length() - 3; i++) {
      char c = text.charAt(i);
      if (c == '=' || c == ':') {
        if (c == ':' && text.startsWith("://", i)) {
          inUrl(text, i, found);
        } else {
          assigned(text, i, found);
        }
      } else if (c == 's' || c == 'S' || c == 'w' || c == 'W') {
        said(text, i, found);
      }
    }
  }

  private static void inUrl(String text, int at, Consumer<Secret> found) {
    Matcher matcher = IN_URL.matcher(text).region(at, Math.min(text.length(), at + 256));
    if (matcher.lookingAt() && isPassword(matcher.group(1), false)) {
      found.accept(new Secret(SecretKind.URL_PASSWORD, matcher.start(1), matcher.end(1), 0.95));
    }
  }

  /** At the "ss" or "w" of Password, Passwort, Kennwort: the sentence that tells it. */
  private static void said(String text, int i, Consumer<Secret> found) {
    boolean pass = i >= 2 && text.regionMatches(true, i - 2, "passw", 0, 5);
    boolean kenn = i >= 4 && text.regionMatches(true, i - 4, "kennwort", 0, 8);
    if (!pass && !kenn) {
      return;
    }
    int from = pass ? i - 2 : i - 4;
    Matcher matcher = SAID.matcher(text).region(from, Math.min(text.length(), from + 140));
    if (matcher.lookingAt()) {
      String value = withoutEnd(matcher.group(1));
      if (isPassword(value, true)) {
        int start = matcher.start(1);
        found.accept(new Secret(SecretKind.PASSWORD, start, start + value.length(), 0.75));
      }
    }
  }

  private static void assigned(String text, int at, Consumer<Secret> found) {
    String name = name(text, at);
    if (name.length() < 3) {
      return;
    }
    boolean password = contains(name, PASSWORDS);
    if ((!password && !contains(name, SECRETS)) || endsIn(name, ABOUT)) {
      return;
    }
    int start = valueStart(text, at + 1);
    int end = valueEnd(text, start);
    if (end <= start) {
      return;
    }
    String value = withoutEnd(text.substring(start, end));
    boolean quoted = start > 0 && "\"'`".indexOf(text.charAt(start - 1)) >= 0;
    boolean prose = text.charAt(at) == ':' && !quoted;
    if (password && isPassword(value, prose)) {
      found.accept(new Secret(SecretKind.PASSWORD, start, start + value.length(), 0.85));
    } else if (!password && Randomness.isDrawn(value) && !isReference(value)) {
      found.accept(new Secret(SecretKind.ASSIGNED_SECRET, start, start + value.length(), 0.8));
    }
  }

  /** The last two words before {@code at}, folded and joined. */
  private static String name(String text, int at) {
    int end = at;
    while (end > 0 && " \"'`:=\t".indexOf(text.charAt(end - 1)) >= 0 && at - end < 4) {
      end--;
    }
    StringBuilder name = new StringBuilder();
    int blanks = 0;
    for (int i = end - 1; i >= 0 && end - i <= LONGEST_NAME; i--) {
      char c = text.charAt(i);
      if (c == ' ' && ++blanks > 1) {
        break;
      }
      boolean joins = c == '_' || c == '-' || c == '.' || c == ' ';
      if (!joins && !Character.isLetterOrDigit(c)) {
        break;
      }
      if (!joins) {
        name.append(Fold.of(c));
      }
    }
    return name.reverse().toString();
  }

  private static boolean contains(String name, String[] words) {
    for (String word : words) {
      if (name.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsIn(String name, String[] words) {
    for (String word : words) {
      if (name.endsWith(word)) {
        return true;
      }
    }
    return false;
  }

  private static int valueStart(String text, int from) {
    int start = from;
    while (start < text.length()
        && start < from + 6
        && " \t=>:\"'`".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    for (String scheme : new String[] {"Bearer ", "Basic ", "bearer "}) {
      start += text.startsWith(scheme, start) ? scheme.length() : 0;
    }
    return start;
  }

  private static int valueEnd(String text, int start) {
    int end = start;
    while (end < text.length()
        && end - start < LONGEST_VALUE
        && text.charAt(end) > ' '
        && "\"'`,;&<>|\u00A0“”".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private static String withoutEnd(String value) {
    int end = value.length();
    while (end > 0 && ".,;)]}".indexOf(value.charAt(end - 1)) >= 0) {
      end--;
    }
    return value.substring(0, end);
  }

  /**
   * @param prose whether a sentence may go on behind it, so that a word alone is none
   */
  private static boolean isPassword(String value, boolean prose) {
    if (value.length() < 4 || isReference(value) || PLACEHOLDERS.contains(Fold.of(value))) {
      return false;
    }
    boolean stars =
        value.chars().allMatch(c -> c == '*' || c == 'x' || c == 'X' || c == '•' || c == '.');
    boolean letters = value.chars().allMatch(Character::isLetter);
    boolean digits = value.chars().anyMatch(Character::isDigit);
    boolean signs = value.chars().anyMatch(c -> "!@#$%^&*+?~".indexOf(c) >= 0);
    return !stars && (prose ? !letters && (digits || signs) && value.length() >= 5 : true);
  }

  /** {@code ${VAR}}, {@code <password>}, {@code process.env.KEY}, {@code get_secret(}. */
  private static boolean isReference(String value) {
    return value.startsWith("$")
        || value.startsWith("{")
        || value.startsWith("<")
        || value.startsWith("[")
        || value.startsWith("%")
        || value.startsWith("http")
        || value.indexOf('(') >= 0
        || value.startsWith("process.env")
        || value.startsWith("os.environ");
  }
}
