package io.liftwerk.briefs.cms;

import io.liftwerk.workspace.WorkbenchException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads WXR as WordPress' importer does (its version asked for, elements by namespace), to see
 * whether what was written is what it will find. Documents with a DOCTYPE are refused, as there.
 */
final class WxrReader {
  private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+");
  private static final Pattern EXPORT = Pattern.compile("http://wordpress\\.org/export/[\\d.]+/");

  /** What stands in a document, counted as the importer counts it. */
  record Document(
      String version, int authors, int categories, int tags, int terms, List<Post> posts) {}

  /**
   * An item; terms by {@code domain/slug} and their name.
   *
   * @param fields elements of the item by local name, the last of each
   */
  record Post(
      String title,
      String content,
      String excerpt,
      Map<String, String> fields,
      Map<String, String> terms,
      Map<String, String> meta) {

    /** {@code post/draft}. */
    String kind() {
      return fields.getOrDefault("post_type", "") + "/" + fields.getOrDefault("status", "");
    }
  }

  private final XMLStreamReader xml;
  private String version = "";
  private int authors;
  private int categories;
  private int tags;
  private int terms;
  private final List<Post> posts = new ArrayList<>();

  private WxrReader(XMLStreamReader xml) {
    this.xml = xml;
  }

  /**
   * @throws WorkbenchException code {@code wxr-broken} when it is not well-formed, with line and
   *     column; {@code wxr-version} when it does not say of what version it is
   */
  static Document read(String text) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      return new WxrReader(factory.createXMLStreamReader(new StringReader(text))).document();
    } catch (XMLStreamException e) {
      throw new WorkbenchException(
          "wxr-broken",
          "The file is not well-formed XML at line %d, column %d."
              .formatted(e.getLocation().getLineNumber(), e.getLocation().getColumnNumber()),
          "Export it again.",
          e);
    }
  }

  private Document document() throws XMLStreamException {
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.DTD) {
        throw new XMLStreamException("DOCTYPE", xml.getLocation());
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        element();
      }
    }
    if (!VERSION.matcher(version).matches()) {
      throw new WorkbenchException(
          "wxr-version",
          "The file does not say of what version of WXR it is.",
          "It needs an element wp:wxr_version, such as 1.2.");
    }
    return new Document(version, authors, categories, tags, terms, List.copyOf(posts));
  }

  private void element() throws XMLStreamException {
    if (xml.getLocalName().equals("item")) {
      posts.add(item());
      return;
    }
    if (!isExport()) {
      return;
    }
    switch (xml.getLocalName()) {
      case "wxr_version" -> version = text().strip();
      case "author" -> authors++;
      case "category" -> categories++;
      case "tag" -> tags++;
      case "term" -> terms++;
      default -> {
        // a field of one of these
      }
    }
  }

  private boolean isExport() {
    return xml.getNamespaceURI() != null && EXPORT.matcher(xml.getNamespaceURI()).matches();
  }

  private Post item() throws XMLStreamException {
    var fields = new TreeMap<String, String>();
    var assigned = new TreeMap<String, String>();
    var meta = new TreeMap<String, String>();
    String content = "";
    String excerpt = "";
    while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
      String name = xml.getLocalName();
      String prefix = String.valueOf(xml.getPrefix());
      if (name.equals("category")) {
        String key =
            xml.getAttributeValue(null, "domain") + "/" + xml.getAttributeValue(null, "nicename");
        assigned.put(key, text());
      } else if (name.equals("postmeta")) {
        Map<String, String> pair = children();
        meta.put(pair.getOrDefault("meta_key", ""), pair.getOrDefault("meta_value", ""));
      } else if (name.equals("comment")) {
        children();
      } else if (name.equals("encoded") && prefix.equals("content")) {
        content = text();
      } else if (name.equals("encoded")) {
        excerpt = text();
      } else {
        fields.put(name, text());
      }
    }
    return new Post(fields.getOrDefault("title", ""), content, excerpt, fields, assigned, meta);
  }

  /** The children of an element by local name, the last of each. */
  private Map<String, String> children() throws XMLStreamException {
    var children = new TreeMap<String, String>();
    while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
      children.put(xml.getLocalName(), text());
    }
    return children;
  }

  /** All text below an element, whatever stands around it. */
  private String text() throws XMLStreamException {
    var text = new StringBuilder();
    int depth = 1;
    while (depth > 0) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> depth++;
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
        default -> {
          // a comment
        }
      }
    }
    return text.toString();
  }
}
