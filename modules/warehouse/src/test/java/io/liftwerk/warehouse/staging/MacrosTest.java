package io.liftwerk.warehouse.staging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.liftwerk.warehouse.model.ModelFile;
import io.liftwerk.warehouse.project.Project;
import io.liftwerk.warehouse.project.ProjectFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the shipped macros make of a value. */
class MacrosTest {
  @TempDir Path folder;
  private Client client;

  @BeforeEach
  void open() {
    client = new Client(folder);
  }

  @AfterEach
  void close() {
    client.close();
  }

  /** The SQL that {@code call} stands for. */
  static String sql(Path folder, String call) {
    var model = new ModelFile("models/silver/asked.sql", "select {{ " + call + " }} as answer");
    Project project = Project.read(ProjectFiles.of(folder, List.of(model)), List.of(), List.of());
    return Objects.requireNonNull(project.models().get("asked")).sql();
  }

  private String answer(String call) {
    return client.row(sql(folder, call));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "[schuh],schuh,exact",
        "`\"schuh kaufen\"`,schuh kaufen,phrase",
        "+schuh +kaufen,schuh kaufen,broad_modified",
        "schuh -rot,schuh -rot,broad",
        "c++ kurs,c++ kurs,broad",
      })
  void keywordsAreTakenOutOfTheirSigns(String raw, String text, String type) {
    assertEquals(text, answer("keyword_text(\"'" + raw.replace("\"", "\\\"") + "'\")"));
    assertEquals(type, answer("keyword_match_type(\"'" + raw.replace("\"", "\\\"") + "'\")"));
  }

  @ParameterizedTest
  @CsvSource({
    "Exact match (close variant),exact,true",
    "Genau passend (ähnliche Variante),exact,true",
    "Passende Wortgruppe,phrase,false",
    "Weitgehend passend,broad,false",
    "Expression exacte,phrase,false",
    "Mot clé exact,exact,false",
    "NEAR_EXACT,exact,true",
    "AI\u00A0Max,ai_max,false",
    "Performance Max,performance_max,false",
    "-,other,false",
  })
  void matchTypesHaveNamesInManyLanguages(String raw, String type, String close) {
    assertEquals(type, answer("match_type(\"'" + raw + "'\")"));
    assertEquals(close, answer("is_close_variant(\"'" + raw + "'\")"));
  }

  @ParameterizedTest
  @CsvSource({
    "Won,,won",
    "Gewonnen,,won",
    "true,,won",
    "nein,,lost",
    ",Closed - Not Converted,lost",
    ",Closed - Converted,won",
    ",UNQUALIFIED,lost",
    ",IN_PROGRESS,open",
    "Open,won,open",
    ",,open",
  })
  void leadsEndInWordsOfManySystems(
      @Nullable String outcome, @Nullable String status, String expected) {
    assertEquals(
        expected,
        answer("lead_outcome(\"" + literal(outcome) + "\", \"" + literal(status) + "\")"));
  }

  @ParameterizedTest
  @CsvSource({
    "paid,,10,0,paid",
    "partially_refunded,,10,4,paid",
    "refunded,,10,10,refunded",
    "Rückerstattet,,10,,refunded",
    "wc-cancelled,,10,0,cancelled",
    "Storniert,,10,0,cancelled",
    "paid,2026-09-01,10,0,cancelled",
    "on-hold,,10,0,open",
    ",,10,0,paid",
  })
  void ordersHaveStatesInManyLanguages(
      @Nullable String status,
      @Nullable String cancelled,
      String total,
      @Nullable String refunded,
      String expected) {
    String call =
        "order_state(\"%s\", \"%s\", \"%s\", \"%s\")"
            .formatted(
                literal(status), literal(cancelled), total, refunded == null ? "null" : refunded);
    assertEquals(expected, answer(call));
  }

  @ParameterizedTest
  @CsvSource({
    "google-ads,Performance Max,Herbst,Cross-network",
    "google-ads,,DE | PMax | Sortiment,Cross-network",
    "google-ads,Suchnetzwerk,Shopping-Marken,Paid Search",
    "google-ads,Displaynetzwerk,x,Display",
    "google-ads,,x,Paid Search",
    "meta,,x,Paid Social",
    "dv360,,x,Display",
  })
  void campaignsHaveTheChannelOfTheirKind(
      String platform, @Nullable String type, String name, String channel) {
    assertEquals(
        channel,
        answer(
            "ad_channel(\"%s\", \"%s\", \"%s\")"
                .formatted(literal(platform), literal(type), literal(name))));
  }

  private static String literal(@Nullable String value) {
    return value == null ? "cast(null as varchar)" : "'" + value + "'";
  }
}
