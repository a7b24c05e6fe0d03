package io.liftwerk.briefs;

import java.util.List;

/** Where a CMS is to file a post: names of its categories and tags, made there when missing. */
public record Filing(List<String> categories, List<String> tags) {
  public Filing {
    categories = List.copyOf(categories);
    tags = List.copyOf(tags);
  }

  /** Nowhere in particular. */
  public static final Filing NONE = new Filing(List.of(), List.of());
}
