/**
 * Knowledge: the client's own sources and the pages of competitors as passages that can be found.
 */
@NullMarked
package io.liftwerk.knowledge;

import org.jspecify.annotations.NullMarked;
