package io.liftwerk.text.identifiers;

/** Proposes identifiers of some kinds. */
interface Finder {
  void find(Scan scan, Candidates found);
}
