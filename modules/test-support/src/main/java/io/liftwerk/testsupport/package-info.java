/**
 * What tests of every module share: architecture rules, the way to reference data, and processes of
 * their own.
 */
@NullMarked
package io.liftwerk.testsupport;

import org.jspecify.annotations.NullMarked;
