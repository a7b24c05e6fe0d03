/**
 * The page Briefs: what competitors have, what is to be written, and a draft of cited sentences
 * beside the passages it rests on.
 */
@NullMarked
package io.liftwerk.app.window.briefs;

import org.jspecify.annotations.NullMarked;
