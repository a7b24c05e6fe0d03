package io.liftwerk.app.window;

import io.liftwerk.keywords.KeywordMining;
import io.liftwerk.keywords.KeywordRequest;
import io.liftwerk.keywords.KeywordResult;
import io.liftwerk.keywords.KeywordResult.Basis;
import io.liftwerk.keywords.KeywordResult.Cluster;
import io.liftwerk.keywords.KeywordResult.ClusterPage;
import io.liftwerk.keywords.KeywordResult.Intent;
import io.liftwerk.keywords.KeywordResult.LeftOut;
import io.liftwerk.keywords.KeywordResult.Ngram;
import io.liftwerk.keywords.KeywordResult.Note;
import io.liftwerk.keywords.KeywordResult.Overlap;
import io.liftwerk.keywords.KeywordResult.Source;
import io.liftwerk.keywords.KeywordResult.Standing;
import io.liftwerk.keywords.KeywordResult.SuggestedKeyword;
import io.liftwerk.keywords.KeywordResult.SuggestedNegative;
import io.liftwerk.keywords.KeywordResult.Totals;
import io.liftwerk.keywords.KeywordResult.Unclustered;
import io.liftwerk.keywords.WordForm;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run that leaves a small report on search terms, with something in each of its parts. */
public record MadeKeywords(KeywordRequest request) implements Job<KeywordResult> {

  @Override
  public String name() {
    return KeywordMining.NAME;
  }

  @Override
  public KeywordRequest parameters() {
    return request;
  }

  @Override
  public KeywordResult run(JobContext context) {
    return result();
  }

  private static BigDecimal euro(String amount) {
    return new BigDecimal(amount);
  }

  /** Three n-grams, three negatives, two clusters, and one of everything else. */
  public static KeywordResult result() {
    return new KeywordResult(
        "Two words waste 300.00 EUR.",
        "EUR",
        List.of(new Source("suchbegriffe", "google-ads", 300, euro("1000"), null, null)),
        new Totals(300, 200, 9000L, 1000L, euro("1000"), euro("20"), euro("4000")),
        null,
        0.12,
        new Basis(0.02, 0.005, 0.08, euro("50"), euro("100")),
        WordForm.WHOLE,
        3,
        List.of(
            ngram("kletterschuh", 1, "600", "15", Standing.EARNS),
            ngram("gratis", 1, "200", "0", Standing.WASTES),
            ngram("gebraucht kaufen", 2, "100", "1", Standing.OPEN)),
        List.of(
            cluster("kletterschuh", "600", Standing.EARNS),
            cluster("gratis", "200", Standing.WASTES)),
        new Unclustered(12, 90L, euro("200"), null),
        List.of(
            new Intent("transactional", 150, 700L, euro("700"), euro("18"), euro("3800")),
            new Intent("informational", 50, 300L, euro("300"), euro("2"), euro("200"))),
        List.of(
            negative("gratis", "phrase", "200.00", null),
            negative("kostenlos", "phrase", "80.50", null),
            negative("anleitung", "exact", "20.00", "rejected")),
        List.of(
            new SuggestedKeyword(
                "kletterschuh damen",
                "exact",
                "google-ads",
                "DE",
                "Klettern",
                40,
                euro("30"),
                euro("4"),
                null,
                euro("7.5"))),
        List.of(
            new Overlap(
                "seil",
                "google-ads",
                "DE | Klettern | seil",
                euro("30"),
                euro("12"),
                List.of("DE | Klettern | seil", "DE | Zubehör | seile"))),
        List.of(
            new ClusterPage(
                "kletterschuh", "https://nordwand.example/kletterschuhe", 0.9, 500L, euro("600")),
            new ClusterPage("gratis", null, 0.1, 200L, euro("200"))),
        List.of(new LeftOut("money in CHF", 4, euro("9"))),
        List.of(new Note("no-value", "No report tells what conversions are worth.")));
  }

  private static Ngram ngram(
      String text, int n, String cost, String conversions, Standing standing) {
    return new Ngram(
        text,
        text,
        n,
        9,
        4000L,
        300L,
        euro(cost),
        euro(conversions),
        null,
        0.07,
        null,
        null,
        0.02,
        0.01,
        0.03,
        standing,
        null);
  }

  private static Cluster cluster(String name, String cost, Standing standing) {
    return new Cluster(
        name,
        name,
        30,
        4000L,
        300L,
        euro(cost),
        euro("9"),
        euro("900"),
        0.7,
        "transactional",
        standing);
  }

  private static SuggestedNegative negative(
      String text, String match, String saving, @Nullable String decision) {
    return new SuggestedNegative(
        text,
        match,
        "list",
        "Liftwerk",
        List.of("google", "microsoft"),
        euro(saving),
        euro(saving),
        120,
        BigDecimal.ZERO,
        0.3,
        9,
        "It has no conversions.",
        List.of(),
        decision,
        decision == null ? null : "we sell these");
  }
}
