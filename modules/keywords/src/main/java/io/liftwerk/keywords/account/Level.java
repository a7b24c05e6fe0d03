package io.liftwerk.keywords.account;

/** How much of an account a negative holds in, the widest last. */
public enum Level {
  AD_GROUP,
  CAMPAIGN,
  LIST
}
