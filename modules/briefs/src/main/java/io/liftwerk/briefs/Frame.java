package io.liftwerk.briefs;

import io.liftwerk.briefs.reading.Value;
import java.util.Set;

/**
 * A clause that gives a figure for something.
 *
 * @param document whose it is
 * @param section the heading above
 * @param unit of its figure
 * @param value the figure
 * @param words stems of what it is about, kin as one, without the topic's own
 * @param names names with a number behind them, such as models; two clauses about other ones are
 *     not about the same
 */
record Frame(
    ReadDocument document,
    ReadSection section,
    ReadSentence sentence,
    String unit,
    Value value,
    Set<String> words,
    Set<String> names) {}
