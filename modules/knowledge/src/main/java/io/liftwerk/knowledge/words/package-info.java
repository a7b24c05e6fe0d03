/**
 * Words as the index knows them: {@link io.liftwerk.knowledge.words.Terms} says under which terms a
 * word is found, {@link io.liftwerk.knowledge.words.TermAnalyzer} tells Lucene.
 */
@NullMarked
package io.liftwerk.knowledge.words;

import org.jspecify.annotations.NullMarked;
