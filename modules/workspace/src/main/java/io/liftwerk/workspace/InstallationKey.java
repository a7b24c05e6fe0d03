package io.liftwerk.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** The Ed25519 key (RFC 8032) with which this installation signs heads of audit trails. */
final class InstallationKey {
  private static final String ALGORITHM = "Ed25519";

  private record Stored(int format, String publicKey, String privateKey) {}

  private final PublicKey publicKey;
  private final PrivateKey privateKey;

  private InstallationKey(PublicKey publicKey, PrivateKey privateKey) {
    this.publicKey = publicKey;
    this.privateKey = privateKey;
  }

  static InstallationKey make() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      return new InstallationKey(pair.getPublic(), pair.getPrivate());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has Ed25519", e);
    }
  }

  /**
   * @throws WorkbenchException code {@code home-key} when the file is damaged: a new key is never
   *     made in silence, because trails signed by the old one would look foreign
   */
  static InstallationKey read(Path file) throws IOException {
    String text = Files.readString(file);
    try {
      Stored stored = Json.read(text, Stored.class);
      KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
      return new InstallationKey(
          factory.generatePublic(new X509EncodedKeySpec(decode(stored.publicKey()))),
          factory.generatePrivate(new PKCS8EncodedKeySpec(decode(stored.privateKey()))));
    } catch (GeneralSecurityException | RuntimeException e) {
      throw new WorkbenchException(
          "home-key",
          "The installation key " + file + " is damaged.",
          "Restore it from a copy, or move it away to have a new one made.",
          e);
    }
  }

  String toJson() {
    return Json.write(
            new Stored(1, encode(publicKey.getEncoded()), encode(privateKey.getEncoded())))
        + "\n";
  }

  /** Fingerprint: the first 32 hex digits of the SHA-256 of the encoded public key. */
  String id() {
    return fingerprint(publicKey.getEncoded());
  }

  String publicKey() {
    return encode(publicKey.getEncoded());
  }

  String sign(String text) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(privateKey);
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      return encode(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key that was read can sign", e);
    }
  }

  /** Whether {@code signature} over {@code text} was made by the key {@code publicKey}. */
  static boolean verifies(String publicKey, String text, String signature) {
    try {
      PublicKey key =
          KeyFactory.getInstance(ALGORITHM)
              .generatePublic(new X509EncodedKeySpec(decode(publicKey)));
      Signature check = Signature.getInstance(ALGORITHM);
      check.initVerify(key);
      check.update(text.getBytes(StandardCharsets.UTF_8));
      return check.verify(decode(signature));
    } catch (GeneralSecurityException | RuntimeException e) {
      return false;
    }
  }

  static String fingerprintOf(String publicKey) {
    try {
      return fingerprint(decode(publicKey));
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static String fingerprint(byte[] encoded) {
    return Hashes.hex(Hashes.digest().digest(encoded)).substring(0, 32);
  }

  private static String encode(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] decode(String text) {
    return Base64.getDecoder().decode(text);
  }
}
