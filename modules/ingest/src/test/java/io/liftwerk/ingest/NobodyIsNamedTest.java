package io.liftwerk.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.workspace.Identifier;
import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Pseudonyms;
import io.liftwerk.workspace.Workspace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample client, with a person planted in every file, leaves nobody's name in a workspace. */
class NobodyIsNamedTest {
  private static final Path SAMPLES = Path.of(System.getProperty("liftwerk.root"), "sample-data");
  private static final Charset LATIN = Charset.forName("windows-1252");
  private static final Pattern EMAIL =
      Pattern.compile("[\\p{L}\\p{N}._+-]+@[\\p{L}\\p{N}.-]+\\.[a-z]{2,}");

  /** Words that stand nowhere in the sample data. */
  private static final List<String> PLANTED =
      List.of(
          "quittenbaum",
          "zacharias",
          "nirgendheim",
          "dattelweg",
          "231259876",
          "198.51.100.77",
          "2001:db8:77",
          "de89370400440532013000");

  @TempDir Path folder;

  private Path plant(String sample, String name, Charset charset, String... lines)
      throws IOException {
    byte[] bytes = Files.readAllBytes(SAMPLES.resolve(sample));
    if (sample.endsWith(".gz") || sample.contains(".gz") || sample.contains("access.log")) {
      bytes = new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
    }
    Path file = folder.resolve(name);
    Files.write(file, bytes);
    for (String line : lines) {
      Files.write(file, (line + "\n").getBytes(charset), StandardOpenOption.APPEND);
    }
    return file;
  }

  private List<Path> files() throws IOException {
    return List.of(
        plant(
            "crm_leads.csv",
            "crm_leads.csv",
            LATIN,
            "L-900001;02.01.2025;Herr;Zacharias;Quittenbaum;Zacharias.Quittenbaum@nirgendheim.example;030"
                + " / 231259876;Quittenbaum & Söhne;IT;43;60311;Frankfurt;Hessen;Deutschland;Google"
                + " Ads;DE | Suche;Seile;360,00;16;Nein;Ja;08.01.2025;0;Nein;Kathrin"
                + " Berghammer;Ja;09.07.2023;Herr Quittenbaum bittet um Rückruf: +49 30 231259876"
                + " oder zacharias.quittenbaum@nirgendheim.example, Konto DE89 3704 0044 0532 0130"
                + " 00;Nein",
            "L-900002;02.01.2025;Herr;Zacharias;Quittenbaum;zacharias.quittenbaum@nirgendheim.example;zu"
                + " wenig"),
        plant(
            "hubspot/contacts.csv",
            "contacts.csv",
            StandardCharsets.UTF_8,
            "90205273847,Zacharias,Quittenbaum,zacharias.quittenbaum@nirgendheim.example,+49 30"
                + " 231259876,UNQUALIFIED,Sales Qualified Lead,2026-01-01 18:07,Zacharias"
                + " Quittenbaum,Marlene Großkopf,Germany,Paid Search,9103463,Marketing"
                + " contact,false,Freely given consent from contact"),
        plant("salesforce/leads_q3.csv", "leads_q3.csv", LATIN),
        plant(
            "pipedrive/deals.csv",
            "deals.csv",
            StandardCharsets.UTF_8,
            "9903463,Verleih – Zacharias Quittenbaum,508,EUR,Kontakt,Lost,2026-01-01"
                + " 08:15:00,,2026-01-15 17:01:00,Preis,Marlene Großkopf,Google Ads,,Zacharias"
                + " Quittenbaum,zacharias.quittenbaum@nirgendheim.example,,030 231259876"),
        plant("shopify/orders_export.csv", "orders_export.csv", StandardCharsets.UTF_8),
        plant(
            "woocommerce/orders.csv",
            "orders.csv",
            StandardCharsets.UTF_8,
            "90003;AT-90001;2025-01-01 14:19:11;2025-01-01"
                + " 14:21:11;completed;0.00;0.00;0.00;0.00;0.00;364.95;EUR;60.82;0.00;rechnung;Kostenloser"
                + " Versand;1196;zacharias.quittenbaum@nirgendheim.example;Zacharias;Quittenbaum;;zacharias.quittenbaum@nirgendheim.example;+49"
                + " 30 231259876;Dattelweg 1;6020;Innsbruck;DE;\"Bitte bei Quittenbaum klingeln,"
                + " Dattelweg 1; 030/231259876\";name:Daunenweste|sku:NW|quantity:1|total:364.95;"),
        plant(
            "segment/2026-09-28.jsonl.gz",
            "segment.jsonl",
            StandardCharsets.UTF_8,
            "{\"type\":\"identify\",\"messageId\":\"f66cd9ec-0000-4afe-bb00-f4be8bc03c08\",\"anonymousId\":\"1.2\",\"userId\":\"K8514X\",\"traits\":{\"email\":\"zacharias.quittenbaum@nirgendheim.example\",\"firstName\":\"Zacharias\",\"lastName\":\"Quittenbaum\",\"phone\":\"030"
                + " / 231259876\",\"newsletter\":false},\"context\":{\"ip\":\"198.51.100.77\",\"userAgent\":\"x\"},\"originalTimestamp\":\"2026-09-28T03:20:08.032Z\",\"timestamp\":\"2026-09-28T03:20:08.042Z\"}",
            "{\"type\":\"identify\",\"traits\":{\"email\":\"zacharias.quittenbaum@nirgendheim.example\",\"lastName\":\"Quittenbaum\"",
            "{\"type\":\"page\",\"name\":\"x\"}"),
        plant(
            "server-logs/access.log-20260929.gz",
            "access.log",
            LATIN,
            "198.51.100.77 - - [28/Sep/2026:23:59:59 +0200] \"GET"
                + " /konto?mail=zacharias.quittenbaum%40nirgendheim.example HTTP/1.1\" 200 12 \"-\""
                + " \"Mozilla/5.0\"",
            "2001:db8:77::1 - - [28/Sep/2026:23:59:59 +0200] \"GET / HTTP/1.1\" 200 12 \"-\" \"x\"",
            "198.51.100.77 is no line of a log"),
        plant("server-logs/caddy-at-20260929.json", "caddy.json", StandardCharsets.UTF_8));
  }

