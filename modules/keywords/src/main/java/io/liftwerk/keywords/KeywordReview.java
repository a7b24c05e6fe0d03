package io.liftwerk.keywords;

import io.liftwerk.warehouse.Impersonal;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.WorkbenchException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Remembers what the user decided on negatives; the next report goes by it. */
public final class KeywordReview implements Job<KeywordReview.Result> {
  /** Name of the job. */
  public static final String NAME = "keywords-review";

  private static final Set<String> VERDICTS = Set.of("accepted", "rejected");
  private static final Set<String> MATCHES = Set.of("broad", "phrase", "exact");

  /**
   * @param decisions in the order in which they were made
   */
  public record Request(List<Decision> decisions) {
    public Request {
      decisions = List.copyOf(decisions);
    }
  }

  /**
   * @param text of the negative
   * @param match its match type: {@code broad}, {@code phrase} or {@code exact}
   * @param verdict {@code accepted}, {@code rejected}; null to take a decision back
   * @param why a reason; null for none
   */
  public record Decision(
      String text, String match, @Nullable String verdict, @Nullable String why) {}

  /**
   * @param accepted negatives that stand accepted now
   * @param rejected negatives that stand rejected now
   * @param decisions all that stand
   */
  public record Result(int accepted, int rejected, List<Decision> decisions) {}

  private final Request request;

  /**
   * @throws WorkbenchException code {@code personal-text} when a text or reason holds an identifier
   */
  public KeywordReview(Request request) {
    request.decisions().forEach(one -> Impersonal.check(one.text(), one.why()));
    this.request = request;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Request parameters() {
    return request;
  }

  /**
   * @throws WorkbenchException code {@code decision} when a text, match type or verdict is none
   */
  @Override
  public Result run(JobContext context) throws Exception {
    Decisions.make(context.connection());
    for (Decision decision : request.decisions()) {
      write(context, decision);
    }
    List<Decision> all = new ArrayList<>();
    Decisions.read(context.connection())
        .forEach(
            (key, made) ->
                all.add(new Decision(key.text(), key.match(), made.verdict(), made.why())));
    int rejected = (int) all.stream().filter(one -> "rejected".equals(one.verdict())).count();
    return new Result(all.size() - rejected, rejected, all);
  }

  private static void write(JobContext context, Decision decision) throws Exception {
    String match = decision.match().toLowerCase(Locale.ROOT);
    String verdict = decision.verdict();
    if (decision.text().isBlank()
        || !MATCHES.contains(match)
        || (verdict != null && !VERDICTS.contains(verdict))) {
      throw new WorkbenchException(
          "decision",
          "'%s' as %s cannot be decided on.".formatted(decision.text(), decision.match()),
          "Give a text, one of broad, phrase or exact, and accepted or rejected.");
    }
    Decisions.write(
        context.connection(),
        new Decisions.Key(decision.text().strip(), match),
        verdict == null ? null : new Decisions.Made(verdict, decision.why()),
        context.run());
  }
}
