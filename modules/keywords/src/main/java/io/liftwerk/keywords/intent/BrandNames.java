package io.liftwerk.keywords.intent;

import io.liftwerk.text.Words;
import io.liftwerk.text.Words.Word;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Names of firms in a term: written in one, apart or with a hyphen, in the genitive, as an address,
 * or before "shop". Nothing further away is taken for one: a mammoth tree is no Mammut.
 */
final class BrandNames {
  private static final Set<String> ENDINGS =
      Set.of("s", "shop", "onlineshop", "store", "outlet", "online", "app");

  private final Set<String> names = new HashSet<>();
  private int longest = 1;

  BrandNames(List<String> names) {
    for (String name : names) {
      List<Word> words = Words.of(name);
      if (!words.isEmpty()) {
        this.names.add(joined(words));
        // one more, since people part what is one word
        longest = Math.max(longest, words.size() + 1);
      }
    }
  }

  /** The words that name one, as typed. */
  Optional<String> in(List<Word> words) {
    if (names.isEmpty()) {
      return Optional.empty();
    }
    for (int start = 0; start < words.size(); start++) {
      for (int end = start + 1; end <= Math.min(words.size(), start + longest); end++) {
        List<Word> some = words.subList(start, end);
        if (isName(joined(some)) || end == start + 1 && isNamed(some.getFirst())) {
          return Optional.of(some.stream().map(Word::text).collect(Collectors.joining(" ")));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether it is one, or one's genitive. */
  private boolean isName(String joined) {
    return names.contains(joined) || names.contains(joined.replaceFirst("s$", ""));
  }

  private boolean isNamed(Word word) {
    String folded = word.folded();
    for (int end = 3; end < folded.length(); end++) {
      char sign = folded.charAt(end);
      boolean ends =
          sign == '.' || sign == '-' || ENDINGS.contains(Words.loose(folded.substring(end)));
      if (ends && names.contains(plain(folded.substring(0, end)))) {
        return true;
      }
    }
    return folded.startsWith("www.")
        && folded.length() > 4
        && names.contains(plain(folded.substring(4).replaceFirst("\\..*$", "")));
  }

  private static String joined(List<Word> words) {
    return words.stream().map(word -> plain(word.folded())).collect(Collectors.joining());
  }

  private static String plain(String folded) {
    return Words.loose(folded);
  }
}
