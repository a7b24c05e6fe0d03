/** The KPIs page: the key figures of gold, day by day and by channel, and where each comes from. */
@NullMarked
package io.liftwerk.app.window.kpi;

import org.jspecify.annotations.NullMarked;
