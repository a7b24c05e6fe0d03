/**
 * A client's folder on disk, and the work done in it.
 *
 * <p>A {@link io.liftwerk.workspace.Workspace} is created or opened from a folder {@code
 * NAME.liftwerk/}. It holds one guarded DuckDB instance; connections to it come from {@link
 * io.liftwerk.workspace.Workspace#connect()}.
 *
 * <p>An analysis is a {@link io.liftwerk.workspace.Job}: tables in, one immutable result record
 * out. A {@link io.liftwerk.workspace.JobRunner} gives it a {@link
 * io.liftwerk.workspace.JobContext} with a transaction of its own, commits its writes together with
 * its line in the {@link io.liftwerk.workspace.RunLedger}, and then appends to the {@link
 * io.liftwerk.workspace.AuditTrail}. The {@link io.liftwerk.workspace.JobCatalog} makes a recorded
 * job again.
 *
 * <p>What goes wrong is a {@link io.liftwerk.workspace.WorkbenchException}: a code, a sentence, a
 * hint.
 */
@NullMarked
package io.liftwerk.workspace;

import org.jspecify.annotations.NullMarked;
