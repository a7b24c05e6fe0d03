/** The Consent page: who may be counted, ranked or addressed, who is held back, and why. */
@NullMarked
package io.liftwerk.app.window.consent;

import org.jspecify.annotations.NullMarked;
