package io.liftwerk.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.WorkbenchException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be scored is refused in one sentence, and nothing is left behind. */
class BadInputTest {
  @TempDir private Path folder;
  private Bench bench;

  @BeforeEach
  void open() throws Exception {
    bench = new Bench(folder);
    bench.sql(
        """
        CREATE TABLE bronze.leads AS SELECT i + 2 AS _row, 'x' || i % 5 AS level,
          (hash(i) % 1000)::DOUBLE AS number, 'all' AS one, NULL::VARCHAR AS none,
          i % 40 AS forty, CASE WHEN i % 3 = 0 THEN 'yes' ELSE 'no' END AS won,
          CASE WHEN i < 4 THEN 'yes' ELSE 'no' END AS rare,
          CASE WHEN i < 30 THEN 'yes' WHEN i < 45 THEN 'no' END AS short,
          CASE WHEN i % 9 = 0 THEN 'validate' WHEN i % 2 = 0 THEN 'test' ELSE 'train' END AS three,
          CASE WHEN i % 3 = 0 THEN 'test' ELSE 'train' END AS lacking,
          'id-' || i AS id
        FROM range(400) t(i)
        """,
        "CREATE TABLE bronze.empty AS SELECT * FROM bronze.leads WHERE false",
        "CREATE VIEW bronze.useless AS SELECT _row, id, one, none, won FROM bronze.leads");
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private WorkbenchException refused(LeadScoringRequest request) throws Exception {
    WorkbenchException refusal = assertThrows(WorkbenchException.class, () -> bench.score(request));
    String sentence = refusal.sentence();
    assertTrue(sentence.endsWith(".") && !sentence.contains("\n"), sentence);
    assertEquals(
        List.of(),
        bench.query("SELECT 1 FROM information_schema.tables WHERE table_schema = 'gold'"));
    try (var files = Files.list(bench.workspace().exports())) {
      assertEquals(0, files.count());
    }
    return refusal;
  }

  private static LeadScoringRequest request(
      String table,
      String target,
      @Nullable String positive,
      @Nullable String id,
      List<String> exclude,
      @Nullable String split) {
    return new LeadScoringRequest(table, target, positive, id, exclude, split, 1);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "lead, won, -, -, -, -, table-unknown, bronze.leads",
        "leads, wonn, -, -, -, -, column-unknown, 'won'",
        "leads, won, -, Idd, -, -, column-unknown, 'id'",
        "leads, won, -, -, levle, -, column-unknown, 'level'",
        "leads, won, -, -, -, thre, column-unknown, 'three'",
        "leads, won, yess, -, -, -, positive-unknown, 'yes'",
        "leads, one, -, -, -, -, target-one-class, yes",
        "leads, none, -, -, -, -, target-empty, past",
        "leads, forty, -, -, -, -, target-many-classes, --positive",
        "leads, rare, -, -, -, -, too-few-of-a-class, more",
        "leads, short, -, -, -, -, too-few-rows, more",
        "leads, won, -, -, won, -, target-excluded, never",
        "leads, won, -, -, -, three, split-value, train",
        "leads, won, -, -, -, lacking, split-class, both",
        "empty, won, -, -, -, -, table-empty, Import",
        "useless, won, -, -, -, -, no-usable-column, one",
      })
  void saysWhatIsWrong(
      String table,
      String target,
      @Nullable String positive,
      @Nullable String id,
      @Nullable String exclude,
      @Nullable String split,
      String code,
      String hint)
      throws Exception {
    WorkbenchException refusal =
        refused(
            request(
                table,
                target,
                positive,
                id,
                exclude == null ? List.of() : List.of(exclude),
                split));
    assertEquals(code, refusal.code(), refusal.sentence());
    assertTrue(refusal.hint().contains(hint), refusal.hint());
  }

  @Test
  void fortyClassesAreFineWhenOneIsNamed() {
    LeadScoringResult result = bench.score(request("leads", "forty", "7", null, List.of(), null));
    assertEquals("7", result.positive());
    assertEquals(10, result.positives());
    assertTrue(
        result.warnings().stream().anyMatch(warning -> warning.code().equals("classes-merged")));
  }

  @Test
  void aWarningAlwaysHasItsThreeFields() {
    assertEquals(
        "{\"code\":\"small\",\"column\":null,\"message\":\"m\"}",
        Json.write(new ScoringWarning("small", null, "m")));
  }
}
