/**
 * What was loaded, built and checked as events of the OpenLineage specification: {@link
 * io.liftwerk.warehouse.openlineage.Events} makes a START and a COMPLETE of each load, each {@link
 * io.liftwerk.warehouse.openlineage.Built} model and each {@link
 * io.liftwerk.warehouse.openlineage.Checked} model; {@code Facets} makes what hangs on them.
 */
@NullMarked
package io.liftwerk.warehouse.openlineage;

import org.jspecify.annotations.NullMarked;
