/**
 * The Sources page: what is indexed of own articles, competitors' pages and product feeds, whose
 * each source is, and a search that says of every hit why it was found.
 */
@NullMarked
package io.liftwerk.app.window.sources;

import org.jspecify.annotations.NullMarked;
