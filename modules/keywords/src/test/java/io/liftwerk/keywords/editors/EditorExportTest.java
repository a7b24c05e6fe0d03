package io.liftwerk.keywords.editors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.keywords.account.Channel;
import io.liftwerk.keywords.account.LiveKeyword;
import io.liftwerk.keywords.account.MatchType;
import io.liftwerk.keywords.account.Negative;
import io.liftwerk.keywords.account.SharedList;
import io.liftwerk.keywords.editors.BulkRow.Kind;
import io.liftwerk.testsupport.SharedData;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.WorkbenchException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditorExportTest {
  private static final Channel G = Channel.GOOGLE;
  private static final SharedList LIST = new SharedList(G, "Waste", List.of("Search"));

  private static Changes changes(Negative... negatives) {
    return new Changes(G, List.of(negatives), List.of(), List.of(), List.of());
  }

  private static String export(EditorFormat format, Changes changes) throws IOException {
    var out = new StringBuilder();
    new EditorExport(format, AccountIds.UNKNOWN).write(changes, out, new StringBuilder());
    return out.toString();
  }

  @Test
  void googlesEditorIsToldWithItsOwnWords(@TempDir Path folder) throws IOException {
    var changes =
        new Changes(
            G,
            List.of(
                Negative.inList(G, "Waste", "gratis", MatchType.BROAD),
                Negative.inCampaign(G, "Search", "jobs", MatchType.PHRASE),
                Negative.inAdGroup(G, "Search", "A, B", "jobs hier", MatchType.EXACT)),
            List.of(new LiveKeyword(G, "Search", "A, B", "treppe kaufen", MatchType.EXACT)),
            List.of(LIST),
            List.of(new Changes.Link(LIST, "Search")));
    Path file = folder.resolve("google.csv");
    Path undo = EditorExport.undoFile(file);
    var written =
        new EditorExport(EditorFormat.GOOGLE, AccountIds.UNKNOWN).write(changes, file, undo);
    assertEquals(6, written.rows());
    assertEquals("google-undo.csv", String.valueOf(undo.getFileName()));
    assertEquals(
        """
        Campaign,Ad Group,Keyword,Criterion Type,Shared Set Name,Shared Set Type,Status
        ,,,,Waste,Negative keywords,Enabled
        ,,gratis,Negative Broad,Waste,Negative keywords,Enabled
        Search,,,,Waste,Negative keywords,Enabled
        Search,,jobs,Campaign Negative Phrase,,,Enabled
        Search,"A, B",jobs hier,Negative Exact,,,Enabled
        Search,"A, B",treppe kaufen,Exact,,,Enabled
        """,
        Files.readString(file));
    assertEquals(
        """
        Campaign,Ad Group,Keyword,Criterion Type,Shared Set Name,Shared Set Type,Status
        Search,"A, B",treppe kaufen,Exact,,,Removed
        Search,"A, B",jobs hier,Negative Exact,,,Removed
        Search,,jobs,Campaign Negative Phrase,,,Removed
        Search,,,,Waste,Negative keywords,Removed
        ,,gratis,Negative Broad,Waste,Negative keywords,Removed
        ,,,,Waste,Negative keywords,Removed
        """,
        Files.readString(undo));
  }

  @Test
  void noNameIsRunByASpreadsheet() throws IOException {
    for (String name :
        List.of("=1+1", "@SUM(A1)", "-2+3+cmd|' /C calc'!A0", "+HYPERLINK(1)", "\t=1")) {
      var out = new StringBuilder();
      var written =
          new EditorExport(EditorFormat.GOOGLE, AccountIds.UNKNOWN)
              .write(
                  changes(Negative.inCampaign(G, name, "gratis", MatchType.EXACT)),
                  out,
                  new StringBuilder());
      assertEquals(1, written.leftOut(), name);
      assertEquals(1, written.notes().size());
      assertEquals(1, out.toString().lines().count());
      String plain =
          export(
              EditorFormat.PLAIN, changes(Negative.inCampaign(G, name, "gratis", MatchType.EXACT)));
      Csv.Table table = Csv.read(new StringReader(plain));
      assertEquals("'" + name, table.rows().getFirst().get(5));
    }
    assertEquals(
        "- Brand,,gratis,Campaign Negative Exact,,,Enabled",
        export(
                EditorFormat.GOOGLE,
                changes(Negative.inCampaign(G, "- Brand", "gratis", MatchType.EXACT)))
            .lines()
            .toList()
            .getLast());
  }

  @Test
  void identifiersAreReadFromDownloadedFiles() throws IOException {
    AccountIds amazon =
        AccountIds.read(
            Channel.AMAZON,
            new StringReader(
                """
                Product,Entity,Operation,Campaign ID,Ad Group ID,Campaign Name,Ad Group Name
                Sponsored Products,Campaign,,10,,Search,
                Sponsored Products,Ad Group,,10,20,,Group
                """));
    assertEquals("10", amazon.campaign("Search"));
    assertEquals("20", amazon.adGroup("Search", "Group"));
    AccountIds microsoft =
        AccountIds.read(
            Channel.MICROSOFT,
            new StringReader(
                BulkRow.head()
                    + """
                    Campaign,Active,10,1,Search,,,,,,
                    Ad Group,Active,20,10,Search,Group,,,,,
                    Negative Keyword List,Active,30,,,,,,,,Waste
                    """));
    assertEquals("10", microsoft.campaign("Search"));
    assertEquals("20", microsoft.adGroup("Search", "Group"));
    assertEquals("30", microsoft.lists().get("Waste"));
    assertThrows(
        WorkbenchException.class,
        () ->
            UndoIds.complete(
                EditorFormat.MICROSOFT,
                new StringReader(BulkRow.head()),
                new StringReader("a,b\n"),
                new StringBuilder()));
  }

  @Test
  @Tag("reference")
  void microsoftsRecordsAreTheDocumented() throws IOException {
    JsonNode all =
        Json.mapper()
            .readTree(Files.readString(SharedData.file("reference/keywords_site.json")))
            .get("cases");
    int compared = 0;
    for (JsonNode one : all) {
      if (one.get("group").asText().equals("msads_bulk")) {
        Kind kind =
            Kind.valueOf(one.get("name").asText().toUpperCase(Locale.ROOT).replace('-', '_'));
        BulkRow row = BulkRow.of(kind, "ClientIdGoesHere");
        row =
            switch (kind) {
              case CAMPAIGN_NEGATIVE_KEYWORD -> row.withParent("-112").saying("shoes", "Exact");
              case AD_GROUP_NEGATIVE_KEYWORD -> row.withParent("-1111").saying("shoes", "Exact");
              case SHARED_NEGATIVE_KEYWORD, ACCOUNT_SHARED_NEGATIVE_KEYWORD ->
                  row.withParent("-19").saying("shoes", "Exact");
              case NEGATIVE_KEYWORD_LIST -> row.withId("-19").named("My Negative Keyword List");
              case ACCOUNT_NEGATIVE_KEYWORD_LIST ->
                  row.withId("-19").named("My Account Negative Keyword List");
              default -> row.withId("-19").withParent("-112");
            };
        assertEquals(
            Csv.BOM + one.get("expected").asText(),
            BulkRow.head() + Csv.line(row.cells()),
            one.get("id").asText());
        compared++;
      }
    }
    assertEquals(8, compared);
  }
}
