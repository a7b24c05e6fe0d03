/**
 * Knowledge: the client's own sources and the pages of competitors as passages that can be found.
 *
 * <p>Documents come in by {@code import} like any other export, so that lineage, undo, legal basis
 * and pseudonyms hold: sets of articles (HTML, Markdown, text, PDF, DOCX) and rows of product
 * feeds. {@link io.liftwerk.knowledge.KnowledgeIndexing} is the job that makes an index of what
 * bronze holds; {@link io.liftwerk.knowledge.KnowledgeBase} reads and searches it:
 *
 * <pre>{@code
 * runner.run(new KnowledgeIndexing(IndexRequest.AS_BEFORE));
 * try (KnowledgeBase base = KnowledgeBase.open(workspace)) {
 *   SearchResult found = base.search(SearchRequest.of("Wie lange hält ein Set?").in(Role.OWN));
 *   Hit first = found.hits().getFirst();   // passage, document, and why it stands there
 *   base.passages(first.document().id());
 * }
 * }</pre>
 *
 * <p>How documents pass through: {@code Sources} finds the tables that hold them ({@code
 * ProductColumns} knows a feed), {@code SourceRoles} whose each is: as somebody said by {@link
 * io.liftwerk.knowledge.RoleSetting}, else by its name. {@code DocumentReader} reads the rows one
 * after the other, {@code passage} cuts them, and {@code IndexWriting} writes passages, the terms
 * of {@code words} and the vectors of an {@link io.liftwerk.text.Embedder} with Lucene. The job
 * reads twice: first to count words, from which compounds are learned, and to see what is new.
 *
 * <p>An index is written whole into a folder that carries the number of its run and never changed;
 * it counts once that run is in the ledger ({@code IndexFolder}), so a kill at any moment leaves
 * the one before. What costs is embedding, so the vector of a passage that an earlier index holds
 * is taken from there ({@code KnownVectors}, by the hash of the passage, for the same model). Its
 * {@code state.json} ({@code Generation}) says what it was made of, from which {@link
 * io.liftwerk.knowledge.KnowledgeSources} and every search tell what has changed since; its {@code
 * loads.txt} names the loads it copies, by which {@code erase} and retention find and delete it.
 *
 * <p>A search ({@code PassageSearch}) takes the best hundred by BM25 and the best hundred by
 * nearness of vectors, scales either list from 0 to 1 and adds them up with a weight that depends
 * on language and model ({@code Weights}); a cross-encoder of the user's may put the first fifty in
 * its own order ({@code Reranking}). It is no recorded job: it changes nothing, and a query may
 * name a person, whom the ledger would keep. {@link io.liftwerk.knowledge.SearchResult} carries the
 * request and the state of the index, which is what it takes to repeat it.
 *
 * <p>{@link io.liftwerk.knowledge.RetrievalMetrics}, {@link io.liftwerk.knowledge.Fusion} and
 * {@link io.liftwerk.knowledge.TrecRun} measure rankings as trec_eval does.
 */
@NullMarked
package io.liftwerk.knowledge;

import org.jspecify.annotations.NullMarked;
