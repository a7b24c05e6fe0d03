/**
 * Language: the words of short texts such as search terms, and personal data in any text.
 *
 * <p>{@link io.liftwerk.text.Words} cuts a text into words and folds each for comparing; all else
 * takes folded words:
 *
 * <pre>{@code
 * Words.of("Wanderschuhe Größe 42");           // wanderschuhe, grosse, 42, each with its place
 * LanguageGuess.of("wanderschuhe damen");      // GERMAN, and how sure
 * Stems.of(Language.GERMAN).stem("treppen");   // trepp, as for treppe
 * StopWords.of(Language.GERMAN).contains("fur");
 * CompoundSplitter.learn(vocabulary).split("aussentreppe");  // aussen, treppe
 * SentenceSplitter.of(Language.GERMAN).split(text);  // z. B. and the 3. Oktober end none
 * Extraction.hashtags(post);                   // and numbers, addresses, signs
 * }</pre>
 *
 * <p>{@code WordScan} is the cutting, {@code MatchKey} the folding: both a table for Latin letters,
 * Unicode's properties for all others. {@code languages.txt} holds the ordinary words from which
 * the guess learns letters and the splitter its first words; {@code PartEvidence} is what the
 * user's vocabulary adds, {@code CompoundRules} with {@code compounds.txt} what may never be a
 * part.
 *
 * <p>{@link io.liftwerk.text.PersonalData} finds identifiers of persons:
 *
 * <pre>{@code
 * PersonalData data = PersonalData.standard();
 * data.find("Frau Quenzl, 030 23125131");      // NAME 5–11 "quenzl", PHONE 13–25 "+493023125131"
 * data.replace(text, span -> pseudonym(span.kind(), span.value()));
 * data.known(List.of("Anna", "Quenzl")).find(note);  // names of the same row, however written
 * data.classify("Bemerkung", sample);          // what a column holds, with share and reason
 * }</pre>
 *
 * <p>A {@link io.liftwerk.text.Span} has its place, a normalised value and a confidence; spans do
 * not overlap and come in the order of the text. {@link io.liftwerk.text.Normalised} gives one form
 * to every way of writing the same identifier, which is what pseudonyms are made of: the same
 * person gets the same one from every source.
 *
 * <p>How a text passes through: {@code Traits} counts its characters once, and recognisers that
 * need an at sign, digits or colons do not look at a text without them; most cells of a table end
 * there. Then, who is surer first: {@code EmailRecogniser}, {@code IbanRecogniser} (check digits),
 * {@code IpRecogniser}, {@code CardRecogniser} (issuer and check digit), {@code PhoneRecogniser},
 * {@code NameRecogniser}, {@code KnownNames}. {@code Findings} keeps a place for who took it first
 * and joins names that overlap; what was found once is found again wherever else it stands.
 *
 * <p>Telephone numbers: {@code PhoneRuns} takes the stretches of digits without the dates among
 * them and reads the words around ("Tel.", "Bestellnummer"); the plans of numbers (libphonenumber)
 * decide where digits and words do not. With the code of one of the regions it is a number even
 * outside the plans.
 *
 * <p>Names: {@code NameTokens} cuts the words and looks each up in {@code NameWords}, whose lists
 * are resources beside these classes; {@code NameSequence} reads how far a name goes (given names,
 * initials, particles, surname; a firm's or a street's is none); {@code NameRecogniser} and {@code
 * LetterEnd} know where names stand. Rules and lists know no name that nothing announces: of the
 * names in Presidio's test sentences, which come from all over the world, about three quarters are
 * found. So a column that is known to hold names is to be replaced whole, and its values given to
 * {@code known} for the other columns of the row.
 *
 * <p>{@code ColumnClassifier} judges a column: what is checked by form or sum by its share, names
 * by how many of the different values look like one, with the heading for or against.
 *
 * <p>{@link io.liftwerk.text.Identifiers} finds many kinds more, for texts that are checked before
 * they are published or handed on: numbers of authorities (German and American ones, with their
 * sums), addresses, places, organisations, dates, ages, titles, nationalities, web addresses:
 *
 * <pre>{@code
 * Identifiers.all().find("LANR 123456601");   // DE_LANR 5–14, 0.9; without the word not found
 * Identifiers.all().only(Set.of(IdentifierKind.DE_TAX_ID)).atLeast(0.9).find(text);
 * Secrets.find("password = hunter22");        // PASSWORD 11–19
 * }</pre>
 *
 * <p>It uses the recognisers of telephone numbers, cards, accounts, IP and e-mail addresses and has
 * its own of names: what {@code PersonalData} finds decides which pseudonyms an import makes, so
 * that must stay what it is, while these lists and rules may grow. How it works is in the package
 * {@code identifiers}; {@code secrets} is what {@link io.liftwerk.text.Secrets} knows, {@code
 * lookup} the tables of words that all of them share.
 *
 * <p>{@link io.liftwerk.text.Embedder} makes vectors of texts, by a model that is in the program or
 * by one from a file:
 *
 * <pre>{@code
 * float[] vector = Embedder.english().embed("waterproof boots");   // 384 numbers, length 1
 * Embedder german = Embedder.of(Path.of("model.onnx"), Path.of("tokenizer.json"));
 * }</pre>
 *
 * <p>{@code TokenizerFile} reads a {@code tokenizer.json}; {@code WordPiece} and {@code Unigram}
 * are the two ways of cutting that sentence models have. {@link io.liftwerk.text.CrossEncoder}
 * reads a question and a text at once; there is none in the program.
 */
@NullMarked
package io.liftwerk.text;

import org.jspecify.annotations.NullMarked;
