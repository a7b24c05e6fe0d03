package io.liftwerk.text.secrets;

import io.liftwerk.text.Secret;
import io.liftwerk.text.SecretKind;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tokens that are known by their beginning and form, as the services publish them. */
public final class KnownTokens {
  /**
   * A form.
   *
   * @param start how it begins; looked for first, since a pattern at every word would be slow
   */
  private record Form(SecretKind kind, String start, Pattern pattern, double confidence) {
    static Form of(SecretKind kind, String start, String rest, double confidence) {
      Pattern pattern = Pattern.compile(Pattern.quote(start) + rest + "(?![A-Za-z0-9])");
      return new Form(kind, start, pattern, confidence);
    }
  }

  private static final String WORD = "[A-Za-z0-9]";
  private static final String URL = "[A-Za-z0-9_-]";

  private static final List<Form> FORMS =
      List.of(
          Form.of(SecretKind.AWS_KEY, "AKIA", "[A-Z0-9]{16}", 0.95),
          Form.of(SecretKind.AWS_KEY, "ASIA", "[A-Z0-9]{16}", 0.95),
          Form.of(SecretKind.GITHUB_TOKEN, "gh", "[pousr]_" + WORD + "{36,255}", 0.98),
          Form.of(SecretKind.GITHUB_TOKEN, "github_pat_", "[A-Za-z0-9_]{22,255}", 0.98),
          Form.of(
              SecretKind.GITLAB_TOKEN, "gl", "(?:pat|ptt|dt|rt|ft|soat)-" + URL + "{20,}", 0.98),
          Form.of(SecretKind.SLACK_TOKEN, "xox", "[abeprs]-[A-Za-z0-9-]{10,}", 0.95),
          Form.of(SecretKind.SLACK_TOKEN, "xapp-", "\\d-[A-Za-z0-9-]{10,}", 0.95),
          Form.of(
              SecretKind.SLACK_TOKEN,
              "https://hooks.slack.com/services/",
              "T" + WORD + "+/B" + WORD + "+/" + WORD + "{16,}",
              0.95),
          Form.of(SecretKind.STRIPE_KEY, "sk_", "(?:live|test)_" + WORD + "{16,}", 0.98),
          Form.of(SecretKind.STRIPE_KEY, "rk_", "(?:live|test)_" + WORD + "{16,}", 0.98),
          Form.of(SecretKind.STRIPE_KEY, "whsec_", "[A-Za-z0-9+/=]{24,}", 0.95),
          Form.of(SecretKind.GOOGLE_KEY, "AIza", URL + "{35}", 0.95),
          Form.of(SecretKind.GOOGLE_KEY, "GOCSPX-", URL + "{28}", 0.95),
          Form.of(SecretKind.GOOGLE_KEY, "ya29.", URL + "{20,}", 0.95),
          Form.of(SecretKind.TWILIO_KEY, "SK", "[0-9a-f]{32}", 0.9),
          Form.of(SecretKind.SENDGRID_KEY, "SG.", URL + "{16,}\\." + URL + "{32,}", 0.98),
          Form.of(SecretKind.MODEL_KEY, "sk-", URL + "{20,}", 0.9),
          Form.of(SecretKind.SERVICE_TOKEN, "hf_", WORD + "{30,}", 0.9),
          Form.of(SecretKind.SERVICE_TOKEN, "npm_", WORD + "{36}", 0.95),
          Form.of(SecretKind.SERVICE_TOKEN, "pypi-", "AgE" + URL + "{50,}", 0.95),
          Form.of(SecretKind.SERVICE_TOKEN, "shp", "(?:at|ca|pa|ss)_[a-fA-F0-9]{32}", 0.95),
          Form.of(SecretKind.SERVICE_TOKEN, "dop_v1_", "[a-f0-9]{64}", 0.95),
          Form.of(
              SecretKind.JWT, "eyJ", URL + "{8,}\\.eyJ" + URL + "{8,}\\." + URL + "{16,}", 0.95));

  private static final Pattern PRIVATE_KEY =
      Pattern.compile("-----BEGIN (?:[A-Z0-9]+ ){0,4}PRIVATE KEY(?: BLOCK)?-----");
  private static final int LONGEST_KEY = 20_000;

  private static final Form[][] BY_LETTER = new Form[128][];

  static {
    for (int c = 0; c < BY_LETTER.length; c++) {
      int letter = c;
      BY_LETTER[c] =
          FORMS.stream().filter(form -> form.start().charAt(0) == letter).toArray(Form[]::new);
    }
  }

  private KnownTokens() {}

  /** Gives what stands in {@code text} to {@code found}. */
  public static void find(String text, Consumer<Secret> found) {
    boolean inside = false;
    int done = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean part = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (part && !inside && i >= done && BY_LETTER[c].length > 0) {
        done = at(text, i, BY_LETTER[c], found);
      } else if (c == '-' && i >= done && text.startsWith("-----BEGIN ", i)) {
        done = privateKey(text, i, found);
      }
      inside = part || c == '_';
    }
  }

  private static int at(String text, int start, Form[] forms, Consumer<Secret> found) {
    for (Form form : forms) {
      if (text.startsWith(form.start(), start)) {
        Matcher matcher = matcher(form.pattern(), text, start);
        if (matcher.lookingAt() && isReal(form, matcher.group())) {
          found.accept(new Secret(form.kind(), start, matcher.end(), form.confidence()));
          return matcher.end();
        }
      }
    }
    return 0;
  }

  private static int privateKey(String text, int start, Consumer<Secret> found) {
    Matcher matcher = matcher(PRIVATE_KEY, text, start);
    if (!matcher.lookingAt()) {
      return 0;
    }
    int end = keyEnd(text, matcher.end());
    found.accept(new Secret(SecretKind.PRIVATE_KEY, start, end, 1));
    return end;
  }

  /** Past the line that ends the block; of a torn one, past what can be part of it. */
  private static int keyEnd(String text, int from) {
    int last = text.indexOf("-----END ", from);
    int close = last < 0 ? -1 : text.indexOf("-----", last + 9);
    if (close > 0 && close - from < LONGEST_KEY && close - last < 64) {
      return close + 5;
    }
    int end = from;
    while (end < text.length() && end - from < LONGEST_KEY && isKeyPart(text.charAt(end))) {
      end++;
    }
    return text.substring(0, end).stripTrailing().length();
  }

  private static boolean isKeyPart(char c) {
    return (c < 128 && Character.isLetterOrDigit(c)) || "+/=\r\n\\:, -".indexOf(c) >= 0;
  }

  private static Matcher matcher(Pattern pattern, String text, int start) {
    return pattern.matcher(text).region(start, text.length()).useTransparentBounds(true);
  }

  private static boolean isReal(Form form, String token) {
    return switch (form.kind()) {
      // a page may be called sk-…: words with hyphens between
      case MODEL_KEY -> Randomness.isDrawn(token.substring(3)) && hasLongPart(token);
      case JWT -> hasAlgorithm(token);
      default -> true;
    };
  }

  private static boolean hasLongPart(String token) {
    for (String part : token.split("-")) {
      if (part.length() >= 16) {
        return true;
      }
    }
    return false;
  }

  /** Whether the first part is a header (RFC 7519, 5). */
  private static boolean hasAlgorithm(String token) {
    try {
      byte[] header = Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.')));
      return new String(header, StandardCharsets.UTF_8).contains("\"alg\"");
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
