/**
 * What must not be said to or by anybody: hate, threats, violence, sexual content, self-harm, by
 * the phrases of {@code moderation.txt}. A word alone is seldom enough: {@code Killer-Angebot} is
 * none.
 */
@NullMarked
package io.liftwerk.guardrails.moderation;

import org.jspecify.annotations.NullMarked;
