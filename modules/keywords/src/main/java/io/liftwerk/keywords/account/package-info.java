/** What an ad account is made of, as far as searches are concerned. */
@NullMarked
package io.liftwerk.keywords.account;

import org.jspecify.annotations.NullMarked;
