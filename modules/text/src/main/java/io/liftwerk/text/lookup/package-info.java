/** Words looked up in place: folding, tables of words with classes, lists from resources. */
@NullMarked
package io.liftwerk.text.lookup;

import org.jspecify.annotations.NullMarked;
