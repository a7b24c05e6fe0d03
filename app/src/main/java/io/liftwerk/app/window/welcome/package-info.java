/** The first page: sample workspace, new, open, recent. */
@NullMarked
package io.liftwerk.app.window.welcome;

import org.jspecify.annotations.NullMarked;
