/** What tests of every module share: architecture rules and the way to reference data. */
@NullMarked
package io.liftwerk.testsupport;

import org.jspecify.annotations.NullMarked;
