package io.liftwerk.keywords.matching;

import io.liftwerk.keywords.account.Channel;
import io.liftwerk.keywords.account.MatchType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The searches of a report, by their words: finds those that a negative would keep away without
 * looking at all of them. Memory: about 8 bytes a word of a search.
 */
public final class SearchIndex {
  private static final int[] NONE = {};

  private final Channel channel;
  private final Map<String, Integer> vocabulary = new HashMap<>();
  private final List<int[]> searches = new ArrayList<>();
  private final List<Postings> postings = new ArrayList<>();

  /** The searches that have a word, in rising order. */
  private static final class Postings {
    private int[] places = new int[4];
    private int size;

    void add(int place) {
      if (size > 0 && places[size - 1] == place) {
        return;
      }
      if (size == places.length) {
        places = Arrays.copyOf(places, size * 2);
      }
      places[size++] = place;
    }
  }

  /** What channel's rules cut and compare the searches. */
  public SearchIndex(Channel channel, Iterable<String> searches) {
    this.channel = channel;
    searches.forEach(this::add);
  }

  private void add(String search) {
    int[] ids = ChannelWords.of(channel, search).stream().mapToInt(this::id).toArray();
    for (int id : ids) {
      postings.get(id).add(searches.size());
    }
    searches.add(ids);
  }

  private int id(String word) {
    Integer known = vocabulary.get(word);
    if (known != null) {
      return known;
    }
    int id = vocabulary.size();
    vocabulary.put(word, id);
    postings.add(new Postings());
    return id;
  }

  public int size() {
    return searches.size();
  }

  /** The places, in rising order, of the searches that the negative would keep away. */
  public int[] blockedBy(String text, MatchType match) {
    List<String> words = ChannelWords.of(channel, text);
    var ids = new int[words.size()];
    Postings rarest = null;
    for (int i = 0; i < ids.length; i++) {
      Integer id = vocabulary.get(words.get(i));
      if (id == null) {
        return NONE;
      }
      ids[i] = id;
      Postings having = postings.get(id);
      rarest = rarest == null || having.size < rarest.size ? having : rarest;
    }
    if (rarest == null) {
      return NONE;
    }
    MatchType effective = NegativeMatcher.effective(channel, match);
    var blocked = new int[rarest.size];
    int count = 0;
    for (int i = 0; i < rarest.size; i++) {
      if (blocks(ids, effective, searches.get(rarest.places[i]))) {
        blocked[count++] = rarest.places[i];
      }
    }
    return Arrays.copyOf(blocked, count);
  }

  private boolean blocks(int[] words, MatchType match, int[] search) {
    int seen =
        channel == Channel.GOOGLE
            ? Math.min(search.length, NegativeMatcher.GOOGLE_WORDS)
            : search.length;
    return switch (match) {
      case EXACT -> Arrays.equals(words, search);
      case BROAD -> Arrays.stream(words).allMatch(word -> has(search, seen, word));
      case PHRASE -> {
        for (int at = 0; at + words.length <= seen; at++) {
          if (Arrays.equals(search, at, at + words.length, words, 0, words.length)) {
            yield true;
          }
        }
        yield false;
      }
    };
  }

  private static boolean has(int[] search, int seen, int word) {
    for (int i = 0; i < seen; i++) {
      if (search[i] == word) {
        return true;
      }
    }
    return false;
  }
}
