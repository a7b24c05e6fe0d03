package io.liftwerk.text;

/** Finds identifiers of one kind. */
interface Recogniser {
  PersonalKind kind();

  /** Adds what stands in {@code text} to {@code findings}, if its {@code traits} allow any. */
  void find(String text, Traits traits, Findings findings);
}
