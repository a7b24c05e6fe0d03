package io.liftwerk.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTrailTest {
  private static final String ID = "a-workspace";
  private static final int ENTRIES = 5;

  @TempDir Path temp;
  private Path folder;
  private Path file;
  private Home home;
  private byte[] trail;
  private byte[] head;

  @BeforeEach
  void write() throws IOException {
    folder = Files.createDirectory(temp.resolve("w"));
    file = folder.resolve(AuditTrail.FILE);
    home = new Home(temp.resolve("home"));
    AuditTrail audit = open();
    for (int i = 1; i <= ENTRIES; i++) {
      audit.append("run", Map.of("run", "000" + i, "zahl", i, "name", "Käse \"x\""));
    }
    trail = Files.readAllBytes(file);
    head = Files.readAllBytes(headFile());
  }

  @Test
  void anUntouchedTrailVerifies() throws IOException {
    AuditVerification found = verify();
    assertTrue(found.ok(), found::toString);
    assertEquals(List.of(), found.findings());
    assertEquals(ENTRIES, found.entries());
    assertEquals(ENTRIES, found.sealed());
    assertEquals(home.key().id(), found.keyId());
    assertTrue(found.ownKey());
    assertTrue(found.compared());
    assertFalse(found.limits().isEmpty());
  }

  @Test
  void theHashIsTheOneDocumented() throws IOException {
    List<String> lines = Files.readAllLines(file);
    var entry = Json.mapper().readTree(lines.get(1));
    var first = Json.mapper().readTree(lines.get(0));
    String canonical =
        "{\"at\":\"%s\",\"details\":{\"name\":\"Käse \\\"x\\\"\",\"run\":\"0002\",\"zahl\":2},\"event\":\"run\",\"seq\":2}"
            .formatted(entry.get("at").asText());
    assertEquals(first.get("hash").asText(), entry.get("previous").asText());
    assertEquals(Hashes.sha256(first.get("hash").asText() + canonical), entry.get("hash").asText());
  }

  @Test
  void anyChangedByteIsFound() throws IOException {
    var random = new Random(7);
    for (int i = 0; i < trail.length; i++) {
      byte[] changed = trail.clone();
      changed[i] = (byte) (changed[i] ^ (1 + random.nextInt(255)));
      Files.write(file, changed);
      int at = i;
      assertFalse(verify().ok(), () -> "byte " + at + " of the trail");
    }
  }

  @Test
  void aChangedLineIsNamed() throws IOException {
    String text = new String(trail, StandardCharsets.UTF_8).replace("\"zahl\":3", "\"zahl\":4");
    Files.writeString(file, text);
    AuditVerification found = verify();
    assertEquals(List.of("changed-entry"), codes(found));
    assertEquals(3, found.findings().getFirst().line());
  }

  @Test
  void anyCutIsFound() throws IOException {
    for (int length = 0; length < trail.length; length++) {
      Files.write(file, Arrays.copyOf(trail, length));
      int at = length;
      assertFalse(verify().ok(), () -> "cut to " + at + " bytes");
    }
    Files.delete(file);
    assertEquals(List.of("cut-tail", "cut-tail"), codes(verify()));
  }

  @Test
  void aCutWithTheOlderHeadPutBackIsFoundHereButNotElsewhere() throws IOException {
    byte[] later = trail;
    AuditTrail audit = open();
    audit.append("run", Map.of("run", "0006"));
    Files.write(file, later);
    Files.write(headFile(), head);
    assertEquals(List.of("cut-tail"), codes(verify()));
    AuditVerification elsewhere =
        AuditScan.of(folder, ID, new Home(temp.resolve("elsewhere")), "").verification();
    assertTrue(elsewhere.ok());
    assertFalse(elsewhere.compared());
    assertFalse(elsewhere.ownKey());
    assertEquals(List.of("foreign-key"), codes(elsewhere));
  }

  @Test
  void anOpenDoesNotHideACutEnd() throws IOException {
    List<String> lines = Files.readAllLines(file);
    Files.write(file, lines.subList(0, 3));
    AuditTrail audit = open();
    audit.append("run", Map.of("run", "0007"));
    AuditVerification found = verify();
    assertFalse(found.ok());
    assertTrue(codes(found).contains("noticed-earlier"), found::toString);
    assertTrue(codes(found).contains("missing-entry"), found::toString);
  }

  @Test
  void anyMissingSwappedOrRepeatedLineIsFound() throws IOException {
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < ENTRIES; i++) {
      var without = new ArrayList<>(lines);
      without.remove(i);
      Files.write(file, without);
      assertFalse(verify().ok());
      var twice = new ArrayList<>(lines);
      twice.add(i, lines.get(i));
      Files.write(file, twice);
      assertFalse(verify().ok());
      if (i > 0) {
        var swapped = new ArrayList<>(lines);
        Collections.swap(swapped, i - 1, i);
        Files.write(file, swapped);
        assertFalse(verify().ok());
      }
    }
    var without = new ArrayList<>(lines);
    without.remove(2);
    Files.write(file, without);
    assertEquals(List.of("missing-entry"), codes(verify()));
  }

  @Test
  void aTrailWrittenAnewWithAnotherKeyIsFound() throws IOException {
    Files.delete(file);
    Files.delete(headFile());
    var other = new Home(temp.resolve("forger"));
    AuditTrail forged = AuditTrail.open(folder, ID, other);
    for (int i = 0; i <= ENTRIES; i++) {
      forged.append("run", Map.of("run", "000" + i));
    }
    AuditVerification found = verify();
    assertFalse(found.ok());
    assertFalse(found.ownKey());
    assertEquals(other.key().id(), found.keyId());
    assertEquals(List.of("foreign-key", "cut-tail"), codes(found));
  }

  @Test
  void aHeadOfAnotherWorkspaceOrWithAChangedFieldIsFound() throws IOException {
    AuditHead genuine = AuditHead.read(folder).orElseThrow();
    var forged = new ArrayList<AuditHead>();
    InstallationKey key = home.key();
    forged.add(AuditHead.sign("another", genuine.seq(), genuine.hash(), key));
    forged.add(
        new AuditHead(
            ID, 4, genuine.hash(), genuine.keyId(), genuine.publicKey(), genuine.signature()));
    forged.add(
        new AuditHead(
            ID, 5, AuditEntry.NONE, genuine.keyId(), genuine.publicKey(), genuine.signature()));
    forged.add(
        new AuditHead(
            ID, 5, genuine.hash(), "0".repeat(32), genuine.publicKey(), genuine.signature()));
    forged.add(new AuditHead(ID, 5, genuine.hash(), genuine.keyId(), "AAAA", "AAAA"));
    forged.add(AuditHead.sign(ID, 5, AuditEntry.NONE, key));
    for (AuditHead wrong : forged) {
      wrong.write(folder);
      assertFalse(verify().ok(), wrong::toString);
    }
    Files.writeString(headFile(), "{");
    assertEquals(List.of("head-missing"), codes(verify()));
    Files.delete(headFile());
    assertEquals(List.of("head-missing"), codes(verify()));
  }

  @Test
  void anUnsealedLastEntryIsSealedAtTheNextOpen() throws IOException {
    AuditEntry last = AuditEntry.parse(lastLine()).orElseThrow();
    String next =
        AuditEntry.make(6, Instant.now(), "run", Map.of("run", "0006"), last.hash()).line();
    Files.write(file, concat(trail, next + "\n"));
    AuditVerification found = verify();
    assertTrue(found.ok());
    assertEquals(List.of("unsealed-entry"), codes(found));
    assertEquals(ENTRIES, found.sealed());
    open();
    AuditVerification after = verify();
    assertTrue(after.ok(), after::toString);
    assertEquals(List.of("sealed-later"), codes(after));
    assertEquals(7, after.sealed());
  }

  @Test
  void twoUnsealedEntriesAreNotTheWorkOfAKill() throws IOException {
    AuditEntry last = AuditEntry.parse(lastLine()).orElseThrow();
    AuditEntry six = AuditEntry.make(6, Instant.now(), "run", Map.of(), last.hash());
    AuditEntry seven = AuditEntry.make(7, Instant.now(), "run", Map.of(), six.hash());
    Files.write(file, concat(trail, six.line() + "\n" + seven.line() + "\n"));
    assertFalse(verify().ok());
    open();
    assertTrue(codes(verify()).contains("noticed-earlier"));
  }

  @Test
  void aHalfWrittenLineIsRemovedAtTheNextOpen() throws IOException {
    Files.write(file, concat(trail, "{\"at\":\"2025"));
    AuditVerification found = verify();
    assertTrue(found.ok());
    assertEquals(List.of("half-written-line"), codes(found));
    open().append("run", Map.of("run", "0006"));
    AuditVerification after = verify();
    assertTrue(after.ok(), after::toString);
    assertEquals(List.of("sealed-later"), codes(after));
    assertEquals(7, after.entries());
  }

  @Test
  void anotherInstallationTakesOverWithANote() throws IOException {
    var other = new Home(temp.resolve("colleague"));
    AuditTrail.open(folder, ID, other).append("run", Map.of("run", "0006"));
    AuditVerification there = AuditScan.of(folder, ID, other, other.key().id()).verification();
    assertTrue(there.ok(), there::toString);
    assertTrue(there.ownKey());
    assertEquals(List.of("foreign-key"), codes(there));
    AuditVerification here = verify();
    assertTrue(here.ok(), here::toString);
    assertFalse(here.ownKey());
    assertNotEquals(home.key().id(), here.keyId());
  }

  @Test
  void theKeyIsTheOwnersAlone() throws IOException {
    Path key = home.folder().resolve("installation.key");
    Assumptions.assumeTrue(
        key.getFileSystem().supportedFileAttributeViews().contains("posix"), "POSIX permissions");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
    assertFalse(
        new String(trail, StandardCharsets.UTF_8).contains("privateKey")
            || new String(head, StandardCharsets.UTF_8).contains("privateKey"));
  }

  @Test
  void aDamagedKeyIsNotReplacedInSilence() throws IOException {
    Path key = home.folder().resolve("installation.key");
    Files.writeString(key, "{\"format\":1}");
    WorkbenchException e =
        org.junit.jupiter.api.Assertions.assertThrows(WorkbenchException.class, this::open);
    assertEquals("home-key", e.code());
    assertEquals("{\"format\":1}", Files.readString(key));
  }

  private AuditTrail open() {
    return AuditTrail.open(folder, ID, home);
  }

  private AuditVerification verify() throws IOException {
    return AuditScan.of(folder, ID, home, home.key().id()).verification();
  }

  private Path headFile() {
    return folder.resolve(AuditHead.FILE);
  }

  private byte[] lastLine() {
    String[] lines = new String(trail, StandardCharsets.UTF_8).split("\n");
    return lines[lines.length - 1].getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] concat(byte[] bytes, String text) {
    byte[] more = text.getBytes(StandardCharsets.UTF_8);
    byte[] all = Arrays.copyOf(bytes, bytes.length + more.length);
    System.arraycopy(more, 0, all, bytes.length, more.length);
    return all;
  }

  private static List<String> codes(AuditVerification found) {
    return found.findings().stream()
        .map(AuditVerification.Finding::code)
        .collect(Collectors.toList());
  }
}
