package io.liftwerk.guardrails.personal;

import io.liftwerk.guardrails.Decision;
import io.liftwerk.guardrails.GuardPolicy.PersonalPolicy;
import io.liftwerk.guardrails.Operator;
import io.liftwerk.guardrails.plain.Hit;
import io.liftwerk.guardrails.plain.PageParts;
import io.liftwerk.text.Identifier;
import io.liftwerk.text.IdentifierKind;
import io.liftwerk.text.Identifiers;
import io.liftwerk.workspace.Pseudonyms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Personal data in a text. */
public final class PersonalRail {
  private static final Pattern MARKUP =
      Pattern.compile(
          "<(?:script|style)\\b[^>]{0,2000}>.{0,100000}?</(?:script|style)>|<[!/?a-z][^<>]{0,10000}>",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
  private static final Pattern MAIL =
      Pattern.compile("(?:mailto|tel):([^\"'?\\s>]{3,200})", Pattern.CASE_INSENSITIVE);

  private final PersonalPolicy policy;
  private final @Nullable Pseudonyms pseudonyms;
  private final Identifiers everything;
  private final Identifiers direct;

  public PersonalRail(PersonalPolicy policy, @Nullable Pseudonyms pseudonyms) {
    this.policy = policy;
    this.pseudonyms = pseudonyms;
    this.everything = Identifiers.all();
    Set<IdentifierKind> some = EnumSet.noneOf(IdentifierKind.class);
    for (IdentifierKind kind : IdentifierKind.values()) {
      if (kind.isDirect() || policy.kinds().containsKey(Replacement.word(kind))) {
        some.add(kind);
      }
    }
    this.direct = Identifiers.all().only(some);
  }

  /**
   * @param all whether places, dates and the like are told as well; without, only what the policy
   *     names or what is enough to know or reach a person
   */
  public List<Hit> find(String text, boolean all) {
    // a page's tags and scripts name nobody; blanks of the same length keep every place
    String words = PageParts.isPage(text) ? withoutMarkup(text) : text;
    List<Identifier> found = (all ? everything : direct).find(words);
    if (found.isEmpty()) {
      return List.of();
    }
    var hits = new ArrayList<Hit>();
    var replacement = new Replacement(pseudonyms);
    for (Identifier identifier : joined(found, text)) {
      String written = text.substring(identifier.start(), identifier.end());
      if (!policy.allowed().contains(written.toLowerCase(Locale.ROOT))) {
        hits.add(hit(identifier, written, replacement));
      }
    }
    return hits;
  }

  /** Addresses in links stay: a page's {@code mailto:} is somebody's. */
  private static String withoutMarkup(String page) {
    return MARKUP
        .matcher(page)
        .replaceAll(
            found -> {
              Matcher mail = MAIL.matcher(found.group());
              char[] blank = new char[found.group().length()];
              Arrays.fill(blank, ' ');
              while (mail.find()) {
                found.group().getChars(mail.start(1), mail.end(1), blank, mail.start(1));
              }
              return Matcher.quoteReplacement(new String(blank));
            });
  }

  private Hit hit(Identifier identifier, String written, Replacement replacement) {
    IdentifierKind kind = identifier.kind();
    String word = Replacement.word(kind);
    // what only narrows down who is meant stays, unless the policy has a line for it
    Operator operator =
        kind.isDirect() || policy.kinds().containsKey(word) ? policy.of(word) : new Operator.Keep();
    return new Hit(
        word,
        identifier.start(),
        identifier.end(),
        reason(kind),
        decision(operator),
        identifier.start(),
        identifier.end(),
        replacement.of(operator, kind, written, identifier.value()));
  }

  /** What an operator makes of the text's way. */
  static Decision decision(Operator operator) {
    return switch (operator) {
      case Operator.Keep keep -> Decision.PASS;
      case Operator.Block block -> Decision.BLOCK;
      default -> Decision.REDACT;
    };
  }

  private static String reason(IdentifierKind kind) {
    return kind.isDirect() ? "It identifies a person." : "It narrows down who or where someone is.";
  }

  /** Neighbours of one kind with nothing but blanks between are one, as a name in two parts. */
  static List<Identifier> joined(List<Identifier> found, String text) {
    var joined = new ArrayList<Identifier>();
    for (Identifier next : found) {
      Identifier last = joined.isEmpty() ? null : joined.getLast();
      if (last != null
          && last.kind() == IdentifierKind.PERSON
          && next.kind() == IdentifierKind.PERSON
          && text.substring(last.end(), next.start()).isBlank()) {
        joined.set(
            joined.size() - 1,
            new Identifier(
                last.kind(),
                last.start(),
                next.end(),
                last.value() + " " + next.value(),
                Math.max(last.confidence(), next.confidence())));
      } else {
        joined.add(next);
      }
    }
    return joined;
  }
}
