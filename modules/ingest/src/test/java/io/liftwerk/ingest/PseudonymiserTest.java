package io.liftwerk.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.liftwerk.workspace.Identifier;
import io.liftwerk.workspace.Pseudonyms;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person has one pseudonym, whatever stands around what identifies them. */
class PseudonymiserTest {
  @TempDir Path folder;

  @Test
  void anAddressInAColumnOfAddressesIsTheSameWithSomethingBesideIt() throws Exception {
    try (var bench = new Bench(folder);
        var pseudonymiser = new Pseudonymiser(bench.workspace().vault(), false)) {
      String alone = pseudonymiser.whole(Identifier.EMAIL, "Anna.Berg@firma.example", "DE");
      for (String cell :
          List.of(
              "von anna.berg@firma.example",
              "Quittenbaum Zacharias anna.berg@firma.example",
              "{\"email\":\"anna.berg@firma.example\"}",
              "Anna Berg <anna.berg@firma.example>",
              "mailto:anna.berg@firma.example",
              " ANNA.BERG@FIRMA.EXAMPLE ")) {
        String masked = pseudonymiser.whole(Identifier.EMAIL, cell, "DE");
        assertEquals(alone, masked.replaceFirst(".*(em_[a-z2-7]{26}).*", "$1"), cell);
        assertEquals(
            "", masked.replaceAll(Pseudonyms.expression(), "").replaceAll("[\\[\\] ]", ""), cell);
      }
    }
  }
}
