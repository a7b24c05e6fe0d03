package io.liftwerk.ingest;

import java.time.LocalDate;

/**
 * Which day it is.
 *
 * @param today from which periods are counted back
 */
public record RetentionRequest(LocalDate today) {}
