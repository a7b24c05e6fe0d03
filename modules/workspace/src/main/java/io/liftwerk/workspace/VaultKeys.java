package io.liftwerk.workspace;

/**
 * The two random keys of a vault.
 *
 * @param pseudonyms key of the pseudonyms, 256 bits
 * @param data key under which originals are sealed, 256 bits
 */
record VaultKeys(byte[] pseudonyms, byte[] data) {
  static VaultKeys make() {
    return new VaultKeys(Sealing.random(Sealing.KEY_BYTES), Sealing.random(Sealing.KEY_BYTES));
  }
}
