package io.liftwerk.keywords.negatives;

import io.liftwerk.keywords.account.MatchType;

/** A negative that might be worth having; where is for {@link NegativeChoice} to say. */
public record Candidate(String text, MatchType match) {}
