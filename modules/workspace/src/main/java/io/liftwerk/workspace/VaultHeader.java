package io.liftwerk.workspace;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * How a vault is locked: its two keys, sealed under a key that is either derived from a passphrase
 * or kept outside the workspace. Of that master secret two halves are made, one that seals and one
 * that is only compared, so that a wrong passphrase is told apart from a damaged file.
 *
 * @param format of this record
 * @param lock what opens it
 * @param rounds of PBKDF2-HMAC-SHA256 (RFC 8018); 0 without a passphrase
 * @param salt 16 bytes, base64
 * @param check hash of the half that is compared, base64
 * @param pseudonyms sealed key of pseudonyms, base64
 * @param data sealed key of originals, base64
 * @param changedAt when it was locked so
 * @param checksum SHA-256 over all that
 */
record VaultHeader(
    int format,
    Lock lock,
    int rounds,
    String salt,
    String check,
    String pseudonyms,
    String data,
    Instant changedAt,
    String checksum) {

  /** What opens a vault. */
  enum Lock {
    /** A key kept for this user on this computer. */
    HERE,
    /** A passphrase that only the user knows. */
    PASSPHRASE
  }

  /** OWASP's recommendation for PBKDF2-HMAC-SHA256 since 2023. */
  static final int ROUNDS = 600_000;

  private static final int FORMAT = 1;
  private static final int SALT_BYTES = 16;

  /** A key kept here, or derived from a passphrase. */
  record Master(Lock lock, int rounds, byte[] salt, byte[] secret) {

    static Master kept(byte[] secret) {
      return new Master(Lock.HERE, 0, new byte[0], secret);
    }

    static Master of(char[] passphrase) {
      byte[] salt = Sealing.random(SALT_BYTES);
      return new Master(Lock.PASSPHRASE, ROUNDS, salt, derived(passphrase, salt, ROUNDS));
    }

    private byte[] half(String use) {
      return Pseudonyms.hmac(secret, ("liftwerk vault " + use).getBytes(StandardCharsets.UTF_8));
    }

    private byte[] sealing() {
      return half("key");
    }

    private byte[] check() {
      return Hashes.digest().digest(half("check"));
    }
  }

  static VaultHeader of(Master master, VaultKeys keys, String workspace) {
    byte[] sealing = master.sealing();
    var open =
        new VaultHeader(
            FORMAT,
            master.lock(),
            master.rounds(),
            encode(master.salt()),
            encode(master.check()),
            encode(Sealing.seal(sealing, keys.pseudonyms(), belongsTo(workspace, "pseudonyms"))),
            encode(Sealing.seal(sealing, keys.data(), belongsTo(workspace, "data"))),
            Instant.now(),
            "");
    return open.withChecksum(open.sum());
  }

  /** The master secret that {@code passphrase} gives with the salt and the rounds noted here. */
  Master master(char[] passphrase) {
    byte[] salted = decode(salt);
    return new Master(Lock.PASSPHRASE, rounds, salted, derived(passphrase, salted, rounds));
  }

  /** Whether the record is as it was written. */
  boolean isWhole() {
    return format == FORMAT && checksum.equals(sum());
  }

  /** Whether {@code master} is what the keys were sealed under. */
  boolean fits(Master master) {
    return MessageDigest.isEqual(decode(check), master.check());
  }

  /**
   * The keys, opened by a master secret that {@linkplain #fits fits}.
   *
   * @throws Sealing.BrokenException when they are not what was sealed
   */
  VaultKeys keys(Master master, String workspace) throws Sealing.BrokenException {
    byte[] sealing = master.sealing();
    return new VaultKeys(
        Sealing.open(sealing, decode(pseudonyms), belongsTo(workspace, "pseudonyms")),
        Sealing.open(sealing, decode(data), belongsTo(workspace, "data")));
  }

  private VaultHeader withChecksum(String sum) {
    return new VaultHeader(format, lock, rounds, salt, check, pseudonyms, data, changedAt, sum);
  }

  private String sum() {
    return Hashes.sha256(Json.canonical(withChecksum("")));
  }

  private static byte[] derived(char[] passphrase, byte[] salt, int rounds) {
    // the same passphrase typed on another keyboard must give the same key
    char[] normal =
        Normalizer.normalize(java.nio.CharBuffer.wrap(passphrase), Normalizer.Form.NFC)
            .toCharArray();
    var spec = new PBEKeySpec(normal, salt, rounds, Sealing.KEY_BYTES * 8);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has PBKDF2WithHmacSHA256", e);
    } finally {
      spec.clearPassword();
      Arrays.fill(normal, '\0');
    }
  }

  private static byte[] belongsTo(String workspace, String key) {
    return ("liftwerk vault " + workspace + " " + key).getBytes(StandardCharsets.UTF_8);
  }

  private static String encode(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] decode(String text) {
    return Base64.getDecoder().decode(text);
  }
}
