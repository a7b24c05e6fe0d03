package io.liftwerk.keywords.intent;

import org.jspecify.annotations.Nullable;

/**
 * What a term is searched for, and why.
 *
 * @param intent first of the rules that fit
 * @param rule its name; {@code brands}, {@code competitors} or {@code otherwise} for what is none
 * @param matched the words of the term it went by, as typed; empty for {@code otherwise}
 * @param second what the next rule says that fits and says something else; null when there is none
 * @param secondRule its name
 */
public record IntentVerdict(
    Intent intent,
    String rule,
    String matched,
    @Nullable Intent second,
    @Nullable String secondRule) {}
