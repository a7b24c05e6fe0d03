package io.liftwerk.app.cli;

import io.liftwerk.keywords.KeywordMining;
import io.liftwerk.keywords.KeywordRequest;
import io.liftwerk.keywords.KeywordResult;
import io.liftwerk.keywords.WordForm;
import io.liftwerk.workspace.Run;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

@Command(
    name = "keywords",
    subcommands = {KeywordVerbs.Export.class, KeywordVerbs.Review.class},
    footer = {
      "  liftwerk keywords nordwand",
      "  liftwerk keywords nordwand --table suchbegriffe --words 2 --form parts --json",
      "  liftwerk keywords nordwand --since 2026-09-01 --until 2026-09-30 --compare-since"
          + " 2026-08-01 --compare-until 2026-08-31"
    })
final class KeywordsCommand extends HandedCommand {
  @Parameters(paramLabel = "WS", descriptionKey = "WS")
  Path folder;

  @Option(names = "--table", paramLabel = "T")
  @Nullable String table;

  @Option(names = "--column", paramLabel = "PART=COL")
  List<String> columns = List.of();

  @Option(names = "--form", paramLabel = "FORM", defaultValue = "whole")
  WordForm form;

  @Option(names = "--words", paramLabel = "N", defaultValue = "3")
  int words;

  @Option(names = "--currency", paramLabel = "CODE")
  @Nullable String currency;

  @Option(names = "--since", paramLabel = "DAY")
  @Nullable LocalDate since;

  @Option(names = "--until", paramLabel = "DAY")
  @Nullable LocalDate until;

  @Option(names = "--compare-since", paramLabel = "DAY")
  @Nullable LocalDate compareSince;

  @Option(names = "--compare-until", paramLabel = "DAY")
  @Nullable LocalDate compareUntil;

  @Option(names = "--max-cpa", paramLabel = "MONEY")
  @Nullable BigDecimal maxCpa;

  @Option(names = "--lost", paramLabel = "CONVERSIONS", defaultValue = "0.5")
  double lost;

  @Option(names = "--brand", paramLabel = "NAME[,NAME]")
  List<String> brands = List.of();

  @Option(names = "--competitor", paramLabel = "NAME[,NAME]")
  List<String> competitors = List.of();

  @Option(names = "--limit", paramLabel = "N", defaultValue = "5000")
  int limit;

  @Option(names = "--no-clusters")
  boolean noClusters;

  @Option(names = "--model", paramLabel = "FILE")
  @Nullable Path model;

  @Override
  public Integer call() throws Exception {
    var request =
        new KeywordRequest(
            table,
            parts(),
            form,
            words,
            currency,
            since,
            until,
            compareSince,
            compareUntil,
            maxCpa,
            lost,
            names("--brand", brands),
            names("--competitor", competitors),
            limit,
            !noClusters,
            model == null ? null : model.toAbsolutePath().toString());
    Run<KeywordResult> run = handed(folder, new KeywordMining(request), KeywordResult.class);
    if (json) {
      console().json(Console.document(run));
    } else {
      KeywordsText.print(console(), run);
    }
    return 0;
  }

  private Map<String, String> parts() {
    var parts = new LinkedHashMap<String, String>();
    for (String column : columns) {
      int at = column.indexOf('=');
      if (at <= 0) {
        throw new ParameterException(spec.commandLine(), Texts.of("usage.keywords.column", column));
      }
      parts.put(column.substring(0, at).strip(), column.substring(at + 1).strip());
    }
    return parts;
  }

  private List<String> names(String option, List<String> texts) {
    return texts.stream()
        .flatMap(
            text ->
                NameList.of(text)
                    .orElseThrow(
                        () ->
                            new ParameterException(
                                spec.commandLine(), Texts.of("usage.quote", option, text)))
                    .stream())
        .toList();
  }
}
