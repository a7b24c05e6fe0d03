/** How fast the packaged program is, with the peers' figures beside ours. */
@NullMarked
package io.liftwerk.benchmarks;

import org.jspecify.annotations.NullMarked;
