package io.liftwerk.ingest;

import java.time.LocalDate;

/**
 * The days an export covers.
 *
 * @param from first day
 * @param to last day
 */
public record Period(LocalDate from, LocalDate to) {}
