package io.liftwerk.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the first rows teach must not let anything through that comes later. */
class CleanValuesTest {
  private static final int ROWS = 60_000;
  private static final List<String> STATUS = List.of("Neu", "O'Neil & Söhne", "", "In Arbeit");

  @TempDir Path folder;

  @Test
  void anAddressFarBelowIsFoundInColumnsThatLookedHarmless() {
    var text =
        new StringBuilder("Lead-ID,Erstellt am,E-Mail,Status,Kampagne,Einwilligung Marketing\n");
    for (int i = 0; i < ROWS; i++) {
      boolean late = i == ROWS - 7;
      text.append(late ? "von anna.berg@firma.example" : String.valueOf(1_000_000 + i));
      text.append(",2026-09-01,p").append(i % 900).append("@haus.example,");
      text.append(late ? "Neu (anna.berg@firma.example)" : STATUS.get(i % 4)).append(',');
      text.append(late ? "Ruf 0170 1234567" : "DE Winter " + i % 300).append(",ja\n");
    }
    try (var bench = new Bench(folder)) {
      ImportedTable table = bench.load(bench.file("leads.csv", text.toString()));
      assertEquals(ROWS, table.rows());
      String bronze = "bronze." + table.name();
      assertEquals(
          List.of(List.of("0", "0", "2", "1", "14999", "15000")),
          bench.rows(
              "SELECT count(*) FILTER (t.all LIKE '%@%'), count(*) FILTER (t.all LIKE '%Ruf"
                  + " 0170%'), sum(CASE WHEN \"Lead-ID\" LIKE '%[em!_%' ESCAPE '!' THEN 1 ELSE 0"
                  + " END + CASE WHEN \"Status\" LIKE '%[em!_%' ESCAPE '!' THEN 1 ELSE 0 END),"
                  + " count(*) FILTER (\"Kampagne\" LIKE '%[ph!_%' ESCAPE '!'), count(*) FILTER"
                  + " (\"Status\" = 'O''Neil & Söhne'), count(*) FILTER (\"Status\" IS NULL) FROM"
                  + " (SELECT *, concat_ws('|', \"Lead-ID\", \"E-Mail\", \"Status\", \"Kampagne\")"
                  + " AS all FROM "
                  + bronze
                  + ") AS t"));
      assertTrue(
          table.notes().stream().anyMatch(note -> note.contains("'Status'")),
          table.notes()::toString);
    }
  }
}
