/**
 * The plan: ten steps of a disciplined start, what a person wrote to each, and what the workspace
 * has to show for it.
 *
 * <p>{@link io.liftwerk.app.plan.PlanStep} says what each step asks and what counts as done. {@link
 * io.liftwerk.app.plan.Plan#of} reads notes from {@link io.liftwerk.workspace.PlanFile} and derives
 * the {@link io.liftwerk.app.plan.Evidence} anew each time: nothing of it is typed in or stored.
 * {@code History} finds the newest run of a kind in the ledger, {@code Freshness} says whether what
 * a run read has changed since, and a class for each few steps turns result records into sentences.
 * {@link io.liftwerk.app.plan.PlanNotes} changes what a person writes.
 *
 * <p>It stands here and not in a module because it looks at the results of all of them; it knows
 * neither the window nor the command line, which both show it.
 */
@NullMarked
package io.liftwerk.app.plan;

import org.jspecify.annotations.NullMarked;
