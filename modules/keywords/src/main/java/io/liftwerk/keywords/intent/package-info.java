/**
 * What searches are for, by rules a user can read and change.
 *
 * <pre>{@code
 * IntentRules rules = new IntentFile(folder).read().rules().with(List.of("nordwand"), List.of());
 * IntentVerdict verdict = new Intents(rules).of("skiverleih innsbruck");
 * verdict.intent();   // LOCAL, by the rule "towns in Germany, Austria and Switzerland": innsbruck
 * verdict.second();   // TRANSACTIONAL, by the rule "renting"
 * }</pre>
 *
 * <p>The rules stand in {@code intent.yml} ({@code IntentReader} refuses a mistake with its line);
 * its head says how they are read and which comes first. {@code Phrases} finds their entries in a
 * term, {@code BrandNames} the names of firms in the ways people write them.
 */
@NullMarked
package io.liftwerk.keywords.intent;

import org.jspecify.annotations.NullMarked;
