package io.liftwerk.knowledge;

/** Whose a source is: what may be cited as one's own, and what is only looked at. */
public enum Role {
  OWN,
  COMPETITOR
}
