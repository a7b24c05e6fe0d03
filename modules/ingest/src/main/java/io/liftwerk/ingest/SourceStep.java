package io.liftwerk.ingest;

import java.time.Instant;

/**
 * A step in the history of the sources.
 *
 * @param number counts from 1
 * @param at UTC
 * @param run number of the run that did it
 * @param action {@code import}, {@code rename}, {@code remove} or {@code decide}
 * @param sentence what was done
 * @param undone whether it was taken back
 */
public record SourceStep(
    long number, Instant at, String run, String action, String sentence, boolean undone) {}
