package io.liftwerk.warehouse;

import io.liftwerk.warehouse.activation.Platform;
import org.jspecify.annotations.Nullable;

/**
 * Whom to hand to which platform.
 *
 * @param platform whose rules the hashes follow
 * @param table a table of silver or gold with a column {@code person_id}, to whose persons the list
 *     is limited; null for everybody
 * @param reason why, for the audit trail; without personal data
 */
public record CustomerMatchRequest(Platform platform, @Nullable String table, String reason) {}
