/**
 * Briefs: what competitors cover, what the client can say with a source, and the files a CMS takes.
 */
@NullMarked
package io.liftwerk.briefs;

import org.jspecify.annotations.NullMarked;
