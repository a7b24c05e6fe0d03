/**
 * The table in memory, and what is learned of it before a model: {@link
 * io.liftwerk.scoring.features.Dataset} of {@link io.liftwerk.scoring.features.Column}s, its rows
 * drawn apart by {@link io.liftwerk.scoring.features.Split}, coded for a linear or a tree model on
 * the rows learned from only. {@link io.liftwerk.scoring.features.Work} runs what takes long.
 * Internal to the module.
 */
@NullMarked
package io.liftwerk.scoring.features;

import org.jspecify.annotations.NullMarked;
