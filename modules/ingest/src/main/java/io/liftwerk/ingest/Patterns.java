package io.liftwerk.ingest;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Compiled patterns, each compiled once. */
final class Patterns {
  private static final Map<String, Pattern> COMPILED = new ConcurrentHashMap<>();

  private Patterns() {}

  static Pattern of(String pattern) {
    return COMPILED.computeIfAbsent(pattern, Pattern::compile);
  }
}
