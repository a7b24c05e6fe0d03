/**
 * The KPIs page: the key figures of gold, day by day and by channel, the tests each passed, who is
 * held back from it, and where it comes from.
 */
@NullMarked
package io.liftwerk.app.window.kpi;

import org.jspecify.annotations.NullMarked;
