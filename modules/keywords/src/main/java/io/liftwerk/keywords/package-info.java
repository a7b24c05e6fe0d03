/**
 * Search terms: which words earn and which waste money, and what to tell each channel's editor.
 *
 * <p>{@link io.liftwerk.keywords.KeywordMining} is the job, {@link
 * io.liftwerk.keywords.KeywordRequest} says what to look into, {@link
 * io.liftwerk.keywords.KeywordResult} is what window, command line and report show. The data passes
 * through in this order:
 *
 * <ol>
 *   <li>{@code TermSnapshot} reads the rows of the reports once, in one currency and period, with
 *       amounts as whole millionths; {@code TermColumns} reads a table that no recipe knows.
 *   <li>{@code TermList} holds the different terms in order of their text, cut into words; {@code
 *       Tokens} says what makes words alike, {@code ngrams.NgramCounter} adds up all amounts of all
 *       n-grams in one pass.
 *   <li>{@code Judgement} says what clicks were worth, as far as they carry: {@code
 *       ngrams.Shrinkage} estimates how the account's words differ.
 *   <li>{@code TermLook} has {@code intent} say what terms are for, {@code Meanwhile} on another
 *       core; {@code TermFacts} has {@code clusters} say which belong together; {@code Mapping} has
 *       {@code mapping} follow them to ad groups and pages.
 *   <li>{@code NegativeSearch} finds what to keep away, beside what {@code AccountReading} knows of
 *       the accounts and {@code Decisions} of the user's mind.
 *   <li>{@code KeywordTables} leaves n-grams, terms and negatives in gold.
 * </ol>
 *
 * <p>{@link io.liftwerk.keywords.KeywordReview} remembers what the user decided, {@link
 * io.liftwerk.keywords.KeywordExport} writes negatives for an editor, {@link
 * io.liftwerk.keywords.KeywordTerms} fetches the terms behind an n-gram.
 *
 * <p>{@code account} is the vocabulary: channels, keywords, negatives. {@code matching} knows each
 * channel's rules: which searches a negative keeps away, and which keywords it stands in the way
 * of. {@code negatives} chooses the few that save what all candidates would, and says what each
 * channel can hold of them. {@code editors} writes what is new to an account for the channel's
 * editor, and beside it the file that takes it back. None of these knows a database: they are
 * functions of what they are handed.
 */
@NullMarked
package io.liftwerk.keywords;

import org.jspecify.annotations.NullMarked;
