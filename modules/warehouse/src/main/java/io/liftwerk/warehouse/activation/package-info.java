/**
 * How advertising platforms want persons to be named. Each platform has its own way to write an
 * address before it is hashed, and a hash of another way matches nobody: {@link
 * io.liftwerk.warehouse.activation.CustomerMatch} knows them. The pseudonyms inside a workspace are
 * none of these, so that no export can be made from them without the vault.
 */
@NullMarked
package io.liftwerk.warehouse.activation;

import org.jspecify.annotations.NullMarked;
