/**
 * A draft as a CMS takes it: in files, and onto a WordPress site.
 *
 * <p>Everything begins with a {@link io.liftwerk.briefs.cms.CmsPost}: title, slug, language, and a
 * body of {@link io.liftwerk.briefs.cms.Block blocks} (headings, paragraphs, lists) made of {@link
 * io.liftwerk.briefs.cms.Span spans}. A citation is a span that points at one of the post's {@link
 * io.liftwerk.briefs.cms.Source sources}. Texts hold no markup, so that nothing a source says can
 * become any; what XML 1.0 cannot hold is taken out once, here.
 *
 * <pre>
 *   CmsPost ── CmsFormat.MARKDOWN    front matter (Yaml), footnotes           MarkdownWriter
 *          ├── CmsFormat.WXR         blocks in CDATA, fields, terms           WxrWriter, Gutenberg
 *          │                         read back before it is given away        WxrReader
 *          ├── CmsFormat.CONTENTFUL  content type, entry by locale            ContentfulWriter
 *          └── WordPressPush         /wp-json/wp/v2: terms, then the post     WordPressSite
 * </pre>
 *
 * <p>The same post gives the same bytes: no clock, no random number, maps in the order of their
 * keys. What a CMS cannot hold is said and never cut. {@link io.liftwerk.briefs.cms.CmsNotes} says
 * what is to be known whatever the form.
 *
 * <p>For search engines {@link io.liftwerk.briefs.cms.SchemaOrg} builds Schema.org data from typed
 * records, {@code GoogleRules} tells what Google asks of it, {@link io.liftwerk.briefs.cms.JsonLd}
 * writes it so that it can stand in a {@code <script>}; {@link io.liftwerk.briefs.cms.Hreflang}
 * checks codes and whether pages lead back to each other.
 *
 * <p>{@link io.liftwerk.briefs.cms.WordPressSite} is the only class that opens a connection: to one
 * host, without redirects and proxies, within a minute. Who calls it has asked {@link
 * io.liftwerk.workspace.Egress} before. {@link io.liftwerk.briefs.cms.WordPressPush} decides what
 * is sent:
 *
 * <pre>{@code
 * try (var site = new WordPressSite(address, credentials, exchange -> {})) {
 *   Outcome outcome = WordPressPush.run(site, post, false, known);
 * }
 * }</pre>
 *
 * <p>It finds what an earlier push wrote (by number, by the brief's id beside it, or by the same
 * text), refuses a slug that is somebody else's and a published post that it would take back, makes
 * missing terms, writes the post, and compares what the site says it stored with what was sent.
 *
 * <p>{@code src/it/wordpress} sets up a real WordPress on the loopback address; {@code mvn
 * -Pit-wordpress} pushes and imports there and reads back.
 */
@NullMarked
package io.liftwerk.briefs.cms;

import org.jspecify.annotations.NullMarked;
