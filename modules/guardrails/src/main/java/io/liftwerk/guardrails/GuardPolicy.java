package io.liftwerk.guardrails;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the rails hold to, as {@code guardrails.yml} says it. Kinds and categories are written in
 * lower case with hyphens.
 *
 * @param secrets what becomes of keys and passwords
 * @param structure the form every output must have unless its request names another; null for any
 */
public record GuardPolicy(
    PersonalPolicy personal,
    Operator secrets,
    InjectionPolicy injection,
    ModerationPolicy moderation,
    ClaimPolicy claims,
    @Nullable Shape structure,
    CitationPolicy citation,
    StylePolicy style,
    UrlPolicy url) {

  /**
   * @param otherwise for kinds that {@code kinds} does not name
   * @param kinds by the kind's word, such as {@code email}
   * @param allowed what may stand anywhere, such as the client's own addresses; in any case
   */
  public record PersonalPolicy(
      Operator otherwise, Map<String, Operator> kinds, Set<String> allowed) {
    public PersonalPolicy {
      kinds = Map.copyOf(kinds);
      allowed = Set.copyOf(allowed);
    }

    /** What becomes of a kind. */
    public Operator of(String kind) {
      return kinds.getOrDefault(kind, otherwise);
    }
  }

  /**
   * @param input what becomes of a request that gives orders to the program
   * @param source what becomes of a source that does
   * @param output what becomes of a text that passes such orders on
   * @param certainty from 0 to 1: how sure the classifier must be where no rule matches; 1 leaves
   *     it out
   */
  public record InjectionPolicy(
      Decision input, Decision source, Decision output, double certainty) {

    /** What becomes of a text that goes this way. */
    public Decision of(Direction direction) {
      return switch (direction) {
        case INPUT -> input;
        case SOURCE -> source;
        case OUTPUT -> output;
      };
    }
  }

  /**
   * @param categories {@code hate}, {@code threat}, {@code violence}, {@code sexual}, {@code
   *     self-harm}; one that is missing is blocked
   * @param allowed words that say nothing bad in this trade
   */
  public record ModerationPolicy(Map<String, Decision> categories, Set<String> allowed) {
    public ModerationPolicy {
      categories = Map.copyOf(categories);
      allowed = Set.copyOf(allowed);
    }
  }

  /**
   * @param decision what becomes of a claim without support; redacted is its sentence
   * @param competitors what becomes of a text that names a competitor
   * @param brand whose words they are; empty for any
   * @param markets where texts appear, as ISO 3166 codes, {@code EU}, {@code UK} or {@code US}
   * @param list the client's claims, allowed and forbidden
   * @param names names of competitors
   * @param words further words that are allowed or forbidden
   */
  public record ClaimPolicy(
      Decision decision,
      Decision competitors,
      String brand,
      List<String> markets,
      List<Claim> list,
      List<String> names,
      List<WordRule> words) {
    public ClaimPolicy {
      markets = List.copyOf(markets);
      list = List.copyOf(list);
      names = List.copyOf(names);
      words = List.copyOf(words);
    }
  }

  /**
   * A claim of the client's list.
   *
   * @param text its words; a sentence that has them all in a row makes the claim
   * @param kind what it is about, in the client's words; may be empty
   * @param evidence what supports it; may be empty
   * @param until its last day; null for ever
   * @param markets where the line holds; empty for everywhere
   */
  public record Claim(
      String text,
      String kind,
      boolean allowed,
      String evidence,
      @Nullable LocalDate until,
      List<String> markets) {
    public Claim {
      markets = List.copyOf(markets);
    }
  }

  /**
   * Words that a brand or a market allows or forbids.
   *
   * @param brands for whose texts; empty for all
   * @param markets where; empty for everywhere
   * @param reason why; may be empty
   */
  public record WordRule(
      List<String> words,
      boolean allowed,
      List<String> brands,
      List<String> markets,
      String reason) {
    public WordRule {
      words = List.copyOf(words);
      brands = List.copyOf(brands);
      markets = List.copyOf(markets);
    }
  }

  /**
   * @param missing what becomes of a sentence that cites nothing
   * @param unsupported what becomes of one whose numbers, units or names its passage does not have
   */
  public record CitationPolicy(Decision missing, Decision unsupported) {}

  /**
   * @param decision what becomes of a text that breaks the style
   * @param address how German texts speak to the reader
   * @param forbidden words that do not stand in any text; a star stands for any letters
   * @param forbiddenDecision what becomes of a text with one of them
   * @param longestSentence in words; 0 for any length
   * @param leastEase the lowest reading ease (Flesch, Amstad), from 0 to 100; null for any
   * @param tone what is told besides: {@code shouting}, {@code exclamation}, {@code pressure},
   *     {@code negative}
   */
  public record StylePolicy(
      Decision decision,
      Address address,
      List<String> forbidden,
      Decision forbiddenDecision,
      int longestSentence,
      @Nullable Double leastEase,
      Set<String> tone) {
    public StylePolicy {
      forbidden = List.copyOf(forbidden);
      tone = Set.copyOf(tone);
    }
  }

  /**
   * @param decision what becomes of an address that no source has
   * @param hosts hosts that may be linked to in any text; their subdomains too
   */
  public record UrlPolicy(Decision decision, Set<String> hosts) {
    public UrlPolicy {
      hosts = Set.copyOf(hosts);
    }
  }

  /** Whether anything is to be replaced by the workspace's pseudonyms. */
  public boolean pseudonymises() {
    return personal.otherwise() instanceof Operator.Pseudonymise
        || personal.kinds().values().stream().anyMatch(Operator.Pseudonymise.class::isInstance);
  }

  /** The policy a workspace begins with. */
  public static GuardPolicy standard() {
    return GuardPolicyFile.usual().policy();
  }
}
