/** Turns bronze into figures one may act on. */
@NullMarked
package io.liftwerk.warehouse;

import org.jspecify.annotations.NullMarked;
