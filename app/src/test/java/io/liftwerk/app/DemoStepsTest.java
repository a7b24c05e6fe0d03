package io.liftwerk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.guardrails.GuardPolicy;
import io.liftwerk.guardrails.GuardPolicyFile;
import io.liftwerk.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the sample client's story is made of; the demo itself runs beside the tests. */
class DemoStepsTest {
  private static final Path SAMPLE =
      Path.of(System.getProperty("liftwerk.root")).resolve("sample-data");

  @TempDir Path folder;

  @Test
  void theRailsKnowTheClientAndItsClaimsInBothLanguages() throws IOException {
    Locale before = Locale.getDefault();
    try {
      for (Locale locale : List.of(Locale.UK, Locale.GERMANY)) {
        Locale.setDefault(locale);
        try (Workspace made = Workspace.create(folder.resolve(locale.getLanguage()))) {
          new DemoSteps(made, handle -> {}).rails(SAMPLE);
          GuardPolicy policy = new GuardPolicyFile(made.folder()).read().policy();
          assertEquals("Nordwand", policy.claims().brand());
          assertEquals(10, policy.claims().list().size());
        }
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void whatIsAskedIsReadWhole() throws IOException {
    DemoSteps.Asked asked = DemoSteps.Asked.read();
    assertEquals(0.1, asked.canary().canary());
    assertTrue(asked.canary().guards().getFirst().startsWith("beschwerde"));
    assertEquals("Kontrolle", asked.trial().control());
    assertEquals(asked.trial().table(), asked.costs().table());
    assertEquals(asked.trial().table(), asked.simulation().table());
    assertEquals("de", asked.brief().language());
    assertEquals("crm_leads", asked.retention().table());
    assertEquals(12, asked.customers().months());
  }
}
