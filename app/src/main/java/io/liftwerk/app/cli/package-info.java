/**
 * The command line: {@code liftwerk COMMAND WS [VERB] [options]}.
 *
 * <p>Each command is one class that reads its arguments, runs a job and prints the result record,
 * as text for people or with {@code --json} as the document the window draws. Nothing here holds
 * SQL, model code or statistics. What can go wrong arrives as a {@link
 * io.liftwerk.workspace.WorkbenchException} and leaves as one sentence and exit code 1.
 */
@NullMarked
package io.liftwerk.app.cli;

import org.jspecify.annotations.NullMarked;
