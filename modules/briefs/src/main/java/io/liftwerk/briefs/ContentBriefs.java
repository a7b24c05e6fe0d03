package io.liftwerk.briefs;

import io.liftwerk.guardrails.Guardrails;
import io.liftwerk.knowledge.Hit;
import io.liftwerk.knowledge.KnowledgeBase;
import io.liftwerk.knowledge.Role;
import io.liftwerk.knowledge.SearchRequest;
import io.liftwerk.text.Words;
import io.liftwerk.warehouse.Impersonal;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.WorkbenchException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares competitors' pages on a topic with the client's own sources, and writes a brief and a
 * draft of cited sentences.
 */
public final class ContentBriefs implements Job<BriefResult> {
  /** Name of the job. */
  public static final String NAME = "brief";

  private static final int HITS = 30;
  private static final int LONGEST = 200;

  private final BriefRequest request;

  /**
   * @throws WorkbenchException code {@code personal-text} when topic or audience hold an identifier
   */
  public ContentBriefs(BriefRequest request) {
    Impersonal.check(request.topic(), request.cluster(), request.audience());
    this.request = request;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public BriefRequest parameters() {
    return request;
  }

  @Override
  public Map<String, Double> metrics(BriefResult result) {
    var metrics = new LinkedHashMap<String, Double>();
    SerpGap gap = result.gap();
    metrics.put("terms", (double) gap.terms().size());
    metrics.put("covered", (double) gap.terms().stream().filter(MustCover::covered).count());
    Draft draft = result.document().draft();
    metrics.put("sentences", draft == null ? 0.0 : draft.sentences().size());
    metrics.put("to-check", (double) result.document().brief().factsToCheck().size());
    return metrics;
  }

  /**
   * @throws WorkbenchException code {@code brief-topic}, {@code brief-language}, {@code
   *     cluster-unknown}, {@code index-missing}, {@code brief-empty} when nothing is indexed
   */
  @Override
  public BriefResult run(JobContext context) throws Exception {
    String topic = topic();
    context.progress(0, "reading the index");
    Searches searches =
        request.cluster() == null
            ? Searches.NONE
            : ClusterSearches.read(context, request.cluster());
    BriefResult result;
    try (KnowledgeBase base = KnowledgeBase.open(context.workspace())) {
      Corpus corpus = Corpus.of(base);
      if (corpus.entries().isEmpty()) {
        throw new WorkbenchException(
            "brief-empty",
            "Neither an own source nor a competitor's page is indexed.",
            "Import them and run 'index'.");
      }
      context.input("index", base.state().sha256(), base.state().passages());
      Guardrails guardrails = Guardrails.of(context.workspace());
      if (request.day() != null) {
        guardrails = guardrails.on(request.day());
      }
      result =
          new BriefBuilder(
                  request,
                  topic,
                  corpus,
                  new Ranking(hits(base, topic)),
                  searches,
                  guardrails,
                  context::progress)
              .build();
    }
    context.progress(.95, "writing the tables");
    new BriefTables(context).write(result);
    return result;
  }

  private String topic() {
    String topic = request.topic() == null ? request.cluster() : request.topic();
    if (topic == null || topic.isBlank() || Words.of(topic).isEmpty()) {
      throw new WorkbenchException(
          "brief-topic",
          "A brief needs a topic.",
          "Name one with --topic, or a cluster of searches with --cluster.");
    }
    if (topic.length() > LONGEST) {
      throw new WorkbenchException(
          "brief-topic",
          "A topic of %d characters is a text, not a topic.".formatted(topic.length()),
          "Name it in a few words, at most %d characters.".formatted(LONGEST));
    }
    return topic.strip();
  }

  private static List<Hit> hits(KnowledgeBase base, String topic) {
    List<Hit> hits = new ArrayList<>();
    for (Role role : Role.values()) {
      hits.addAll(base.search(SearchRequest.of(topic).in(role).top(HITS)).hits());
    }
    return hits;
  }
}
