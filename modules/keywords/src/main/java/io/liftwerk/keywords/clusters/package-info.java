/**
 * Search terms that are about the same, put together and named.
 *
 * <pre>{@code
 * var clusters = new Clusters(features, light, TermVectors.english(Embedder.english()));
 * Clustering found = clusters.of(terms, context::checkCancelled);
 * found.clusters().getFirst();   // "kuppelzelt", 14 terms, 812.40 of cost, cohesion .61
 * found.alone();                 // terms that are like no other: not forced anywhere
 * found.aside();                 // article numbers, terms without words, whole texts
 * }</pre>
 *
 * <p>How: terms that differ in case or accents are one {@code Node}. {@code Vocabulary} makes a
 * vector of each: the stems and compound parts of its words, weighted by how rare they are, and,
 * for terms in the model's language, the mean of what its distinct words mean (only words are
 * embedded, each once, and moved by the mean of all, which is what a model's words have in common);
 * a word lends its term the features of the words that mean the same (sofa, couch) as well. {@code
 * Neighbours} finds for each node those that are like it, by an index of features, so that nothing
 * is compared with everything. {@code Merging} puts groups together by average linkage until none
 * are similar enough; in a report of 200 terms or more, a group above 5 % is made only when every
 * pair in it is similar. {@code ClusterNames} takes the words most members share, as they were
 * typed.
 *
 * <p>Everything is decided by content, ties by letters: the order of rows changes nothing, and a
 * cluster's id is the hash of its members.
 */
@NullMarked
package io.liftwerk.keywords.clusters;

import org.jspecify.annotations.NullMarked;
