/**
 * Reading: what sentences are about, by rules and small lists, for German and English.
 *
 * <pre>{@code
 * Prose.sentences(passage);                       // whole sentences, items of lists
 * Values.of("Gute Sets kosten 90 bis 160 Euro", Language.GERMAN);   // 90–160 EUR
 * Vocabulary words = Vocabulary.learn(Language.GERMAN, sentences);  // nouns by their capitals
 * new TermReader(words).read("Ein Bandfalldämpfer reißt auf.");     // bandfalldampfer, of dampf
 * }</pre>
 *
 * <p>{@code Lexicon} holds the lists; it has German and English. Everything here is a function of
 * texts: no index, no database, no clock.
 */
@NullMarked
package io.liftwerk.briefs.reading;

import org.jspecify.annotations.NullMarked;
