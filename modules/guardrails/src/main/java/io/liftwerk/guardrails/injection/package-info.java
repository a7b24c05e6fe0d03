/**
 * Orders to a program that stand in a text. {@link io.liftwerk.guardrails.injection.Injection}
 * reads a text as a person and as a program would take it: folded, decoded, with what a page hides,
 * each part against the phrases of {@code orders.txt} and the signs of {@code markers.txt}. What a
 * person asks goes, besides, to a small classifier ({@link
 * io.liftwerk.guardrails.injection.RequestClassifier}): logistic regression over hashed words and
 * letters, whose weights are {@code weights.bin}. A page is judged by phrases alone: prose about
 * anything is not what the classifier has learned from.
 *
 * <p>The weights are made anew by one command in the built program's folder, from {@code
 * requests.tsv} beside these classes and, where it is given, a file of lines {@code
 * {"text":…,"label":0|1}}; the same files give the same weights:
 *
 * <pre>
 * java -cp 'lib/*' io.liftwerk.guardrails.injection.Retrain weights.bin [MORE.jsonl]
 * </pre>
 */
@NullMarked
package io.liftwerk.guardrails.injection;

import org.jspecify.annotations.NullMarked;
