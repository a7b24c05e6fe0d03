package io.liftwerk.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The signed end of the trail, in {@code audit.head.json}: an Ed25519 signature over the canonical
 * JSON of {@code hash}, {@code keyId}, {@code seq} and {@code workspace}.
 *
 * @param workspace id of the workspace, so that a head of another one does not pass
 * @param seq of the last sealed entry
 * @param hash of the last sealed entry
 * @param keyId fingerprint of the key that signed
 * @param publicKey X.509, base64
 * @param signature base64
 */
record AuditHead(
    String workspace, long seq, String hash, String keyId, String publicKey, String signature) {

  static final String FILE = "audit.head.json";

  static AuditHead sign(String workspace, long seq, String hash, InstallationKey key) {
    return new AuditHead(
        workspace,
        seq,
        hash,
        key.id(),
        key.publicKey(),
        key.sign(signed(workspace, seq, hash, key.id())));
  }

  /** What stands in the folder; empty when there is none or it cannot be read. */
  static Optional<AuditHead> read(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Json.read(Files.readString(file), AuditHead.class))
          .filter(head -> head.hash != null && head.publicKey != null && head.signature != null);
    } catch (WorkbenchException | java.nio.charset.CharacterCodingException e) {
      return Optional.empty();
    }
  }

  void write(Path folder) throws IOException {
    Durable.replace(folder.resolve(FILE), Json.write(this) + "\n");
  }

  /** Whether its own key signed it, for this workspace. */
  boolean isGenuine(String expectedWorkspace) {
    return expectedWorkspace.equals(workspace)
        && InstallationKey.fingerprintOf(publicKey).equals(keyId)
        && InstallationKey.verifies(publicKey, signed(workspace, seq, hash, keyId), signature);
  }

  private static String signed(String workspace, long seq, String hash, String keyId) {
    return Json.canonical(Map.of("workspace", workspace, "seq", seq, "hash", hash, "keyId", keyId));
  }
}
