package io.liftwerk.workspace;

import java.util.List;

/**
 * What a check of the audit trail found.
 *
 * @param ok whether nothing contradicts the trail; notes do not make it false
 * @param entries lines in the trail
 * @param sealed how many of them the signed head covers
 * @param keyId fingerprint of the key that signed the head; empty without a valid head
 * @param ownKey whether that is this installation's key
 * @param compared whether this installation remembered an earlier head to compare with
 * @param findings what was found, in the order of the trail
 * @param limits what such a check cannot detect, one sentence each
 */
public record AuditVerification(
    boolean ok,
    long entries,
    long sealed,
    String keyId,
    boolean ownKey,
    boolean compared,
    List<Finding> findings,
    List<String> limits) {

  /**
   * Something found.
   *
   * @param code {@code changed-entry}, {@code missing-entry}, {@code cut-tail}, {@code
   *     head-missing}, {@code head-invalid}, {@code head-mismatch}, {@code noticed-earlier}; or, as
   *     a note, {@code foreign-key}, {@code unsealed-entry}, {@code half-written-line}, {@code
   *     sealed-later}
   * @param tampering whether it contradicts the trail; otherwise it is a note
   * @param line line in {@code audit.jsonl}, counted from 1; 0 when it is about none
   * @param sentence for people
   */
  public record Finding(String code, boolean tampering, long line, String sentence) {}
}
