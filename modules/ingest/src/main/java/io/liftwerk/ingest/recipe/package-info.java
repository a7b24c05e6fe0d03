/**
 * What the exports of the marketing world look like, one small YAML file each, and which of them a
 * file is.
 *
 * <p>A {@link io.liftwerk.ingest.recipe.Recipe} names the columns of an export in every language
 * known, what they mean ({@link io.liftwerk.ingest.recipe.Role}), the lines above the header and
 * the rows that are totals, what one row stands for, and the platform. {@link
 * io.liftwerk.ingest.recipe.RecipeBook} holds the shipped ones and those that the user put into the
 * workspace's folder {@code recipes/}; given {@link io.liftwerk.ingest.recipe.Evidence} of a file
 * it answers with the {@link io.liftwerk.ingest.recipe.Match}es, the surest first, each with its
 * confidence and the reason. A log or an XML document is recognised by its reader, which then asks
 * for the recipe by its id ({@link io.liftwerk.ingest.recipe.RecipeBook#told}).
 *
 * <p>The key of a column is what models call it, the same on every platform: {@code day}, {@code
 * campaign}, {@code ad_group}, {@code ad}, {@code impressions}, {@code clicks}, {@code cost},
 * {@code conversions}, {@code conversion_value}, {@code currency}, {@code revenue}, {@code leads}.
 *
 * <pre>
 * id: google-ads-ad-groups
 * title: {en: Google Ads ad groups, de: 'Google Ads: Anzeigengruppen'}
 * platform: google-ads
 * icon: ads
 * grain: [day, campaign, ad_group]           # what one row stands for
 * format: table                              # table, json, xml, log, documents, or a list of them
 * recognise:
 *   titles: [Ad group report, Anzeigengruppenbericht]   # a line above the header begins so
 *   files: ["ad.?group"]                     # in the file's name, a regular expression
 *   required: [ad_group, campaign, clicks | cost]       # columns it cannot do without; | is or
 *   absent: [keyword, search_term]           # columns that would make it another export
 *   alone: false                             # true: a file with other columns is something else
 * columns:
 *   ad_group: {role: ad-group, text: true, names: [Ad group, Anzeigengruppe]}
 *   cost: {role: cost, names: [Cost, Kosten, '~amount spent \(([a-z]{3})\)']}   # ~: an expression
 *   campaign_id: {role: id, text: true, names: [Campaign ID]}                   # never a number
 * totals:
 *   labels: ["Total: .+", "Gesamt: .+"]      # a cell that makes a row a total
 *   account: [".*(Account|Konto)"]           # totals of more than what is listed
 *   hidden: [".*Other search terms"]         # totals of what is not listed
 *   blank: [campaign, ad_group]              # or all of these are blank in it
 * footer: ["^Copyright "]                    # lines below the rows
 * </pre>
 *
 * <p>The first group of a column's expression is the currency. Keys in {@code absent} are columns
 * too, described by their names alone.
 */
@NullMarked
package io.liftwerk.ingest.recipe;

import org.jspecify.annotations.NullMarked;
