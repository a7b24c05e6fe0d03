package io.liftwerk.keywords.matching;

import io.liftwerk.keywords.account.Channel;
import io.liftwerk.keywords.account.MatchType;
import io.liftwerk.keywords.account.Negative;
import java.util.Collections;
import java.util.List;

/**
 * Whether a negative keeps a search away, by its channel's documented rules.
 *
 * <ul>
 *   <li>Broad: all its words, in any order. Only Google has it; Microsoft takes one that is brought
 *       there for a phrase, and so does this class for Microsoft and Amazon.
 *   <li>Phrase: its words in their order and next to each other.
 *   <li>Exact: its words and no others.
 * </ul>
 *
 * <p>None meets close variants, but for Amazon's plurals. Google looks at the first 16 words of a
 * search (help 9701952). That Google also keeps away some misspellings of a negative since June
 * 2024 is left out: which ones is not said anywhere, so no saving can be claimed for them.
 */
public final class NegativeMatcher {
  /** How many words of a search Google compares with negatives. */
  static final int GOOGLE_WORDS = 16;

  private final Channel channel;
  private final List<String> words;
  private final MatchType match;

  private NegativeMatcher(Channel channel, List<String> words, MatchType match) {
    this.channel = channel;
    this.words = words;
    this.match = match;
  }

  public static NegativeMatcher of(Channel channel, String text, MatchType match) {
    return new NegativeMatcher(channel, ChannelWords.of(channel, text), effective(channel, match));
  }

  public static NegativeMatcher of(Negative negative) {
    return of(negative.channel(), negative.text(), negative.match());
  }

  /** What the channel makes of a match type. */
  static MatchType effective(Channel channel, MatchType match) {
    return channel.limits().matches().contains(match) ? match : MatchType.PHRASE;
  }

  /** Its words as the channel compares them; empty when it has none, and then it blocks nothing. */
  public List<String> words() {
    return words;
  }

  public boolean blocks(String search) {
    return blocksWords(ChannelWords.of(channel, search));
  }

  /** As {@link #blocks}, for a search that is cut into the channel's words already. */
  boolean blocksWords(List<String> search) {
    if (words.isEmpty()) {
      return false;
    }
    List<String> seen =
        channel == Channel.GOOGLE && match != MatchType.EXACT && search.size() > GOOGLE_WORDS
            ? search.subList(0, GOOGLE_WORDS)
            : search;
    return switch (match) {
      case BROAD -> seen.containsAll(words);
      case PHRASE -> Collections.indexOfSubList(seen, words) >= 0;
      case EXACT -> seen.equals(words);
    };
  }
}
