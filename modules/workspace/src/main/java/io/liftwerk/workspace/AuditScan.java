package io.liftwerk.workspace;

import io.liftwerk.workspace.AuditVerification.Finding;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a trail from its first line to its last, then holds it against the signed head and against
 * what this installation remembers.
 */
final class AuditScan {
  private final String workspace;
  private final Optional<AuditHead> head;
  private final Optional<Home.Remembered> remembered;
  private final String ownKey;

  private final List<Finding> findings = new ArrayList<>();
  private final Set<String> runs = new HashSet<>();
  private final Set<String> migrations = new HashSet<>();
  private long lines;
  private long lastSeq;
  private String lastHash = AuditEntry.NONE;
  private boolean afterChanged;
  private boolean sawHead;
  private boolean sawRemembered;
  private long completeBytes;
  private boolean halfLine;

  private AuditScan(
      String workspace,
      Optional<AuditHead> head,
      Optional<Home.Remembered> remembered,
      String ownKey) {
    this.workspace = workspace;
    this.head = head;
    this.remembered = remembered;
    this.ownKey = ownKey;
    sawHead = head.isPresent() && head.get().seq() == 0;
    sawRemembered = remembered.isEmpty() || remembered.get().seq() == 0;
  }

  /**
   * @param folder of the workspace
   * @param workspace its id
   * @param ownKey fingerprint of this installation's key; empty when it has none
   */
  static AuditScan of(Path folder, String workspace, Home home, String ownKey) throws IOException {
    var scan = new AuditScan(workspace, AuditHead.read(folder), home.recall(workspace), ownKey);
    Path file = folder.resolve(AuditTrail.FILE);
    if (Files.isRegularFile(file)) {
      try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
        scan.readLines(in);
      }
    }
    scan.compareWithHead();
    scan.compareWithMemory();
    return scan;
  }

  private void readLines(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (b == '\n') {
        lines++;
        completeBytes += line.size() + 1L;
        readLine(AuditEntry.parse(line.toByteArray()).orElse(null));
        line.reset();
      } else {
        line.write(b);
      }
    }
    halfLine = line.size() > 0;
  }

  private void readLine(@Nullable AuditEntry entry) {
    if (entry == null || !entry.isIntact()) {
      found("changed-entry", "Line %d of the audit trail was changed.".formatted(lines));
      afterChanged = true;
      lastSeq++;
      return;
    }
    long expected = lastSeq + 1;
    if (entry.seq() > expected) {
      found(
          "missing-entry",
          entry.seq() == expected + 1
              ? "Entry %d is missing before line %d.".formatted(expected, lines)
              : "Entries %d to %d are missing before line %d."
                  .formatted(expected, entry.seq() - 1, lines));
    } else if (entry.seq() < expected || !afterChanged && !entry.previous().equals(lastHash)) {
      found(
          "changed-entry",
          "Line %d of the audit trail does not follow from the line before.".formatted(lines));
    }
    afterChanged = false;
    lastSeq = entry.seq();
    lastHash = entry.hash();
    sawHead |=
        head.filter(h -> h.seq() == entry.seq() && h.hash().equals(entry.hash())).isPresent();
    sawRemembered |=
        remembered
            .filter(seen -> seen.seq() == entry.seq() && seen.hash().equals(entry.hash()))
            .isPresent();
    readEvent(entry);
  }

  private void readEvent(AuditEntry entry) {
    switch (entry.event()) {
      case "run" -> runs.add(entry.detail("run"));
      case AuditTrail.MIGRATED -> migrations.add(entry.detail("to"));
      case AuditTrail.NOTICED ->
          found("noticed-earlier", "On %s: %s".formatted(entry.at(), entry.detail("found")));
      case AuditTrail.HANDOVER ->
          note(
              "foreign-key",
              "Up to line %d the trail was kept by another installation, key %s."
                  .formatted(lines - 1, entry.detail("from")));
      case AuditTrail.SEALED ->
          note(
              "sealed-later",
              "What line %d seals was left open when the program was ended before."
                  .formatted(lines));
      default -> {}
    }
  }

  private void compareWithHead() {
    if (head.isEmpty()) {
      // a workspace with an id has had a trail since it was made
      if (lines > 0 || !workspace.isEmpty()) {
        found("head-missing", "The signed head of the audit trail is missing or unreadable.");
      }
      return;
    }
    AuditHead end = head.get();
    if (!end.isGenuine(workspace)) {
      found("head-invalid", "The head of the audit trail is not signed by the key it names.");
      return;
    }
    if (end.seq() > lastSeq) {
      found(
          "cut-tail",
          "The end of the audit trail is cut: it was signed with %d entries and has %d."
              .formatted(end.seq(), lastSeq));
    } else if (!sawHead) {
      found("head-mismatch", "Entry %d is not the one that was signed.".formatted(end.seq()));
    } else if (unsealed() == 1) {
      note(
          "unsealed-entry",
          "The last entry is not sealed yet: the program was ended, or is at it.");
    } else if (unsealed() > 1) {
      found("unsealed-entry", "The last %d entries were never signed.".formatted(unsealed()));
    }
    if (halfLine && end.seq() > lastSeq) {
      found("changed-entry", "The last line of the audit trail was changed.");
    } else if (halfLine) {
      note("half-written-line", "The last line is half written: the program was ended meanwhile.");
    }
    if (!end.keyId().equals(ownKey)) {
      note(
          "foreign-key",
          "The trail is signed by another installation, key %s: compare it with the one you were told."
              .formatted(end.keyId()));
    }
  }

  private void compareWithMemory() {
    if (!sawRemembered) {
      found(
          "cut-tail",
          "This installation saw entry %d before, which is not in the trail now: its end was cut or"
                  .formatted(remembered.orElseThrow().seq())
              + " rewritten, or an older copy of the workspace was put back.");
    }
  }

  private void found(String code, String sentence) {
    findings.add(new Finding(code, true, line(code), sentence));
  }

  private void note(String code, String sentence) {
    findings.add(new Finding(code, false, line(code), sentence));
  }

  private long line(String code) {
    return switch (code) {
      case "head-missing", "head-invalid", "cut-tail", "head-mismatch" -> 0;
      default -> lines;
    };
  }

  AuditVerification verification() {
    Optional<AuditHead> genuine = head.filter(end -> end.isGenuine(workspace));
    return new AuditVerification(
        findings.stream().noneMatch(Finding::tampering),
        lines,
        genuine.map(AuditHead::seq).orElse(0L),
        genuine.map(AuditHead::keyId).orElse(""),
        genuine.map(end -> end.keyId().equals(ownKey)).orElse(false),
        remembered.isPresent(),
        List.copyOf(findings),
        AuditTrail.LIMITS);
  }

  /** What a new head would hide, and so has to be written down before. */
  List<String> toBeNoticed() {
    Set<String> codes = Set.of("cut-tail", "head-missing", "head-invalid", "head-mismatch");
    return findings.stream()
        .filter(
            finding ->
                finding.tampering()
                    && (codes.contains(finding.code()) || finding.code().equals("unsealed-entry")))
        .map(Finding::sentence)
        .toList();
  }

  boolean isUntouched() {
    return lines == 0 && !halfLine && head.isEmpty() && remembered.isEmpty();
  }

  boolean hasHalfLine() {
    return halfLine;
  }

  /** Entries after the signed one. */
  long unsealed() {
    return sawHead ? lastSeq - head.map(AuditHead::seq).orElse(0L) : 0;
  }

  /** The key that kept the trail so far, when it is not this installation's. */
  Optional<String> foreignKey() {
    return head.filter(end -> end.isGenuine(workspace))
        .map(AuditHead::keyId)
        .filter(key -> !key.equals(ownKey));
  }

  long completeBytes() {
    return completeBytes;
  }

  /** The number of the last entry ever known of, whether it is still there or not. */
  long lastKnownSeq() {
    long signed = head.filter(end -> end.isGenuine(workspace)).map(AuditHead::seq).orElse(0L);
    long seen = remembered.map(Home.Remembered::seq).orElse(0L);
    return Math.max(lastSeq, Math.max(signed, seen));
  }

  String lastHash() {
    return lastHash;
  }

  /** Numbers of the runs that have an entry. */
  Set<String> runs() {
    return runs;
  }

  /** Formats that the workspace was brought up to, as far as the trail tells. */
  Set<String> migrations() {
    return migrations;
  }
}
