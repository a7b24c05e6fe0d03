/**
 * Where searches go, and where they should.
 *
 * <pre>{@code
 * var routing = new Routing();
 * rows.forEach(routing::add);
 * routing.routes();       // each term: campaign, ad group, keyword, match type, with the figures
 * routing.rivalries();    // terms in several ad groups, which should have them and why
 *
 * var pages = new LandingPages(crawl, features, intents::isLight);
 * pages.best(Words.of("kuppelzelt 3 personen"));   // …/zelte/, relevance .83
 * Coverage.gaps(topics);  // clusters most of whose demand has no page
 * }</pre>
 *
 * <p>Money is added exactly; the order of rows changes nothing.
 */
@NullMarked
package io.liftwerk.keywords.mapping;

import org.jspecify.annotations.NullMarked;
