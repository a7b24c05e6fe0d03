package io.liftwerk.guardrails.personal;

import io.liftwerk.guardrails.Operator;
import io.liftwerk.guardrails.plain.Hit;
import io.liftwerk.text.Secret;
import io.liftwerk.text.Secrets;
import java.util.ArrayList;
import java.util.List;

/** Keys, passwords and access tokens in a text. */
public final class SecretRail {
  private final Operator operator;

  public SecretRail(Operator operator) {
    this.operator = operator;
  }

  public List<Hit> find(String text) {
    var hits = new ArrayList<Hit>();
    for (Secret secret : Secrets.find(text)) {
      String written = text.substring(secret.start(), secret.end());
      hits.add(
          new Hit(
              Replacement.word(secret.kind()),
              secret.start(),
              secret.end(),
              "It opens something that others must not open.",
              PersonalRail.decision(operator),
              secret.start(),
              secret.end(),
              Replacement.of(operator, secret.kind().name(), written)));
    }
    return hits;
  }
}
