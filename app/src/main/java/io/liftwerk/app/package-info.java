/** The workbench and the command line. */
@NullMarked
package io.liftwerk.app;

import org.jspecify.annotations.NullMarked;
