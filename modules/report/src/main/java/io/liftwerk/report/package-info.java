/** Result records to charts. */
@NullMarked
package io.liftwerk.report;

import org.jspecify.annotations.NullMarked;
