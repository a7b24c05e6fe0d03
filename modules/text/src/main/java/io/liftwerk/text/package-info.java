/** Language: what stands in text. */
@NullMarked
package io.liftwerk.text;

import org.jspecify.annotations.NullMarked;
