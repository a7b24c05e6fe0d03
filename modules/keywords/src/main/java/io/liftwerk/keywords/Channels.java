package io.liftwerk.keywords;

import io.liftwerk.keywords.account.Channel;
import io.liftwerk.keywords.account.MatchType;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Platforms and match types as reports name them. */
final class Channels {
  private Channels() {}

  /**
   * Whose rules hold for a report. Where nothing tells whose it is, Google's do, which are the
   * strictest of those with broad negatives.
   */
  static Optional<Channel> of(String platform) {
    String name = platform.toLowerCase(Locale.ROOT);
    return name.isEmpty() || name.startsWith("google")
        ? Optional.of(Channel.GOOGLE)
        : name.startsWith("microsoft")
            ? Optional.of(Channel.MICROSOFT)
            : name.startsWith("amazon") ? Optional.of(Channel.AMAZON) : Optional.empty();
  }

  /** As users name a channel. */
  static String word(Channel channel) {
    return channel.name().toLowerCase(Locale.ROOT);
  }

  /** A match type of the warehouse; empty for what is none of a keyword. */
  static Optional<MatchType> match(@Nullable String word) {
    return switch (word == null ? "" : word) {
      case "exact" -> Optional.of(MatchType.EXACT);
      case "phrase" -> Optional.of(MatchType.PHRASE);
      case "broad", "broad_modified" -> Optional.of(MatchType.BROAD);
      default -> Optional.empty();
    };
  }
}
