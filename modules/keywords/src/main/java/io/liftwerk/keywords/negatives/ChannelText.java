package io.liftwerk.keywords.negatives;

import io.liftwerk.keywords.account.Channel;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A text as a channel's editor accepts it. What is dropped are signs that the channel refuses or
 * does not compare, so that the text keeps away the same searches; it never begins with a sign that
 * a spreadsheet would run.
 *
 * <p>Google refuses {@code , ! @ % ^ ( ) = { } ; ~ ` < > ? \ |} and does not look at {@code + *}.
 * Amazon wants hyphens, full stops and pluses inside words and quotation marks in pairs
 * (help.adlabs.app/en/articles/33). Of Microsoft nothing is documented; the same signs are dropped.
 */
public final class ChannelText {
  private ChannelText() {}

  /** {@code text} for {@code channel}; empty when nothing is left of it. */
  public static String of(Channel channel, String text) {
    String known = text.replaceAll("[\\p{Cntrl},!@%^*()={};~`<>?\\\\|\\[\\]\"“”„«»+]", " ");
    return Arrays.stream(known.strip().split("[\\s\\p{Z}]+"))
        .map(ChannelText::trimmed)
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String trimmed(String word) {
    return word.replaceAll("^[-.‐‑–—]+|[-.‐‑–—]+$", "");
  }
}
