package io.liftwerk.briefs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BriefExportTest {
  @TempDir Path folder;
  private Workspace workspace;
  private BriefDocument document = SampleBrief.german();

  @BeforeEach
  void open() {
    workspace = Workspace.create(folder.resolve("client"));
  }

  @AfterEach
  void close() {
    workspace.close();
  }

  private BriefExport.Result export(String to) {
    var request = new BriefExport.Request(document.id(), to, Filing.NONE);
    return new JobRunner(workspace, Runnable::run)
        .run(new BriefExport(request, (context, id) -> document))
        .result();
  }

  private String text(BriefExport.Result result) throws Exception {
    return Files.readString(workspace.folder().resolve(result.file()));
  }

  @Test
  void everySentenceLeavesWithItsCitation() throws Exception {
    String markdown = text(export("markdown"));
    assertTrue(
        markdown.contains(
            "## Welche Norm muss ein Set erfüllen?\n\n"
                + "Neue Sets erfüllen die EN 958.[^1] Prüfe das Etikett \\& den Gurt.[^1]"),
        markdown);
    assertTrue(markdown.contains("- ein Wirbel[^2]"), markdown);
    assertTrue(
        markdown.contains(
            "[^1]: [Klettersteig-Set"
                + " kaufen](<https://www.nordwand.example/ratgeber/klettersteig-set-kaufen/>) – Set"
                + " kaufen › Norm\n"),
        markdown);
    String wxr = text(export("wxr"));
    assertTrue(wxr.contains("EN 958.<sup><a href=\"#source-1\">"), wxr);
    assertTrue(text(export("contentful")).contains("\"liftwerkArticle\""));
  }

  @Test
  void theSameBriefGivesTheSameBytes() throws Exception {
    for (String to : List.of("markdown", "wxr", "contentful", "json")) {
      BriefExport.Result first = export(to);
      BriefExport.Result second = export(to);
      assertFalse(first.file().equals(second.file()));
      assertEquals(first.sha256(), second.sha256(), to);
      assertEquals(text(first), text(second), to);
    }
  }

  @Test
  void aBlockedDraftLeavesInNoForm() throws Exception {
    document = document.with(new Review(Review.BLOCK, List.of()));
    for (String to : List.of("markdown", "wxr", "contentful")) {
      assertEquals(
          "draft-blocked", assertThrows(WorkbenchException.class, () -> export(to)).code());
    }
    BriefExport.Result json = export("json");
    assertEquals(List.of("The draft is blocked by the guardrails and is left out."), json.notes());
    assertEquals(null, BriefJson.read(text(json)).draft());
  }

  @Test
  void anUnknownFormIsRefused() {
    assertEquals(
        "export-format", assertThrows(WorkbenchException.class, () -> export("docx")).code());
  }
}
