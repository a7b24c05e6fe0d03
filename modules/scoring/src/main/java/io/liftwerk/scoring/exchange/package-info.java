/**
 * Models in the forms of others: {@link io.liftwerk.scoring.exchange.OnnxWriter} writes a trained
 * model as an ONNX graph, its preparation and calibration included; {@link
 * io.liftwerk.scoring.exchange.OnnxModel} reads a stranger's and scores rows by ONNX Runtime;
 * {@link io.liftwerk.scoring.exchange.MlflowExport} lays a version out as MLflow's folder {@code
 * mlruns}. Internal to the module.
 */
@NullMarked
package io.liftwerk.scoring.exchange;

import org.jspecify.annotations.NullMarked;
