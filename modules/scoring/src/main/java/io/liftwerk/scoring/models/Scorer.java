package io.liftwerk.scoring.models;

/**
 * What a version scores by: a model that was trained with Liftwerk, or a graph of somebody else's.
 */
public sealed interface Scorer permits FittedModel, ForeignModel {

  /** All of it: equal for scorers that score alike to the last bit. */
  String json();
}
