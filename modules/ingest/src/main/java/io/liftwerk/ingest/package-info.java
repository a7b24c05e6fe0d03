/** Brings files into bronze. */
@NullMarked
package io.liftwerk.ingest;

import org.jspecify.annotations.NullMarked;
