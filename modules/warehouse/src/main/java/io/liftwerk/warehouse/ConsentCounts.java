package io.liftwerk.warehouse;

import io.liftwerk.warehouse.ConsentResult.Part;
import io.liftwerk.warehouse.ConsentResult.Question;
import io.liftwerk.warehouse.ConsentResult.Refusals;
import io.liftwerk.warehouse.ConsentResult.SourceConsent;
import io.liftwerk.warehouse.ConsentResult.UseConsent;
import io.liftwerk.warehouse.consent.Basis;
import io.liftwerk.warehouse.consent.ConsentFunnel;
import io.liftwerk.warehouse.consent.ConsentFunnel.Counted;
import io.liftwerk.warehouse.consent.ConsentPolicy;
import io.liftwerk.warehouse.consent.ConsentPolicy.SourceBasis;
import io.liftwerk.warehouse.consent.Reasons;
import io.liftwerk.warehouse.consent.Use;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Makes a {@link ConsentResult} of the counts by source, use and reason. */
final class ConsentCounts {
  private final ConsentFunnel funnel;
  private final ConsentPolicy policy;

  private ConsentCounts(ConsentFunnel funnel) {
    this.funnel = funnel;
    this.policy = funnel.policy();
  }

  static ConsentResult of(ConsentFunnel funnel) {
    return new ConsentCounts(funnel).result();
  }

  private ConsentResult result() {
    Map<String, List<Counted>> bySource =
        funnel.counted().stream()
            .collect(Collectors.groupingBy(Counted::source, TreeMap::new, Collectors.toList()));
    List<SourceConsent> sources = new ArrayList<>();
    bySource.forEach((source, counted) -> sources.add(source(source, counted)));
    List<UseConsent> total = uses(funnel.counted());
    return new ConsentResult(
        total.getFirst().rows(),
        total,
        sources,
        ConsentReport.uses().stream()
            .map(use -> new Refusals(use, funnel.refusing().getOrDefault(use, 0L)))
            .toList(),
        questions(sources));
  }

  private SourceConsent source(String source, List<Counted> counted) {
    SourceBasis basis = policy.source(source);
    List<UseConsent> uses = uses(counted);
    return new SourceConsent(source, basis.basis(), basis.note(), uses.getFirst().rows(), uses);
  }

  private static List<UseConsent> uses(Collection<Counted> counted) {
    return ConsentReport.uses().stream().map(use -> use(use, counted)).toList();
  }

  private static UseConsent use(Use use, Collection<Counted> counted) {
    List<Counted> mine = counted.stream().filter(one -> one.use() == use).toList();
    List<Part> because = parts(mine, Counted::covered);
    return new UseConsent(
        use,
        because.stream().mapToLong(Part::rows).sum(),
        because,
        parts(mine, one -> !one.covered()));
  }

  private static List<Part> parts(List<Counted> counted, Predicate<Counted> which) {
    Map<String, Long> rows =
        counted.stream()
            .filter(which)
            .collect(Collectors.groupingBy(Counted::reason, Collectors.summingLong(Counted::rows)));
    return rows.entrySet().stream()
        .filter(reason -> reason.getValue() > 0)
        .map(
            reason ->
                new Part(reason.getKey(), Reasons.sentence(reason.getKey()), reason.getValue()))
        .sorted(Comparator.comparingLong(Part::rows).reversed().thenComparing(Part::reason))
        .toList();
  }

  private List<Question> questions(List<SourceConsent> sources) {
    var questions = new ArrayList<Question>();
    for (SourceConsent source : sources) {
      if (source.basis() == Basis.UNSTATED) {
        questions.add(
            new Question(
                "basis-unstated",
                source.source(),
                "On what does the personal data in '%s' rest? Until it is stated its persons stay back."
                    .formatted(source.source()),
                source.rows()));
      }
      long persons = funnel.personsInNone().getOrDefault(source.source(), 0L);
      if (persons > 0) {
        questions.add(
            new Question(
                "persons-in-none",
                source.source(),
                "'%s' is stated to hold no persons, but there are some in it. On what does their data rest?"
                    .formatted(source.source()),
                persons));
      }
    }
    for (String name : policy.sources().keySet()) {
      if (sources.stream().noneMatch(source -> policy.isSame(source.source(), name))) {
        questions.add(
            new Question(
                "source-unknown",
                name,
                "consent.yml states a basis for '%s', and no source with persons is called so."
                    .formatted(name),
                0));
      }
    }
    return questions;
  }
}
