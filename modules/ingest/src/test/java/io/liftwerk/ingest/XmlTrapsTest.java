package io.liftwerk.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.workspace.WorkbenchException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** XML that means harm, or is none: one sentence, and nothing changed. */
@Timeout(60)
class XmlTrapsTest {
  @TempDir Path folder;
  private Bench bench;

  @BeforeEach
  void open() {
    bench = new Bench(folder);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private WorkbenchException refused(String code, Path file) {
    WorkbenchException refusal = bench.refused(file);
    assertEquals(code, refusal.code(), refusal.sentence());
    assertTrue(refusal.sentence().contains(String.valueOf(file.getFileName())), refusal.sentence());
    assertFalse(refusal.sentence().contains("\n"));
    return refusal;
  }

  @Test
  void entitiesThatExpand() {
    var bomb = new StringBuilder("<?xml version=\"1.0\"?>\n<!DOCTYPE r [\n<!ENTITY e0 \"ha\">\n");
    for (int i = 1; i <= 10_000; i++) {
      bomb.append("<!ENTITY e").append(i).append(" \"");
      bomb.append(("&e" + (i - 1) + ";").repeat(10)).append("\">\n");
    }
    bomb.append("]>\n<urlset><url><loc>&e10000;</loc></url></urlset>");
    refused("xml-doctype", bench.file("bomb.xml", bomb.toString()));
    assertEquals(
        "xml-doctype",
        assertThrows(WorkbenchException.class, () -> FilePreviews.of(folder.resolve("bomb.xml")))
            .code());
  }

  @Test
  void entitiesFromOtherFiles() {
    Path secret = bench.file("secret.txt", "the secret of the client");
    for (String entity :
        List.of(
            "<!ENTITY x SYSTEM \"" + secret.toUri() + "\">",
            "<!ENTITY x PUBLIC \"-//a//b\" \"" + secret.toUri() + "\">",
            "<!ENTITY % p SYSTEM \"" + secret.toUri() + "\"> %p;")) {
      refused(
          "xml-doctype",
          bench.file("xxe.xml", "<!DOCTYPE r [" + entity + "]>\n<r><a>&x;</a><a>&x;</a></r>"));
    }
    refused(
        "xml-doctype",
        bench.file(
            "dtd.xml", "<!DOCTYPE r SYSTEM \"" + secret.toUri() + "\">\n<r><a>1</a><a>2</a></r>"));
    // without a DOCTYPE there is nothing that could name a file
    refused("file-damaged", bench.file("bare.xml", "<r><a>&x;</a><a>2</a></r>"));
    ImportedTable included =
        bench.load(
            bench.file(
                "include.xml",
                "<r xmlns:xi='http://www.w3.org/2001/XInclude'><a><xi:include parse='text' href='"
                    + secret.toUri()
                    + "'/></a><a>2</a></r>"));
    assertFalse(
        bench.rows("SELECT * FROM bronze." + included.name()).toString().contains("the secret"));
  }

  @Test
  void brokenInALineThatIsNamed() {
    String good = "<r>\n<a>1</a>\n<a>2</a>\n";
    for (String bad :
        List.of(
            "<a>3</b>\n</r>",
            "<a>3",
            "<a>3 & 4</a></r>",
            "<a>&nbsp;</a></r>",
            "<a>\u0001</a></r>")) {
      String sentence = refused("file-damaged", bench.file("bad.xml", good + bad)).sentence();
      assertTrue(sentence.contains("wrong in line 4"), sentence);
    }
    assertTrue(
        refused("file-damaged", bench.file("two.xml", "\n\n<r><a/><a/></r>\n<r/>"))
            .sentence()
            .contains("line 4"));
    refused("file-damaged", bench.file("late.xml", "<urlset><url><loc>a</loc></url>"));
  }

  @Test
  void deepAndLong() {
    refused("xml-too-deep", bench.file("deep.xml", "<a>".repeat(5_000)));
    String half = "x".repeat(CsvRecords.LONGEST / 2 + 10);
    refused(
        "record-too-long",
        bench.file("text.xml", "<r><a>1</a>\n<a><b>" + half + "</b><b>" + half + "</b></a></r>"));
    // beyond what the parser had read before it came to it
    String whole = half + half + "x".repeat(1 << 20);
    refused("record-too-long", bench.file("comment.xml", "<r>\n<!--" + whole + "--><a/><a/></r>"));
    refused("record-too-long", bench.file("attribute.xml", "<r>\n<a b='" + whole + "'/><a/></r>"));
    var wide = new StringBuilder("<r>");
    for (int i = 0; i < 2; i++) {
      wide.append("<a>");
      for (int j = 0; j < CsvSource.MOST_COLUMNS; j++) {
        wide.append("<c").append(i).append('_').append(j).append("/>");
      }
      wide.append("</a>");
    }
    refused("too-many-columns", bench.file("wide.xml", wide.append("</r>").toString()));
  }

  @Test
  void nothingToLoad() {
    refused("no-rows", bench.file("s.xml", "<urlset></urlset>"));
    refused("no-rows", bench.file("i.xml", "<sitemapindex/>"));
    String feed =
        refused(
                "no-rows",
                bench.file("f.xml", "<rss version='2.0'><channel><title>x</title></channel></rss>"))
            .sentence();
    assertEquals("f.xml is a feed without items.", feed);
    refused("no-rows", bench.file("feed.csv", "<?xml version=\"1.0\"?>\n<rss>\n</rss>\n"));
  }

  @Test
  void noTable() {
    refused(
        "not-a-table",
        bench.file(
            "leads.csv",
            "<?xml version='1.0'?>\n"
                + "<Error><Code>AccessDenied</Code><Message>No</Message></Error>"));
    refused("not-a-table", bench.file("nothing.xml", "<a><b/><b/></a>"));
    refused("not-a-table", bench.file("one.xml", "<a><b>1</b><c>2</c></a>"));
    refused("not-a-table", bench.file("p.svg", "<?xml version='1.0'?><svg><path/><path/></svg>"));
    refused(
        "not-a-table",
        bench.file(
            "x.xml", "<?xml version='1.0'?>\n<!-- x -->\n<html><body><p/><p/></body></html>"));
    refused(
        "not-a-table",
        bench.file(
            "leads.csv",
            "<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC 'a' 'b'>\n<html><p>Sign in</p></html>"));
    refused("file-damaged", bench.file("none.xml", "<?xml version='1.0'?>\n<!-- only this -->"));
  }

  @Test
  void harmlessOddities() {
    byte[] old = "<r>\r<a>1</a>\r<a>2</a>\r</r>".getBytes(StandardCharsets.US_ASCII);
    ImportedTable table = bench.load(bench.file("old.xml", old));
    assertEquals(
        List.of(List.of("1", "2"), List.of("2", "3")),
        bench.rows("SELECT a, _row FROM bronze." + table.name()));
    // blank lines before the declaration, as blog software prints them, and a comment behind
    ImportedTable late =
        bench.load(
            bench.file(
                "late.xml",
                "\n\n"
                    + "<?xml version='1.0'?>\n"
                    + "<r>\n"
                    + "<q:a x:y='1'>1</q:a><q:a>2</q:a></r>\n"
                    + "<!-- c -->"));
    assertEquals(
        List.of(List.of("1", "5"), List.of("2", "5")),
        bench.rows("SELECT a, _row FROM bronze." + late.name()));
  }
}
