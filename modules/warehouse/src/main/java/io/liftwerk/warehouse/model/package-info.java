/** What a project of models is made of. */
@NullMarked
package io.liftwerk.warehouse.model;

import org.jspecify.annotations.NullMarked;
