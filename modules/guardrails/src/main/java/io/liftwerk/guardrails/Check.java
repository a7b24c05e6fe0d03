package io.liftwerk.guardrails;

import io.liftwerk.guardrails.plain.Hit;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One rail.
 *
 * @param looksAt which texts it looks at
 * @param find what it finds in them
 */
record Check(Rail rail, Predicate<GuardRequest> looksAt, Function<GuardRequest, List<Hit>> find) {}
