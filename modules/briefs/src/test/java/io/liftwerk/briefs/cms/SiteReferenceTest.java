package io.liftwerk.briefs.cms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.testsupport.SharedData;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.WorkbenchException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Expected values of WordPress' importer and of a sitemap. The files that the cases {@code wxr-001}
 * to {@code wxr-006} name do not lie beside the checkout; what the importer counted in them does.
 * So each is built anew with that many authors, terms and posts, or with that fault, and counted.
 */
@Tag("reference")
class SiteReferenceTest {
  private static final String WP = "http://wordpress.org/export/%s/";

  private static List<JsonNode> cases(String group) throws IOException {
    JsonNode all =
        Json.mapper()
            .readTree(Files.readString(SharedData.file("reference/keywords_site.json")))
            .get("cases");
    var found = new ArrayList<JsonNode>();
    all.forEach(
        one -> {
          if (one.get("group").asText().equals(group)) {
            found.add(one);
          }
        });
    return found;
  }

  @Test
  void wxrIsCountedAsTheImporterCounts() throws IOException {
    List<JsonNode> cases = cases("wxr");
    assertEquals(6, cases.size());
    for (JsonNode one : cases) {
      JsonNode expected = one.get("expected");
      String id = one.get("id").asText();
      if (expected.isObject()) {
        counted(id, expected);
      } else {
        refused(id, expected.asText());
      }
    }
  }

  private static void counted(String id, JsonNode expected) {
    WxrReader.Document read = WxrReader.read(document(expected));
    assertEquals(expected.get("version").asText(), read.version(), id);
    assertEquals(expected.path("authors").asInt(), read.authors(), id);
    assertEquals(expected.path("categories").asInt(), read.categories(), id);
    assertEquals(expected.path("tags").asInt(), read.tags(), id);
    assertEquals(expected.path("terms").asInt(), read.terms(), id);
    assertEquals(expected.get("posts").asInt(), read.posts().size(), id);
    if (expected.has("types")) {
      var kinds = new TreeMap<String, Integer>();
      read.posts().forEach(post -> kinds.merge(post.kind(), 1, Integer::sum));
      Map<String, Integer> wanted = new TreeMap<>();
      expected.get("types").properties().forEach(e -> wanted.put(e.getKey(), e.getValue().asInt()));
      assertEquals(wanted, kinds, id);
    }
  }

  private static String document(JsonNode expected) {
    String version = expected.get("version").asText();
    var out = new StringBuilder("<rss xmlns:wp=\"" + WP.formatted(version) + "\"");
    out.append(" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel>");
    out.append("<wp:wxr_version>").append(version).append("</wp:wxr_version>");
    out.append(
        "<wp:author><wp:author_login>a</wp:author_login></wp:author>\n"
            .repeat(expected.path("authors").asInt()));
    out.append(
        "<wp:category><wp:term_id>1</wp:term_id></wp:category>\n"
            .repeat(expected.path("categories").asInt()));
    out.append(
        "<wp:tag><wp:term_id>1</wp:term_id></wp:tag>\n".repeat(expected.path("tags").asInt()));
    out.append(
        "<wp:term><wp:term_id>1</wp:term_id></wp:term>\n".repeat(expected.path("terms").asInt()));
    Map<String, Integer> types = new TreeMap<>();
    expected.path("types").properties().forEach(e -> types.put(e.getKey(), e.getValue().asInt()));
    if (types.isEmpty()) {
      types.put("post/publish", expected.get("posts").asInt());
    }
    types.forEach((type, count) -> out.append(item(type).repeat(count)));
    return out.append("</channel></rss>").toString();
  }

  private static String item(String type) {
    String[] parts = type.split("/");
    return "<item><title>t</title><category domain=\"category\" nicename=\"c\">C</category>"
        + "<content:encoded><![CDATA[a ]]]]><![CDATA[> b]]></content:encoded>"
        + "<wp:post_type>"
        + parts[0]
        + "</wp:post_type><wp:status>"
        + parts[1]
        + "</wp:status>"
        + "<wp:postmeta><wp:meta_key>k</wp:meta_key><wp:meta_value>v</wp:meta_value></wp:postmeta>"
        + "<wp:comment><wp:comment_id>1</wp:comment_id></wp:comment></item>\n";
  }

  private static void refused(String id, String expected) {
    String ours = WxrWriter.write(SamplePost.post()).text();
    boolean version = expected.contains("WXR version number");
    assertTrue(version || expected.contains("tag mismatch"), expected);
    String broken =
        version
            ? ours.replaceFirst("<wp:wxr_version>.*?</wp:wxr_version>", "")
            : ours.replaceFirst("</wp:author>", "");
    var refused = assertThrows(WorkbenchException.class, () -> WxrReader.read(broken), id);
    assertEquals(version ? "wxr-version" : "wxr-broken", refused.code(), id);
  }

  @Test
  void aSitemapsAlternatesLeadBack() throws Exception {
    List<JsonNode> cases = cases("hreflang");
    assertEquals(1, cases.size());
    JsonNode expected = cases.get(0).get("expected");
    List<Hreflang.Page> pages = sitemap(cases.get(0).get("input").asText());
    assertEquals(expected.get("urls").asInt(), pages.size());
    var languages = new TreeSet<String>();
    for (Hreflang.Page page : pages) {
      assertEquals(expected.get("alternates_per_url").asInt(), page.alternates().size());
      page.alternates().forEach(alternate -> languages.add(alternate.code()));
    }
    var wanted = new TreeSet<String>();
    expected.get("langs").forEach(code -> wanted.add(code.asText()));
    assertEquals(wanted, languages);
    assertTrue(expected.get("return_links_complete").asBoolean());
    assertTrue(expected.get("self_reference").asBoolean());
    assertEquals(List.of(), Hreflang.faults(pages));
  }

  private static List<Hreflang.Page> sitemap(String text) throws XMLStreamException {
    XMLStreamReader xml =
        XMLInputFactory.newDefaultFactory().createXMLStreamReader(new StringReader(text));
    var pages = new ArrayList<Hreflang.Page>();
    String url = "";
    var alternates = new ArrayList<Hreflang.Alternate>();
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("loc")) {
        url = xml.getElementText().strip();
      } else if (event == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("link")) {
        alternates.add(
            new Hreflang.Alternate(
                xml.getAttributeValue(null, "hreflang"), xml.getAttributeValue(null, "href")));
      } else if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("url")) {
        pages.add(new Hreflang.Page(url, alternates));
        alternates.clear();
      }
    }
    return pages;
  }
}
