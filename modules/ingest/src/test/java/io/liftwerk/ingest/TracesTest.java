package io.liftwerk.ingest;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TracesTest {
  private static final String WANTED = "em_nblepcuyxoxq2nfdfhgchwaa6q";

  @TempDir private Path folder;

  private static boolean found(Path file) throws Exception {
    return new Traces(List.of(WANTED)).in(file);
  }

  @Test
  void inAWorkbookAsOursAreWritten() throws Exception {
    for (String text : List.of(WANTED, "somebody else")) {
      Path file = folder.resolve("list.xlsx");
      try (OutputStream out = Files.newOutputStream(file);
          var workbook = new Workbook(out, "Liftwerk", "1.0")) {
        Worksheet sheet = workbook.newWorksheet("Leads");
        for (int row = 0; row < 2_000; row++) {
          sheet.value(row, 0, "L-" + row);
          sheet.value(row, 1, row == 1_234 ? text : "em_" + row);
        }
      }
      assertTrue(found(file) == text.equals(WANTED), text);
    }
  }

  @Test
  void inPlainTextOfEitherWidthAndPacked() throws Exception {
    String text = "a;b\n" + WANTED.toUpperCase(java.util.Locale.ROOT) + ";c\n";
    Path plain = Files.writeString(folder.resolve("a.csv"), text);
    Path wide = Files.writeString(folder.resolve("b.csv"), text, StandardCharsets.UTF_16LE);
    Path packed = folder.resolve("c.csv.gz");
    try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    Path other = Files.writeString(folder.resolve("PKzip.txt"), "PK\u0003\u0004 no archive");
    assertTrue(found(plain));
    assertTrue(found(wide));
    assertTrue(found(packed));
    assertFalse(found(other));
  }

  @Test
  void aWordIsNoPartOfALongerOne() throws Exception {
    Path file = folder.resolve("ids.csv");
    // where a word stands differs against the borders of what is read at once
    for (int before : List.of(0, 7, 65_530, 65_531, 65_535, 65_536, 65_540, 131_072)) {
      String filler = "x".repeat(before) + ";";
      for (String text : List.of("K8514", "K8514;", "K8514\n" + filler)) {
        Files.writeString(file, filler + text);
        assertTrue(Traces.words(List.of("K8514")).in(file), before + " " + text.length());
      }
      for (String text : List.of("K85140", "AK8514", "K851")) {
        Files.writeString(file, filler + text);
        assertFalse(Traces.words(List.of("K8514")).in(file), before + " " + text);
      }
    }
  }
}
