package io.liftwerk.workspace;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The pseudonyms of one workspace: two letters for the kind, an underscore, and 26 characters of
 * base32 (RFC 4648, lower case), which are the first 128 bits of HMAC-SHA256 (RFC 2104) over the
 * kind's name, a zero byte and the normal form. Whoever does not have the key can neither compute
 * one nor try values out. Safe for use by several threads.
 */
public final class Pseudonyms {
  /** How many characters each has. */
  public static final int LENGTH = 29;

  private static final String SHAPE = "(?:em|ph|nm|ad|ip|ib|id)_[a-z2-7]{26}";
  private static final Pattern WHOLE = Pattern.compile(SHAPE);
  private static final String ALGORITHM = "HmacSHA256";
  private static final byte[] LETTERS =
      "abcdefghijklmnopqrstuvwxyz234567".getBytes(StandardCharsets.US_ASCII);

  private final byte[] key;
  private final ThreadLocal<Mac> macs;

  Pseudonyms(byte[] key) {
    this.key = key.clone();
    this.macs = ThreadLocal.withInitial(() -> mac(this.key));
  }

  /** An expression, for DuckDB too, that finds pseudonyms in text. */
  public static String expression() {
    return SHAPE;
  }

  /** Whether {@code text} is a pseudonym and nothing else. */
  public static boolean is(@Nullable String text) {
    return text != null && text.length() == LENGTH && WHOLE.matcher(text).matches();
  }

  /**
   * The pseudonym of an identifier.
   *
   * @param normal its normal form: the same for every way of writing it
   */
  public String of(Identifier kind, String normal) {
    Mac mac = macs.get();
    mac.update(kind.name().getBytes(StandardCharsets.US_ASCII));
    mac.update((byte) 0);
    return text(kind, mac.doFinal(normal.getBytes(StandardCharsets.UTF_8)));
  }

  private static String text(Identifier kind, byte[] hash) {
    byte[] text = new byte[LENGTH];
    text[0] = (byte) kind.prefix().charAt(0);
    text[1] = (byte) kind.prefix().charAt(1);
    text[2] = '_';
    int at = 3;
    int bits = 0;
    int held = 0;
    for (int i = 0; i < 16; i++) {
      held = held << 8 | hash[i] & 0xFF;
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        text[at++] = LETTERS[held >> bits & 31];
      }
      held &= (1 << bits) - 1;
    }
    text[at] = LETTERS[held << 5 - bits & 31];
    return new String(text, StandardCharsets.US_ASCII);
  }

  static byte[] hmac(byte[] key, byte[] message) {
    return mac(key).doFinal(message);
  }

  private static Mac mac(byte[] key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac;
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java runtime has HmacSHA256", e);
    }
  }
}
