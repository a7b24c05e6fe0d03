package io.liftwerk.keywords.editors;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How editors spell what is a constant here. */
final class Labels {
  private Labels() {}

  /** {@code AD_GROUP} as "Ad Group". */
  static String of(Enum<?> constant) {
    return Arrays.stream(constant.name().split("_"))
        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(" "));
  }
}
