/**
 * A client's folder on disk, and the work done in it.
 *
 * <h2>The folder</h2>
 *
 * <p>A {@link io.liftwerk.workspace.Workspace} is created or opened from a folder {@code
 * NAME.liftwerk/}, which can be zipped, moved and opened elsewhere:
 *
 * <pre>
 * open.liftwerk      what a desktop opens it by, with a double click
 * workspace.json     format, id, name; an older format is migrated at open, a newer one refused
 * workspace.lock     who holds it; the lock itself is the operating system's and ends with the process
 * plan.json          what was written to the steps of the plan; there once something was
 * warehouse.duckdb   schemas bronze, silver, gold; ledger holds the runs
 * vault.duckdb       what identifies people, as ciphertext; there once somebody was imported
 * rewrite.json       while there: which of the two are to be written anew
 * audit.jsonl        the audit trail, one entry a line; audit.head.json its signed end
 * staging/           dropped files while they are loaded; emptied at every open
 * exports/           results for people, and where an export is written before it moves out;
 *                    .run-0042/ holds the files of a run that is not committed yet
 * registry/          trained models, in the same way
 * jobs/              what other processes ask of the one that holds the workspace
 * models/ index/ runs/
 * </pre>
 *
 * <p>It is made beside its place and renamed when complete, so a workspace always has its database:
 * a missing, empty or foreign one is refused, never made anew. Opening removes what a killed
 * process left and enters in the trail what it could not. There is one guarded DuckDB instance: it
 * sees no file outside the folder and no network, and its settings are locked. Connections come
 * from {@link io.liftwerk.workspace.Workspace#connect()}; the workspace closes those that were
 * forgotten. DuckDB keeps a log of small writes beside the file; a job that leaves 16 MB or more in
 * it is followed by a checkpoint, and closing makes one.
 *
 * <h2>Jobs</h2>
 *
 * <p>An analysis is a {@link io.liftwerk.workspace.Job}: tables in, one immutable result record
 * out. A {@link io.liftwerk.workspace.JobRunner} gives it a {@link
 * io.liftwerk.workspace.JobContext} with a transaction of its own:
 *
 * <pre>{@code
 * record Sum(String run, long total) {}
 *
 * public Sum run(JobContext context) throws SQLException {
 *   context.input("bronze.orders", hash, rows);
 *   context.execute(0, 0.9, "adding up", "CREATE OR REPLACE TABLE gold.sum AS SELECT …");
 *   return new Sum(context.run(), total);
 * }
 *
 * public Object fingerprint(Sum result) {
 *   return Json.without(result, "run");
 * }
 * }</pre>
 *
 * <p>What the job wrote and its line in the {@link io.liftwerk.workspace.RunLedger} are committed
 * together, then the {@link io.liftwerk.workspace.AuditTrail} gets its entry; an entry that a kill
 * kept out is made up for at the next open. Cancelling and committing exclude each other, and a job
 * overtaken by a newer one of its key never completes with a result. Whatever is thrown, errors of
 * the machine included, ends as one sentence; nothing of a failed job remains but its line.
 *
 * <p>Files for people belong to their run in the same way. A job asks for a {@link
 * io.liftwerk.workspace.ResultFile}, writes its draft in the hidden folder of its run, and the line
 * that commits the run names the file; only then does it take its name in {@code exports/}:
 *
 * <pre>{@code
 * ResultFile list = context.resultFile("leads-contacts", "csv");
 * Files.writeString(list.draft(), rows);
 * }</pre>
 *
 * <p>A kill before the commit leaves a hidden folder that the next open removes; a kill after it,
 * at whatever file, leaves one whose files the next open gives their names. A result file never
 * replaces another, and no run gets a number that a file in {@code exports/} carries. What stands
 * outside of this is {@link io.liftwerk.workspace.TableExport}: it puts its file where a person
 * asked for it, in one step, before its line is committed, so that a place that cannot be written
 * fails the run. A kill in the moment between leaves the complete file without a line, and a kill
 * while it is copied to another disk leaves {@code .NAME.liftwerk-part} beside the target.
 *
 * <p>Every result is hashed by its {@linkplain io.liftwerk.workspace.Job#fingerprint fingerprint},
 * which leaves out what differs from run to run. {@link io.liftwerk.workspace.Rerun} makes a
 * recorded job again through the {@link io.liftwerk.workspace.JobCatalog} and compares the hashes.
 * Parameters must be enough to run again and must hold no personal data.
 *
 * <p>A process that finds the workspace held can lay a {@link io.liftwerk.workspace.JobPost} into
 * {@code jobs/}; the window takes it in by its {@link io.liftwerk.workspace.JobInbox}, does it in
 * its own queue, and lays the outcome beside it.
 *
 * <h2>People</h2>
 *
 * <p>What identifies a person directly, an {@link io.liftwerk.workspace.Identifier}, stands in the
 * warehouse as one of the {@link io.liftwerk.workspace.Pseudonyms} of the workspace: a keyed hash
 * of its normal form, the same in every source. The original is kept in the {@link
 * io.liftwerk.workspace.Vault} alone, sealed with its kind and its pseudonym. The vault's keys are
 * random; they are sealed under a passphrase, or under a key kept for this user on this computer,
 * with which a vault begins so that importing needs no ceremony: a copy of the workspace alone then
 * opens nowhere else. Setting a passphrase forgets that key, for earlier copies of the workspace
 * too. There is no way round a lost passphrase or key: the rows stay usable, the originals are
 * gone. The vault is written before the rows that need it, in a transaction of its own, so a kill
 * in between leaves an original too many and never a pseudonym without one.
 *
 * <p>{@link io.liftwerk.workspace.VaultSecrets} keeps passwords for other systems under the same
 * keys. No host is sent to that {@link io.liftwerk.workspace.Egress} does not list; the list is
 * empty until a setting fills it.
 *
 * <p>Deleted rows keep their bytes in a database file. A job that deletes what must be gone says so
 * by {@link io.liftwerk.workspace.Workspace#rewriteAfter}, and who runs it calls {@link
 * io.liftwerk.workspace.Workspace#rewrite}: both files are copied without what was deleted and put
 * in the old ones' place, at the latest when the workspace is opened again.
 *
 * <h2>Tables</h2>
 *
 * <p>{@link io.liftwerk.workspace.Tables} lists tables and pages through them however long they
 * are; {@link io.liftwerk.workspace.TableExport} is the job that writes one to a file.
 *
 * <h2>The trail</h2>
 *
 * <p>{@link io.liftwerk.workspace.AuditTrail#verify(java.nio.file.Path)} checks the chain of hashes
 * and the signed head, without opening the workspace, and says what such a check cannot detect. The
 * signing key and the keys of vaults lie outside of every workspace, in the folder that the system
 * property {@code liftwerk.home} or the variable LIFTWERK_HOME names, else where the platform keeps
 * settings.
 *
 * <p>What goes wrong is a {@link io.liftwerk.workspace.WorkbenchException}: a code, a sentence, a
 * hint.
 *
 * <p>Sentences are English wherever they are made and stored; {@link
 * io.liftwerk.workspace.Sentences} says them in the language of whoever reads them.
 */
@NullMarked
package io.liftwerk.workspace;

import org.jspecify.annotations.NullMarked;
