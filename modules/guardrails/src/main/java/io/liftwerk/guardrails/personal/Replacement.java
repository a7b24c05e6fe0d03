package io.liftwerk.guardrails.personal;

import io.liftwerk.guardrails.Operator;
import io.liftwerk.text.IdentifierKind;
import io.liftwerk.workspace.Identifier;
import io.liftwerk.workspace.Pseudonyms;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is put in the place of identifiers in one text. Without a workspace's pseudonyms the same
 * identifier gets the same number: the text stays readable, nobody can be found by it, and the same
 * text gives the same result.
 */
public final class Replacement {
  private final @Nullable Pseudonyms pseudonyms;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();

  /**
   * @param pseudonyms the workspace's; null where there is none
   */
  public Replacement(@Nullable Pseudonyms pseudonyms) {
    this.pseudonyms = pseudonyms;
  }

  /**
   * @param written as it stands in the text
   * @param normal its normal form, the same for every way of writing it
   */
  public String of(Operator operator, IdentifierKind kind, String written, String normal) {
    return operator instanceof Operator.Pseudonymise
        ? pseudonym(kind, normal)
        : of(operator, kind.name(), written);
  }

  /** What an operator that needs no pseudonyms makes of {@code written}. */
  public static String of(Operator operator, String name, String written) {
    return switch (operator) {
      case Operator.Keep keep -> written;
      case Operator.Redact redact -> "";
      case Operator.Block block -> "";
      case Operator.Replace replace -> replace.with().isEmpty() ? "<" + name + ">" : replace.with();
      case Operator.Pseudonymise pseudonymise -> "<" + name + ">";
      case Operator.Mask mask -> masked(mask, written);
      case Operator.Hash hash -> hashed(hash, written);
    };
  }

  private String pseudonym(IdentifierKind kind, String normal) {
    if (pseudonyms != null) {
      return pseudonyms.of(identifier(kind), normal);
    }
    int number =
        numbers.computeIfAbsent(
            kind + "\0" + normal, key -> counts.merge(kind.name(), 1, Integer::sum));
    return "<" + kind.name() + "-" + number + ">";
  }

  /** The kind under which the workspace knows it; the same person gets the same pseudonym. */
  private static Identifier identifier(IdentifierKind kind) {
    return switch (kind) {
      case EMAIL -> Identifier.EMAIL;
      case PHONE -> Identifier.PHONE;
      case PERSON -> Identifier.NAME;
      case ADDRESS -> Identifier.ADDRESS;
      case IP -> Identifier.IP;
      case IBAN -> Identifier.IBAN;
      default -> Identifier.ID;
    };
  }

  private static String masked(Operator.Mask mask, String written) {
    int length = written.codePointCount(0, written.length());
    int hidden = Math.clamp(mask.count(), 0, length);
    String stars = mask.character().repeat(hidden);
    return mask.fromEnd()
        ? written.substring(0, written.offsetByCodePoints(0, length - hidden)) + stars
        : stars + written.substring(written.offsetByCodePoints(0, hidden));
  }

  private static String hashed(Operator.Hash hash, String written) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-" + hash.bits());
      digest.update(written.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(hash.salt().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(hash.bits() + " bits", e);
    }
  }

  /** A kind as the policy and findings write it. */
  public static String word(Enum<?> kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
