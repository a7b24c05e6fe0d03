/**
 * Building blocks of the pages: buttons and icons, the one door for dialogs, the pane that shows a
 * figure, and the table that shows any number of rows.
 */
@NullMarked
package io.liftwerk.app.window.control;

import org.jspecify.annotations.NullMarked;
