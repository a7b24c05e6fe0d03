package io.liftwerk.keywords.negatives;

import io.liftwerk.keywords.account.Channel;
import io.liftwerk.keywords.account.Negative;
import io.liftwerk.keywords.account.SharedList;
import java.util.List;

/**
 * What a channel can hold of what was asked for.
 *
 * @param channel the channel
 * @param negatives what is new to the account, as the channel writes it
 * @param lists the shared lists these stand in, and what each is to be linked with
 * @param standing how many of the wanted the account has already
 * @param unfit what the channel cannot hold
 * @param notes what was said in another way, a sentence each
 */
public record Fitted(
    Channel channel,
    List<Negative> negatives,
    List<SharedList> lists,
    int standing,
    List<Unfit> unfit,
    List<String> notes) {

  public Fitted {
    negatives = List.copyOf(negatives);
    lists = List.copyOf(lists);
    unfit = List.copyOf(unfit);
    notes = List.copyOf(notes);
  }
}
