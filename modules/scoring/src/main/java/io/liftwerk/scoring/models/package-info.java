/**
 * What scores: {@link io.liftwerk.scoring.models.FittedModel} or {@link
 * io.liftwerk.scoring.models.ForeignModel}. The kinds of model: {@link
 * io.liftwerk.scoring.models.Learner}s that learn from the rows they are given. Internal to the
 * module.
 */
@NullMarked
package io.liftwerk.scoring.models;

import org.jspecify.annotations.NullMarked;
