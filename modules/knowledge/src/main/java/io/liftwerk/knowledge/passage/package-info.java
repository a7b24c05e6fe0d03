/**
 * Cuts documents into passages. {@link io.liftwerk.knowledge.passage.Sections} finds what stands
 * under which heading, {@link io.liftwerk.knowledge.passage.PassageCutter} cuts what is long where
 * the words change. Functions of a text: nothing here knows a workspace or an index.
 */
@NullMarked
package io.liftwerk.knowledge.passage;

import org.jspecify.annotations.NullMarked;
