/** The Governance page: the vault, what leaves the computer, retention, erasure, the trail. */
@NullMarked
package io.liftwerk.app.window.governance;

import org.jspecify.annotations.NullMarked;
