package io.liftwerk.warehouse;

import io.liftwerk.warehouse.consent.Basis;
import io.liftwerk.warehouse.consent.Use;
import java.util.List;

/**
 * What consent lets through: the rows of every source with persons, per use, covered or held back.
 *
 * @param rows of all sources
 * @param total per use, over all sources
 * @param sources by name
 * @param refusals per use, persons whose latest decision is a refusal
 * @param questions what only the workspace's owner can answer
 */
public record ConsentResult(
    long rows,
    List<UseConsent> total,
    List<SourceConsent> sources,
    List<Refusals> refusals,
    List<Question> questions) {

  public ConsentResult {
    total = List.copyOf(total);
    sources = List.copyOf(sources);
    refusals = List.copyOf(refusals);
    questions = List.copyOf(questions);
  }

  /**
   * A source.
   *
   * @param source name of its table in bronze
   * @param basis on what its personal data rests
   * @param note names another legal basis; may be empty
   * @param rows that came in
   * @param uses what becomes of them
   */
  public record SourceConsent(
      String source, Basis basis, String note, long rows, List<UseConsent> uses) {
    public SourceConsent {
      uses = List.copyOf(uses);
    }
  }

  /**
   * Rows for one use. {@code covered} and the rows of {@code heldBack} add up to all that came in.
   *
   * @param covered rows that may be used
   * @param because why they may, the most frequent reason first
   * @param heldBack why the others may not, the most frequent reason first
   */
  public record UseConsent(Use use, long covered, List<Part> because, List<Part> heldBack) {
    public UseConsent {
      because = List.copyOf(because);
      heldBack = List.copyOf(heldBack);
    }

    /** All rows that came in. */
    public long rows() {
      return covered + heldBack.stream().mapToLong(Part::rows).sum();
    }
  }

  /**
   * Rows with one reason.
   *
   * @param reason stable code
   * @param sentence the same in words
   */
  public record Part(String reason, String sentence, long rows) {}

  /** Persons whose latest decision on {@code use} is a refusal. */
  public record Refusals(Use use, long persons) {}

  /**
   * Something to be answered in {@code consent.yml}.
   *
   * @param code {@code basis-unstated}, {@code persons-in-none} or {@code source-unknown}
   * @param source which source it is about
   * @param sentence the question
   * @param rows how many rows wait for the answer
   */
  public record Question(String code, String source, String sentence, long rows) {}
}
