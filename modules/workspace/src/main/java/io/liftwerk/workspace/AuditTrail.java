package io.liftwerk.workspace;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What happened in a workspace, as a chain of hashes whose end is signed.
 *
 * <p>{@code audit.jsonl} holds one JSON object a line, {@code {seq, at, event, details, previous,
 * hash}}; {@code hash} is the SHA-256 over {@code previous} followed by the canonical entry, see
 * {@link AuditEntry}. {@code audit.head.json} signs the last entry with a key that lies outside the
 * workspace, see {@link Home}; the same place remembers the head, so that an end cut off together
 * with its head is noticed on this installation.
 *
 * <p>An append is on the disk before it returns: the line first, then the head. A process killed in
 * between leaves one entry unsealed, or half a line; the next open seals it and says so in an entry
 * of its own. What an open would hide by signing anew (a cut end, a lost or forged head) it writes
 * into the trail first.
 */
public final class AuditTrail {
  static final String FILE = "audit.jsonl";

  static final String NOTICED = "audit.noticed";
  static final String HANDOVER = "audit.handover";
  static final String SEALED = "audit.sealed";
  static final String MIGRATED = "migrated";

  static final List<String> LIMITS =
      List.of(
          "What is done to the files without Liftwerk leaves no entry.",
          "Somebody who can use this installation's key can write another trail that verifies.",
          "On a computer that never saw the later end, a trail cut back to an older signed head"
              + " looks complete.",
          "A key names itself: that it is the right one can only be told by comparing its"
              + " fingerprint.",
          "One unsealed entry at the very end could have been added by anybody.",
          "Dates are those of the computer's clock.");

  private final Path folder;
  private final String workspace;
  private final Home home;
  private final InstallationKey key;
  private final Set<String> runs;
  private final Set<String> migrations;
  private final boolean startedAnew;
  private long seq;
  private String hash;

  private AuditTrail(
      Path folder, String workspace, Home home, InstallationKey key, AuditScan scan) {
    this.folder = folder;
    this.workspace = workspace;
    this.home = home;
    this.key = key;
    this.runs = scan.runs();
    this.migrations = scan.migrations();
    this.startedAnew = scan.isUntouched();
    this.seq = scan.lastKnownSeq();
    this.hash = scan.lastHash();
  }

