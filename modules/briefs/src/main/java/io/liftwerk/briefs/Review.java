package io.liftwerk.briefs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rails said.
 *
 * @param verdict on the draft: {@code pass}, {@code redact} or {@code block}; only a draft that
 *     passes is exported
 * @param findings on sources, which are then not used, and on the draft
 */
public record Review(String verdict, List<Finding> findings) {
  public static final String PASS = "pass";
  public static final String REDACT = "redact";
  public static final String BLOCK = "block";

  public Review {
    findings = List.copyOf(findings);
  }

  /**
   * Whether the draft may leave the workspace. One with something to redact may not: what stands in
   * it still is an editor's, which nobody takes out for them.
   */
  public boolean exportable() {
    return verdict.equals(PASS);
  }

  /**
   * @param rail which rail speaks, for example {@code injection}
   * @param kind what it found
   * @param verdict {@code pass} for a remark, {@code redact} or {@code block}
   * @param sentence id of the draft's sentence; null when it is not about one
   * @param source number of the document; null when it is not about one
   * @param reason one sentence
   */
  public record Finding(
      String rail,
      String kind,
      String verdict,
      @Nullable String sentence,
      @Nullable Integer source,
      String reason) {}
}
