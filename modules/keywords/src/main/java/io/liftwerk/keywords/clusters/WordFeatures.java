package io.liftwerk.keywords.clusters;

import java.util.List;

/** What two words must share to be taken for related: stems and parts of compounds. */
@FunctionalInterface
public interface WordFeatures {

  /** Each word is related to itself alone. */
  WordFeatures WHOLE = List::of;

  /**
   * @param folded a word after {@link io.liftwerk.text.Words#fold}
   * @return its stem and those of its parts; empty for a stop word
   */
  List<String> of(String folded);
}
