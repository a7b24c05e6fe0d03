package io.liftwerk.keywords.mapping;

import io.liftwerk.text.Words.Word;
import java.util.List;

/**
 * A term and how much it is searched for.
 *
 * @param term as typed
 * @param words its words
 * @param figures all that it brought
 */
public record TermDemand(String term, List<Word> words, Figures figures) {}
