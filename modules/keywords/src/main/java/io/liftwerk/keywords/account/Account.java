package io.liftwerk.keywords.account;

import java.util.List;

/**
 * What is known of an account, or of several: what it bids on and what it keeps away already. What
 * nobody told us is not in it, so an empty account means "unknown", never "empty".
 */
public record Account(
    List<LiveKeyword> keywords, List<Negative> negatives, List<SharedList> lists) {

  public static final Account UNKNOWN = new Account(List.of(), List.of(), List.of());

  public Account {
    keywords = List.copyOf(keywords);
    negatives = List.copyOf(negatives);
    lists = List.copyOf(lists);
  }
}
