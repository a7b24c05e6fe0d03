package io.liftwerk.workspace;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the vault of a workspace stands. Told without its key.
 *
 * @param lock {@code none} when there is no vault yet, {@code here} when its key is kept for this
 *     user on this computer, {@code passphrase}
 * @param keyHere whether the key is on this computer; false for a passphrase
 * @param keyFile where it is kept, null for a passphrase
 * @param rounds of PBKDF2-HMAC-SHA256, 0 without a passphrase
 * @param changedAt when it was locked so, null without a vault
 * @param originals how many it holds, by kind
 */
public record VaultStatus(
    String lock,
    boolean keyHere,
    @Nullable String keyFile,
    int rounds,
    @Nullable Instant changedAt,
    Map<String, Long> originals) {}
