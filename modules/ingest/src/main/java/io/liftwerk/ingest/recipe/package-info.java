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
 * confidence and the reason.
 *
 * <pre>
 * id: google-ads-ad-groups
 * title: {en: Google Ads ad groups, de: Anzeigengruppen aus Google Ads}
 * platform: google-ads
 * icon: ads
 * grain: [day, campaign, ad_group]           # what one row stands for
 * format: table                              # table, json, xml, log or documents
 * recognise:
 *   titles: [Ad group report, Anzeigengruppenbericht]   # a line above the header
 *   files: ["ad.?group"]                     # in the file's name, a regular expression
 *   required: [ad_group, campaign]           # columns it cannot do without
 *   absent: [keyword, search_term]           # columns that would make it another export
 * columns:
 *   ad_group: {role: ad-group, names: [Ad group, Anzeigengruppe]}
 *   cost: {role: cost, names: [Cost, Kosten, '~amount spent \(([a-z]{3})\)']}   # ~: an expression
 *   campaign_id: {role: id, text: true, names: [Campaign ID]}                   # never a number
 * totals:
 *   labels: ["Total: .+", "Gesamt: .+"]      # a cell that makes a row a total
 *   account: [".*(Account|Konto)"]           # totals of more than what is listed
 *   hidden: [".*Other search terms"]         # totals of what is not listed
 * footer: ["Copyright .+"]                   # lines below the rows
 * </pre>
 */
@NullMarked
package io.liftwerk.ingest.recipe;

import org.jspecify.annotations.NullMarked;
