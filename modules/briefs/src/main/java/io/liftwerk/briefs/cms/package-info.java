/** A draft as a CMS takes it. */
@NullMarked
package io.liftwerk.briefs.cms;

import org.jspecify.annotations.NullMarked;
