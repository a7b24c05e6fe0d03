package io.liftwerk.warehouse.activation;

/**
 * A value as a platform takes it.
 *
 * @param plain as the platform wants it written before hashing: personal data in clear, never to be
 *     written anywhere
 * @param upload what is handed over: the hash, or {@code plain} where the platform hashes nothing
 * @param hashed whether {@code upload} is a hash
 */
public record MatchKey(String plain, String upload, boolean hashed) {

  /** Without personal data, whoever prints it. */
  @Override
  public String toString() {
    return "MatchKey[" + (hashed ? upload : "-") + "]";
  }
}
