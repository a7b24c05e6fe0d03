package io.liftwerk.guardrails.moderation;

import io.liftwerk.guardrails.Decision;
import io.liftwerk.guardrails.GuardPolicy.ModerationPolicy;
import io.liftwerk.guardrails.plain.Folding;
import io.liftwerk.guardrails.plain.Hit;
import io.liftwerk.guardrails.plain.PhraseBook;
import io.liftwerk.guardrails.plain.View;
import java.util.ArrayList;
import java.util.List;

/** Finds what hurts people. */
public final class Moderation {
  private static final PhraseBook PHRASES = PhraseBook.of(Moderation.class, "moderation.txt");

  private final ModerationPolicy policy;
  private final List<String> allowed;

  public Moderation(ModerationPolicy policy) {
    this.policy = policy;
    this.allowed = policy.allowed().stream().map(word -> Folding.of(word).text()).toList();
  }

  public List<Hit> find(String text) {
    View view = Folding.of(text);
    var hits = new ArrayList<Hit>();
    for (PhraseBook.Match match : PHRASES.find(view)) {
      String found = view.text().substring(match.start(), match.end());
      if (allowed.stream().noneMatch(found::contains)) {
        hits.add(
            Hit.of(
                match.kind(),
                view.start(match.start()),
                view.end(match.end()),
                sentence(match.kind()),
                policy.categories().getOrDefault(match.kind(), Decision.BLOCK)));
      }
    }
    return hits;
  }

  private static String sentence(String kind) {
    return switch (kind) {
      case "hate" -> "It degrades people for what they are.";
      case "threat" -> "It threatens someone.";
      case "violence" -> "It calls for violence or shows how to do it.";
      case "sexual" -> "It is sexual content.";
      default -> "It speaks of harming oneself; whoever wrote it may need help.";
    };
  }
}