  private static Set<String> identifiers(List<Path> files) throws IOException {
    var found = new HashSet<String>();
    for (Path file : files) {
      String text =
          Files.readString(file, LATIN) + Files.readString(file, StandardCharsets.ISO_8859_1);
      try {
        text += Files.readString(file);
      } catch (IOException e) {
        // it is Windows-1252
        text += "";
      }
      Matcher email = EMAIL.matcher(text.toLowerCase(Locale.ROOT));
      while (email.find()) {
        found.add(email.group());
      }
    }
    return found;
  }

  @Test
  void noIdentifierIsFoundByBytesNorByReaders() throws Exception {
    List<Path> files = files();
    Set<String> emails = identifiers(files);
    assertTrue(emails.size() > 5000, "e-mail addresses in the files: " + emails.size());
    Path workspace;
    try (var bench = new Bench(folder)) {
      workspace = bench.workspace().folder();
      for (Path file : files) {
        bench.load(file);
      }
    }
    assertEquals(Set.of(), Leaks.in(workspace, emails, PLANTED));
    plantLeak(workspace);
    Set<String> leaks = Leaks.in(workspace, emails, PLANTED);
    assertTrue(leaks.stream().anyMatch(leak -> leak.contains("main\".\"leak")), "found: " + leaks);
  }

  /** Compressed by DuckDB, so that the bytes of the file do not show it. */
  private static void plantLeak(Path workspace) throws Exception {
    try (Connection connection =
            DriverManager.getConnection("jdbc:duckdb:" + workspace.resolve("warehouse.duckdb"));
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE main.leak AS SELECT 'zacharias.quittenbaum@nirgendheim.example' AS e FROM"
              + " range(10000)");
    }
  }

  /**
   * What erasing a person leaves in tables, vault, exports and what tests keep: nothing of theirs.
   */
  @Test
  void afterErasureNotEvenTheirPseudonymsOrIdsStand() throws Exception {
    List<String> lines = List.of("zacharias.quittenbaum@nirgendheim.example", "+49 30 231259876");
    Path workspace;
    var theirs = new ArrayList<String>();
    try (var bench = new Bench(folder)) {
      workspace = bench.workspace().folder();
      for (Path file : files()) {
        bench.load(file);
      }
      Pseudonyms pseudonyms = bench.workspace().vault().pseudonyms();
      theirs.add(pseudonyms.of(Identifier.EMAIL, lines.getFirst()));
      theirs.add(pseudonyms.of(Identifier.PHONE, "+4930231259876"));
      plantInTests(bench.workspace(), theirs.getFirst());
      var runner = new JobRunner(bench.workspace(), Runnable::run);
      Erasure erasure = Erasure.of(bench.workspace(), lines, HandedOver.TO_NOBODY);
      ErasureResult erased = runner.run(erasure).result();
      bench.workspace().rewrite();
      assertEquals(0, erased.absent());
      assertTrue(erased.rows() >= 6, erased.toString());
      ErasureProofResult proof = runner.run(erasure.proof(lines)).result();
      assertEquals(List.of(), proof.found());
      assertEquals(
          List.of(), bench.workspace().vault().held(theirs), "the originals are gone as well");
    }
    // the ledger says who was erased, by pseudonym; nothing else knows them
    assertEquals(
        Set.of("warehouse.duckdb \"ledger\".\"runs\""),
        Leaks.in(workspace, Set.of(), theirs).stream()
            .filter(place -> !place.startsWith("audit.jsonl:"))
            .map(place -> place.replaceFirst(" (parameters|result): .*", ""))
            .filter(place -> !place.startsWith("warehouse.duckdb: "))
            .collect(Collectors.toSet()));
    assertEquals(Set.of(), Leaks.in(workspace, Set.of("k8514x"), PLANTED));
  }

  /** In rows that a test kept, in what a test compares with, in a list and in a gold table. */
  private static void plantInTests(Workspace workspace, String email) throws Exception {
    try (Connection connection = workspace.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA failures");
      statement.execute("CREATE SCHEMA build");
      statement.execute("CREATE TABLE failures.t AS SELECT '" + email + "' AS person_id, 1 AS n");
      statement.execute("CREATE TABLE gold.people AS SELECT 'segment:K8514X' AS person_id");
      statement.execute(
          "CREATE TABLE build.test_baselines AS SELECT '{\"values\":[\""
              + email
              + "\"]}' AS baseline UNION ALL SELECT '[\"K8514X\"]'");
    }
    Files.writeString(workspace.exports().resolve("list.csv"), email);
    Files.writeString(workspace.exports().resolve("ids.csv"), "K8514X");
  }
}
