package io.liftwerk.text.identifiers;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;

/** Addresses of Bitcoin: Base58Check, and Bech32 with its younger form (BIP 173, BIP 350). */
final class Wallets {
  private static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  private static final String BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  private static final int[] GENERATOR = {
    0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3
  };
  private static final int BECH32M = 0x2bc830a3;

  private Wallets() {}

  static boolean isWallet(String word) {
    if (word.regionMatches(true, 0, "bc1", 0, 3)) {
      return word.length() >= 14 && word.length() <= 74 && bech32(word);
    }
    boolean first = word.charAt(0) == '1' || word.charAt(0) == '3';
    return first && word.length() >= 26 && word.length() <= 35 && base58(word);
  }

  private static boolean base58(String word) {
    BigInteger number = BigInteger.ZERO;
    for (int i = 0; i < word.length(); i++) {
      int digit = BASE58.indexOf(word.charAt(i));
      if (digit < 0) {
        return false;
      }
      number = number.multiply(BigInteger.valueOf(58)).add(BigInteger.valueOf(digit));
    }
    byte[] raw = number.toByteArray();
    int skip = raw.length > 1 && raw[0] == 0 ? 1 : 0;
    if (raw.length - skip > 25) {
      return false;
    }
    byte[] bytes = new byte[25];
    System.arraycopy(raw, skip, bytes, 25 - raw.length + skip, raw.length - skip);
    byte[] sum = sha256(sha256(Arrays.copyOf(bytes, 21)));
    return Arrays.equals(Arrays.copyOf(sum, 4), Arrays.copyOfRange(bytes, 21, 25));
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean bech32(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (!lower.equals(word) && !word.toUpperCase(Locale.ROOT).equals(word)) {
      return false;
    }
    // "bc" spread over its bits: high halves, zero, low halves
    int sum = 1;
    for (int value : new int[] {3, 3, 0, 2, 3}) {
      sum = step(sum, value);
    }
    for (int i = 3; i < lower.length(); i++) {
      int value = BECH32.indexOf(lower.charAt(i));
      if (value < 0) {
        return false;
      }
      sum = step(sum, value);
    }
    return sum == 1 || sum == BECH32M;
  }

  private static int step(int sum, int value) {
    int top = sum >>> 25;
    int next = (sum & 0x1ffffff) << 5 ^ value;
    for (int i = 0; i < GENERATOR.length; i++) {
      next ^= (top >>> i & 1) == 1 ? GENERATOR[i] : 0;
    }
    return next;
  }
}
