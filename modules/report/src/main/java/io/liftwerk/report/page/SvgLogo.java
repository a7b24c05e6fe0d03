package io.liftwerk.report.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Of an SVG what draws: shapes, text, gradients, clips. Scripts, styles of their own, pictures,
 * links, animation and whatever points outside of the file are left out.
 */
final class SvgLogo {
  private static final String SVG = "http://www.w3.org/2000/svg";
  private static final String XLINK = "http://www.w3.org/1999/xlink";

  private static final Set<String> ELEMENTS =
      Set.of(
          "svg",
          "g",
          "defs",
          "symbol",
          "use",
          "title",
          "desc",
          "path",
          "rect",
          "circle",
          "ellipse",
          "line",
          "polyline",
          "polygon",
          "text",
          "tspan",
          "linearGradient",
          "radialGradient",
          "stop",
          "clipPath",
          "mask",
          "pattern");

  /** Inside a value: the file itself by name, or nothing. */
  private static final Pattern OUTSIDE =
      Pattern.compile("url\\(\\s*['\"]?(?!#)|@import|javascript:|expression\\(|\\\\|data:");

  private SvgLogo() {}

  /**
   * @throws IOException when it is no SVG
   */
  static byte[] cleaned(byte[] bytes) throws IOException {
    try {
      Document document = parse(bytes);
      Element root = document.getDocumentElement();
      if (!"svg".equals(root.getLocalName()) || !SVG.equals(root.getNamespaceURI())) {
        throw new IOException("not an SVG");
      }
      clean(root);
      sized(root);
      return written(root).getBytes(StandardCharsets.UTF_8);
    } catch (SAXException | ParserConfigurationException | TransformerException e) {
      throw new IOException(e);
    }
  }

  private static Document parse(byte[] bytes)
      throws ParserConfigurationException, SAXException, IOException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setExpandEntityReferences(false);
    factory.setXIncludeAware(false);
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
    factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    var builder = factory.newDocumentBuilder();
    builder.setErrorHandler(null);
    return builder.parse(new ByteArrayInputStream(bytes));
  }

  private static void clean(Element element) {
    attributes(element);
    var children = new ArrayList<Node>();
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      children.add(child);
    }
    for (Node child : children) {
      if (child instanceof Element one
          && SVG.equals(one.getNamespaceURI())
          && ELEMENTS.contains(one.getLocalName())) {
        clean(one);
      } else if (child.getNodeType() != Node.TEXT_NODE) {
        element.removeChild(child);
      }
    }
  }

  private static void attributes(Element element) {
    var all = new ArrayList<Attr>();
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      all.add((Attr) element.getAttributes().item(i));
    }
    for (Attr one : List.copyOf(all)) {
      if (!isHarmless(one)) {
        element.removeAttributeNode(one);
      }
    }
  }

  private static boolean isHarmless(Attr attribute) {
    String name = attribute.getLocalName() == null ? attribute.getName() : attribute.getLocalName();
    String value = attribute.getValue().strip().toLowerCase(Locale.ROOT);
    String space = attribute.getNamespaceURI();
    if (name.equals("href")) {
      return value.startsWith("#");
    }
    boolean own = space == null || space.equals(XMLConstants.XML_NS_URI);
    boolean declares =
        XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(space) && Set.of(SVG, XLINK).contains(value);
    return declares
        || (own
            && !name.toLowerCase(Locale.ROOT).startsWith("on")
            && !name.equals("base")
            && !OUTSIDE.matcher(value).find());
  }

  /** A drawing without a size of its own takes the page's, so it gets that of its picture. */
  private static void sized(Element root) {
    String[] box = root.getAttribute("viewBox").strip().split("[\\s,]+");
    if (box.length == 4 && !root.hasAttribute("width") && !root.hasAttribute("height")) {
      root.setAttribute("width", box[2]);
      root.setAttribute("height", box[3]);
    }
  }

  private static String written(Element root) throws TransformerException {
    TransformerFactory factory = TransformerFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    var transformer = factory.newTransformer();
    transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
    var out = new StringWriter();
    transformer.transform(new DOMSource(root), new StreamResult(out));
    return out.toString();
  }
}
