/** What the figures of gold are: which sums they are made of, and in which unit they are told. */
@NullMarked
package io.liftwerk.warehouse.kpi;

import org.jspecify.annotations.NullMarked;