  /** Opens the trail for appending; the caller holds the workspace's lock. */
  static AuditTrail open(Path folder, String workspace, Home home) {
    InstallationKey key = home.key();
    try {
      AuditScan scan = AuditScan.of(folder, workspace, home, key.id());
      var trail = new AuditTrail(folder, workspace, home, key, scan);
      trail.takeOver(scan);
      return trail;
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  private void takeOver(AuditScan scan) throws IOException {
    if (scan.isUntouched()) {
      AuditHead.sign(workspace, 0, AuditEntry.NONE, key).write(folder);
      return;
    }
    List<String> noticed = scan.toBeNoticed();
    if (scan.hasHalfLine()) {
      endHalfLine(scan, noticed.isEmpty());
    }
    if (!noticed.isEmpty()) {
      append(NOTICED, Map.of("found", String.join(" ", noticed)));
    } else if (scan.hasHalfLine() || scan.unsealed() > 0) {
      append(SEALED, Map.of("entries", scan.unsealed(), "halfLine", scan.hasHalfLine()));
    }
    String foreign = scan.foreignKey().orElse("");
    if (!foreign.isEmpty()) {
      append(HANDOVER, Map.of("from", foreign, "to", key.id()));
    }
  }

  /** Whether there was no trail at all when it was opened. */
  boolean isStartedAnew() {
    return startedAnew;
  }

  /** A half line after a kill was never an entry; beside a broken head it is kept as evidence. */
  private void endHalfLine(AuditScan scan, boolean harmless) throws IOException {
    try (FileChannel channel = FileChannel.open(folder.resolve(FILE), StandardOpenOption.WRITE)) {
      if (harmless) {
        channel.truncate(scan.completeBytes());
      } else {
        channel.position(channel.size());
        Durable.writeAll(channel, "\n");
      }
      channel.force(true);
    }
  }

  /**
   * Appends an entry. Details hold pseudonyms and counts, never a person's data nor a job's
   * parameters.
   *
   * @throws WorkbenchException code {@code audit-unwritable}; the trail is then as it was
   */
  public synchronized void append(String event, Map<String, ?> details) {
    AuditEntry entry = AuditEntry.make(seq + 1, Instant.now(), event, details, hash);
    try (FileChannel channel =
        FileChannel.open(
            folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      long end = channel.size();
      try {
        channel.position(end);
        Durable.writeAll(channel, entry.line() + "\n");
        channel.force(true);
        AuditHead.sign(workspace, entry.seq(), entry.hash(), key).write(folder);
      } catch (IOException e) {
        channel.truncate(end);
        throw e;
      }
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
    seq = entry.seq();
    hash = entry.hash();
    remember();
  }

  private void remember() {
    try {
      home.remember(new Home.Remembered(workspace, seq, hash));
    } catch (IOException e) {
      System.getLogger(AuditTrail.class.getName())
          .log(
              System.Logger.Level.WARNING,
              "the head of the audit trail could not be remembered: " + Failures.reason(e));
    }
  }

  /** An entry for a run; what it was asked to do is in the ledger, not here. */
  void run(RunRecord run, boolean recovered) {
    append(
        "run",
        recovered
            ? Map.of(
                "run",
                run.id(),
                "job",
                run.job(),
                "status",
                run.status().name(),
                "result",
                String.valueOf(run.resultHash()),
                "recovered",
                true)
            : Map.of(
                "run",
                run.id(),
                "job",
                run.job(),
                "status",
                run.status().name(),
                "result",
                String.valueOf(run.resultHash())));
    synchronized (this) {
      runs.add(run.id());
    }
  }

  /** Enters what a migration did, unless the trail has it: it may have been cut short by a kill. */
  void migrated(WorkspaceFormat.Migrated step) {
    if (migrations.add(String.valueOf(step.to()))) {
      append(
          MIGRATED,
          Map.of(
              "from", step.from(), "to", step.to(), "at", step.at(), "software", step.software()));
    }
  }

  /** Numbers of the runs that have an entry. */
  synchronized Set<String> runs() {
    return Set.copyOf(runs);
  }

  /** Checks this trail from its first entry to its signed end. */
  public AuditVerification verify() {
    return verify(folder, workspace, home);
  }

  /**
   * Checks the trail of the workspace in {@code folder}. It is not opened and nothing is written,
   * so this works while another process holds it.
   *
   * @throws WorkbenchException when it is no workspace, or cannot be read
   */
  public static AuditVerification verify(Path folder) {
    Path place = Workspace.place(folder);
    return verify(place, WorkspaceFormat.id(place), Home.locate());
  }

  private static final int ATTEMPTS = 5;

  private static AuditVerification verify(Path folder, String workspace, Home home) {
    String own = home.existingKey().map(InstallationKey::id).orElse("");
    try {
      AuditVerification found = AuditScan.of(folder, workspace, home, own).verification();
      // another process may have been between a line and its head: then look again
      for (int i = 1; i < ATTEMPTS && !found.findings().isEmpty(); i++) {
        AuditVerification again = AuditScan.of(folder, workspace, home, own).verification();
        if (again.equals(found)) {
          return found;
        }
        found = again;
      }
      return found;
    } catch (IOException e) {
      throw new WorkbenchException(
          "audit-unreadable",
          "The audit trail of " + folder + " cannot be read: " + Failures.reason(e) + ".",
          "",
          e);
    }
  }

  private static WorkbenchException unwritable(Path folder, IOException e) {
    return new WorkbenchException(
        Failures.isDiskFull(e) ? "disk-full" : "audit-unwritable",
        "The audit trail of " + folder + " cannot be written: " + Failures.reason(e) + ".",
        "Make room, or see that the folder may be written.",
        e);
  }
}
