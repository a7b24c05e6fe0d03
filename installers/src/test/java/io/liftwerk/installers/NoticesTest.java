package io.liftwerk.installers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoticesTest {
  @TempDir Path temp;

  @Test
  void whatJarsSayIsKeptAndEverythingIsListed() throws IOException {
    Path jar = temp.resolve("good-1.jar");
    try (var zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (String name : List.of("META-INF/LICENSE.txt", "org/good/License.class", "a/b.txt")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.closeEntry();
      }
    }
    Path bill =
        Files.writeString(
            temp.resolve("bom.json"),
            """
            {"components": [
              {"group": "org.good", "name": "good", "version": "1",
               "licenses": [{"license": {"id": "MIT"}}]},
              {"group": "io.liftwerk", "name": "app", "version": "0.1.0"},
              {"group": "org.dual", "name": "dual", "version": "2",
               "licenses": [{"license": {"id": "EPL-2.0"}}, {"license": {"name": "Own"}}]}
            ]}
            """);
    Path texts = Files.createDirectory(temp.resolve("texts"));
    Files.writeString(texts.resolve("NOTICES.txt"), "x");
    Path legal = temp.resolve("legal");
    Notices.write(List.of(jar), bill, texts, legal);
    assertTrue(Files.exists(legal.resolve("good-1.jar/META-INF_LICENSE.txt")));
    assertTrue(Files.exists(legal.resolve("NOTICES.txt")));
    try (var files = Files.list(legal.resolve("good-1.jar"))) {
      assertEquals(1, files.count());
    }
    String list = Files.readString(legal.resolve("THIRD-PARTY.txt"));
    assertTrue(list.contains("org.dual:dual") && list.contains("EPL-2.0 or Own"), list);
    assertTrue(list.contains("MIT"));
    assertFalse(list.contains("io.liftwerk"), list);
  }

  @Test
  void sumsAreThoseOfSha256sumAndTooLargeIsRefused() throws IOException {
    Path file = Files.writeString(temp.resolve("abc"), "abc");
    Artefacts.checksums(List.of(file), temp.resolve("SHA256SUMS"));
    assertEquals(
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  abc\n",
        Files.readString(temp.resolve("SHA256SUMS")));
    Artefacts.hold(file, 3);
    assertThrows(IOException.class, () -> Artefacts.hold(file, 2));
  }
}
