package io.liftwerk.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.iabtcf.decoder.TCString;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrmExportTest {
  @TempDir Path folder;

  @Test
  void bothExportsDifferInWhoIsNamedAlone() throws Exception {
    Path named = folder.resolve("named.csv");
    Path numbered = folder.resolve("numbered.csv");
    CrmExport.write(named, 500, 40, true);
    CrmExport.write(numbered, 500, 40, false);
    List<String> with = Files.readAllLines(named);
    List<String> without = Files.readAllLines(numbered);
    assertEquals(501, with.size());
    for (int i = 1; i < with.size(); i++) {
      assertTrue(with.get(i).contains("@"), with.get(i));
      assertFalse(without.get(i).contains("@"), without.get(i));
      assertEquals(with.get(i).replaceFirst("person[^,]*", ""), without.get(i));
    }
  }

  @Test
  void consentStringsAreReadByTheirDecoder() throws Exception {
    Path file = folder.resolve("consent.csv");
    ConsentStrings.write(file, 200);
    var seen = new HashSet<String>();
    int refused = 0;
    for (String line : Files.readAllLines(file).subList(1, 201)) {
      String text = line.substring(line.lastIndexOf(',') + 1);
      TCString decoded = TCString.decode(text);
      assertEquals(2, decoded.getVersion());
      assertEquals(5, decoded.getTcfPolicyVersion());
      assertEquals("DE", decoded.getConsentLanguage());
      refused += decoded.getPurposesConsent().contains(1) ? 0 : 1;
      assertTrue(seen.add(text), "all different");
    }
    assertTrue(refused > 5 && refused < 60, "some refuse: " + refused);
  }
}
