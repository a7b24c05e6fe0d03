/** The Quality page: every test with its history, the rows that fail it, and what is unusual. */
@NullMarked
package io.liftwerk.app.window.quality;

import org.jspecify.annotations.NullMarked;
