/**
 * Briefs: what competitors cover, what the client can say with a source, and the files a CMS takes.
 *
 * <p>{@link io.liftwerk.briefs.ContentBriefs} is the job, {@link io.liftwerk.briefs.BriefRequest}
 * says what about, {@link io.liftwerk.briefs.BriefResult} is what window and command line show: a
 * {@link io.liftwerk.briefs.SerpGap} beside a {@link io.liftwerk.briefs.BriefDocument}, the brief
 * and its draft in one document that holds to {@code brief.schema.json} ({@link
 * io.liftwerk.briefs.BriefJson}). No model of language is asked: a draft is made of sentences of
 * the client's own sources, whole and to the letter, each with the passage it stands in.
 *
 * <p>{@code BriefBuilder.build} is the way from documents to result, readable from top to bottom:
 *
 * <ol>
 *   <li>{@code Corpus} is what the index holds in the brief's language; {@code DocumentReader} cuts
 *       it into sentences and learns its vocabulary ({@code reading}).
 *   <li>{@code Topic} parts the topic's words into its subject and what people want to do with it;
 *       {@code TopicMatch} says which documents name the subject.
 *   <li>{@code Chosen} has the rails look at every passage apart before anything of it is used, and
 *       keeps guides, products, terms of service and competitors' pages.
 *   <li>{@code TermGap}, {@code Questions}, {@code HeadingPatterns}, {@code Chances}: what
 *       competitors share and are asked, how their pages are built, what only one side says; always
 *       with the sentence that says so.
 *   <li>{@code Checks} finds by {@code Contradictions} what sources disagree on, and what only
 *       competitors claim. Of own sources that contradict each other the newer stands, marked;
 *       where dates do not tell, neither.
 *   <li>{@code Outliner} plans sections, {@code DraftComposer} puts sentences into them.
 *   <li>{@code EvidenceBook} numbers passages, the client's own first; {@code DraftReview} sends
 *       the draft through the rails and takes out what they stop.
 * </ol>
 *
 * <p>Nothing of it looks at a clock or a dice: the same sources give the same bytes. {@code
 * BriefTables} leaves {@code gold.briefs} and {@code gold.brief_terms}.
 *
 * <p>What people do to a draft stands apart, beside the ledger: {@link
 * io.liftwerk.briefs.BriefReview} writes edits and thumbs, {@link io.liftwerk.briefs.StoredBriefs}
 * puts edits into the newest run's draft, which then passes the rails again. {@link
 * io.liftwerk.briefs.BriefExport} and {@link io.liftwerk.briefs.WordPressPublish} let it leave, by
 * the forms of {@code cms}.
 */
@NullMarked
package io.liftwerk.briefs;

import org.jspecify.annotations.NullMarked;
