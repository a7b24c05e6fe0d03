package io.liftwerk.guardrails.plain;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a text says to a program that undoes an encoding: Base64, hexadecimal, percent signs, HTML's
 * and JSON's escapes, ROT13, letters written as digits, spaced letters, words written backwards.
 * Each gives views of its own; a text without any gives none.
 */
public final class Decoders {

  /**
   * A decoded stretch.
   *
   * @param how the encoding, a word for a person
   */
  public record Decoded(String how, View view) {}

  /** The longest payload that is decoded; nobody hides an order in more. */
  private static final int LONGEST = 20_000;

  private static final int DEPTH = 3;

  /** Characters of the shortest payload in Base64 or hexadecimal digits. */
  private static final int LEAST_RUN = 16;

  private static final Pattern BASE64 =
      Pattern.compile(
          "[A-Za-z0-9+/_-]{16,20000}+={0,2}(?:\\r?\\n[A-Za-z0-9+/_-]{16,200}+={0,2}){0,99}");
  private static final Pattern HEX =
      Pattern.compile(
          "(?<![0-9A-Za-z])(?:(?:0x|\\\\x)?[0-9A-Fa-f]{2}[ ,:]?){8,5000}+(?![0-9A-Za-z])");
  private static final Pattern PERCENT =
      Pattern.compile("(?:[\\w.~+,!'()*/-]{0,40}%[0-9A-Fa-f]{2}){3,500}[\\w.~+,!'()*/-]{0,200}");
  private static final Pattern ESCAPE =
      Pattern.compile("\\\\u([0-9A-Fa-f]{4})|\\\\u\\{([0-9A-Fa-f]{1,6})}|\\\\x([0-9A-Fa-f]{2})");
  private static final Pattern SPACED =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])[\\p{L}\\p{N}](?:["
              + " .,_*·|~/-]{1,3}[\\p{L}\\p{N}]){5,400}(?![\\p{L}\\p{N}])");

  private Decoders() {}

  /** All that stands encoded in {@code text}. */
  public static List<Decoded> of(String text) {
    var found = new ArrayList<Decoded>();
    Look look = Look.at(text);
    if (look.longRun) {
      payloads(text, BASE64, "Base64", 0, text.length(), DEPTH, found);
    }
    if (look.digits >= 8) {
      payloads(text, HEX, "hexadecimal digits", 0, text.length(), DEPTH, found);
    }
    if (look.percent >= 3) {
      payloads(text, PERCENT, "percent signs", 0, text.length(), DEPTH, found);
    }
    if (look.ampersand) {
      View view = Entities.decoded(text, 0, text.length());
      found.add(new Decoded("HTML entities", view));
    }
    if (look.backslash) {
      escapes(text, found);
    }
    if (look.mixed) {
      found.add(new Decoded("digits for letters", leet(text, 'i')));
      found.add(new Decoded("digits for letters", leet(text, 'l')));
    }
    if (look.lone >= 6) {
      spaced(text, found);
    }
    return found;
  }

  /** What is made of the whole text; only worth a look where its letters are no language's. */
  public static List<Decoded> turned(String text) {
    View plain = Folding.of(text);
    return List.of(
        new Decoded("ROT13", rot13(plain)),
        new Decoded("words written backwards", backwards(plain)));
  }

  /** What characters there are: one walk, so that an ordinary text costs no more. */
  private static final class Look {
    private boolean longRun;
    private boolean ampersand;
    private boolean backslash;
    private boolean mixed;
    private int digits;
    private int percent;
    private int lone;

    static Look at(String text) {
      var look = new Look();
      int run = 0;
      boolean letters = false;
      boolean others = false;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        boolean letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
        boolean digit = c >= '0' && c <= '9';
        if (letter || digit || c == '+' || c == '/' || c == '_' || c == '-' || c == '@'
            || c == '$') {
          run++;
          letters |= letter;
          others |= digit || c == '@' || c == '$';
          look.longRun |= run >= 16;
          look.digits += digit ? 1 : 0;
          continue;
        }
        look.mixed |= letters && others && run >= 3;
        look.lone += run == 1 ? 1 : 0;
        run = c >= 0x80 ? 2 : 0;
        letters = false;
        others = false;
        look.percent += c == '%' ? 1 : 0;
        look.ampersand |= c == '&' && i + 1 < text.length() && text.charAt(i + 1) != ' ';
        look.backslash |= c == '\\';
      }
      look.mixed |= letters && others && run >= 3;
      look.lone += run == 1 ? 1 : 0;
      return look;
    }
  }

  private static void payloads(
      String text, Pattern form, String how, int from, int to, int depth, List<Decoded> found) {
    Matcher payload = form.matcher(text);
    int at = likely(text, form, 0);
    while (at >= 0 && payload.find(at)) {
      String decoded = decoded(payload.group(), form);
      if (decoded != null) {
        add(decoded, how, from + payload.start(), from + payload.end(), depth, found);
      }
      at = likely(text, form, payload.end());
    }
  }

  /**
   * Where from {@code from} on the next payload may begin at the earliest, or -1: in prose there is
   * hardly a place, which a walk tells sooner than a pattern.
   */
  private static int likely(String text, Pattern form, int from) {
    if (form == PERCENT) {
      int sign = text.indexOf('%', from);
      return sign < 0 ? -1 : from;
    }
    int start = from;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (form == BASE64 ? !isBase64(c) : !isHexPart(c)) {
        start = i + 1;
      } else if (i - start + 1 >= LEAST_RUN) {
        return start;
      }
    }
    return -1;
  }

  private static boolean isBase64(char c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'
        || c >= '0' && c <= '9'
        || c == '+'
        || c == '/'
        || c == '_'
        || c == '-';
  }

  private static boolean isHexPart(char c) {
    return c >= '0' && c <= '9'
        || (c | 0x20) >= 'a' && (c | 0x20) <= 'f'
        || c == ' '
        || c == ','
        || c == ':'
        || c == 'x'
        || c == '\\';
  }

  /** The decoded text stands, as a whole, for the payload's place; what is encoded in it too. */
  private static void add(
      String decoded, String how, int start, int end, int depth, List<Decoded> found) {
    found.add(new Decoded(how, standing(decoded, start, end)));
    if (depth > 1) {
      for (Decoded inner : inner(decoded, depth)) {
        found.add(new Decoded(inner.how(), standing(inner.view().text(), start, end)));
      }
    }
  }

  private static List<Decoded> inner(String text, int depth) {
    var found = new ArrayList<Decoded>();
    for (Pattern form : List.of(BASE64, HEX, PERCENT)) {
      payloads(text, form, "several encodings", 0, text.length(), depth - 1, found);
    }
    return found;
  }

  private static View standing(String text, int start, int end) {
    var view = new View.Builder(text.length());
    text.codePoints().forEach(c -> Folding.add(c, start, end, view));
    return view.view();
  }

  private static @Nullable String decoded(String payload, Pattern form) {
    if (payload.length() > LONGEST) {
      return null;
    }
    byte[] bytes = form == BASE64 ? base64(payload) : form == HEX ? hex(payload) : percent(payload);
    return bytes == null ? null : readable(bytes);
  }

  private static byte @Nullable [] base64(String payload) {
    String letters = payload.replaceAll("[=\\r\\n]", "").replace('-', '+').replace('_', '/');
    try {
      return Base64.getDecoder().decode(letters.substring(0, letters.length() - tail(letters)));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** A single letter past a whole group of four says nothing. */
  private static int tail(String letters) {
    return letters.length() % 4 == 1 ? 1 : 0;
  }

  private static byte @Nullable [] hex(String payload) {
    String digits = payload.replaceAll("0x|\\\\x|[ ,:]", "");
    if (digits.length() % 2 != 0) {
      return null;
    }
    return java.util.HexFormat.of().parseHex(digits);
  }

  private static byte[] percent(String payload) {
    var bytes = new java.io.ByteArrayOutputStream(payload.length());
    for (int i = 0; i < payload.length(); i++) {
      char c = payload.charAt(i);
      if (c == '%' && i + 2 < payload.length() + 0 && isHex(payload, i + 1)) {
        bytes.write(Integer.parseInt(payload.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        bytes.write(c == '+' ? ' ' : c < 0x80 ? c : '?');
      }
    }
    return bytes.toByteArray();
  }

  private static boolean isHex(String text, int at) {
    return Character.digit(text.charAt(at), 16) >= 0
        && at + 1 < text.length()
        && Character.digit(text.charAt(at + 1), 16) >= 0;
  }

  /** Bytes as text, where they are one: UTF-8 that is mostly letters and blanks. */
  private static @Nullable String readable(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      long words = text.chars().filter(c -> Character.isLetter(c) || c == ' ').count();
      return text.length() >= 6 && words >= text.length() * 0.7 ? text : null;
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static void escapes(String text, List<Decoded> found) {
    Matcher escape = ESCAPE.matcher(text);
    var view = new View.Builder(text.length());
    int done = 0;
    while (escape.find()) {
      Folding.fold(text, done, escape.start(), view);
      String digits =
          escape.group(1) != null
              ? escape.group(1)
              : escape.group(2) != null ? escape.group(2) : escape.group(3);
      Folding.add(Integer.parseInt(digits, 16), escape.start(), escape.end(), view);
      done = escape.end();
    }
    if (done > 0) {
      Folding.fold(text, done, text.length(), view);
      found.add(new Decoded("escapes", view.view()));
    }
  }

  private static View leet(String text, char one) {
    View plain = Folding.of(text);
    var view = new View.Builder(plain.text().length());
    for (int i = 0; i < plain.text().length(); i++) {
      view.add(letter(plain.text(), i, one), plain.start(i), plain.end(i + 1));
    }
    return view.view();
  }

  /** The letter that a digit stands for, next to letters. */
  private static char letter(String text, int at, char one) {
    char c = text.charAt(at);
    return switch (c) {
      case '0' -> 'o';
      case '1' -> one;
      case '!' -> at + 1 < text.length() && Character.isLetter(text.charAt(at + 1)) ? 'i' : c;
      case '3' -> 'e';
      case '4', '@' -> 'a';
      case '5', '$' -> 's';
      case '7' -> 't';
      case '8' -> 'b';
      case '9' -> 'g';
      default -> c;
    };
  }

  /** Single letters joined; a wider gap than the usual one parts words. */
  private static void spaced(String text, List<Decoded> found) {
    Matcher run = SPACED.matcher(text);
    while (run.find()) {
      var view = new View.Builder(run.end() - run.start());
      var joined = new View.Builder(run.end() - run.start());
      int before = run.start();
      for (int i = run.start(); i < run.end(); ) {
        int c = text.codePointAt(i);
        int next = i + Character.charCount(c);
        if (Character.isLetterOrDigit(c)) {
          if (i - before > 1) {
            view.gap(i);
          }
          Folding.add(c, i, next, view);
          Folding.add(c, i, next, joined);
          before = next;
        }
        i = next;
      }
      found.add(new Decoded("spaced letters", view.view()));
      found.add(new Decoded("spaced letters", joined.view()));
    }
  }

  private static View rot13(View plain) {
    var view = new View.Builder(plain.text().length());
    for (int i = 0; i < plain.text().length(); i++) {
      char c = plain.text().charAt(i);
      char turned = c >= 'a' && c <= 'z' ? (char) ('a' + (c - 'a' + 13) % 26) : c;
      view.add(turned, plain.start(i), plain.end(i + 1));
    }
    return view.view();
  }

  private static View backwards(View plain) {
    var view = new View.Builder(plain.text().length());
    for (int i = plain.text().length() - 1; i >= 0; i--) {
      view.add(plain.text().charAt(i), plain.start(i), plain.end(i + 1));
    }
    return view.view();
  }
}
