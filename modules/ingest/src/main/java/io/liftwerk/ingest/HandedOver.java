package io.liftwerk.ingest;

import io.liftwerk.workspace.Identifier;
import io.liftwerk.workspace.RunRecord;
import java.util.Optional;
import java.util.Set;

/**
 * Knows the files by which persons were handed to others. They hold neither identifiers nor
 * pseudonyms but what those others match persons by; whoever writes such files says what that is.
 */
public interface HandedOver {

  /** Of a workspace whose files nobody was handed. */
  HandedOver TO_NOBODY =
      new HandedOver() {
        @Override
        public Set<String> keys(Identifier kind, String original) {
          return Set.of();
        }

        @Override
        public Optional<String> to(RunRecord run) {
          return Optional.empty();
        }
      };

  /** What stands in such files in place of {@code original}, for every recipient there can be. */
  Set<String> keys(Identifier kind, String original);

  /** The name of whoever the files of {@code run} were made for; empty where it made none. */
  Optional<String> to(RunRecord run);
}
