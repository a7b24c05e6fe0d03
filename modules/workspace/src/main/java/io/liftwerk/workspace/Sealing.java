package io.liftwerk.workspace;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM (NIST SP 800-38D): what is sealed is a random nonce of 12 bytes, the ciphertext, and
 * a tag of 16. What it belongs to is authenticated with it.
 */
final class Sealing {
  static final int KEY_BYTES = 32;

  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final ThreadLocal<Cipher> CIPHERS = ThreadLocal.withInitial(Sealing::cipher);
  private static final ThreadLocal<Nonces> NONCES = ThreadLocal.withInitial(Nonces::new);

  /** What is sealed was made with another key, belongs to something else, or was changed. */
  static final class BrokenException extends Exception {
    private static final long serialVersionUID = 1;

    BrokenException(Throwable cause) {
      super("the seal is broken", cause);
    }
  }

  /** Random bytes for many nonces at a time: a draw costs as much as sealing a name does. */
  private static final class Nonces {
    private final byte[] drawn = new byte[256 * NONCE];
    private int used = drawn.length;

    byte[] next() {
      if (used == drawn.length) {
        RANDOM.nextBytes(drawn);
        used = 0;
      }
      used += NONCE;
      return Arrays.copyOfRange(drawn, used - NONCE, used);
    }
  }

  private Sealing() {}

  static byte[] random(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return random;
  }

  static byte[] seal(byte[] key, byte[] plain, byte[] belongsTo) {
    byte[] nonce = NONCES.get().next();
    try {
      Cipher cipher = CIPHERS.get();
      cipher.init(
          Cipher.ENCRYPT_MODE,
          new SecretKeySpec(key, "AES"),
          new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(belongsTo);
      byte[] sealed = Arrays.copyOf(nonce, NONCE + plain.length + TAG_BITS / 8);
      cipher.doFinal(plain, 0, plain.length, sealed, NONCE);
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has AES-256-GCM", e);
    }
  }

  static byte[] open(byte[] key, byte[] sealed, byte[] belongsTo) throws BrokenException {
    try {
      Cipher cipher = CIPHERS.get();
      cipher.init(
          Cipher.DECRYPT_MODE,
          new SecretKeySpec(key, "AES"),
          new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE));
      cipher.updateAAD(belongsTo);
      return cipher.doFinal(sealed, NONCE, sealed.length - NONCE);
    } catch (AEADBadTagException | IllegalArgumentException e) {
      throw new BrokenException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has AES-256-GCM", e);
    }
  }

  private static Cipher cipher() {
    try {
      return Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has AES-256-GCM", e);
    }
  }
}
