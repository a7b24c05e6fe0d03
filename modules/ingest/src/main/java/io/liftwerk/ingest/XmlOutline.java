package io.liftwerk.ingest;

import io.liftwerk.workspace.WorkbenchException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the rows of an XML document are.
 *
 * @param root local name of its root
 * @param path local names from the root to the elements that are rows
 * @param aside local names of the elements that stand beside the rows or their container
 */
record XmlOutline(String root, List<String> path, List<String> aside) {

  /** How deep rows are looked for in a document of no known kind. */
  private static final int DEEPEST = 5;

  private static final int MOST_NAMES = 10_000;

  static XmlOutline of(XmlText text) throws IOException {
    XmlElement root = root(text);
    List<String> known = known(root);
    if (known != null) {
      return new XmlOutline(root.local(), known, List.of());
    }
    refusePicturesAndPages(text, root);
    return discovered(text, root);
  }

  private static XmlElement root(XmlText text) throws IOException {
    try (XmlCursor cursor = text.cursor()) {
      XmlCursor.At at = cursor.next();
      while (at == XmlCursor.At.TEXT) {
        at = cursor.next();
      }
      if (at != XmlCursor.At.START) {
        throw shapeless(text);
      }
      return cursor.element();
    }
  }

  /** The path that the root's format states; null for formats that are not known. */
  private static @Nullable List<String> known(XmlElement root) {
    return switch (root.local()) {
      case "urlset" -> List.of("urlset", "url");
      case "sitemapindex" -> List.of("sitemapindex", "sitemap");
      case "rss" -> List.of("rss", "channel", "item");
      case "feed" -> List.of("feed", "entry");
      default -> null;
    };
  }

  private static void refusePicturesAndPages(XmlText text, XmlElement root) {
    switch (root.local().toLowerCase(Locale.ROOT)) {
      case "html" -> throw Refused.page(text.file());
      case "svg" -> throw Refused.binary(text.file(), "a picture (SVG)");
      default -> {}
    }
  }

  /** An element of the outline: how often it occurs in its place, and what stands in it. */
  private static final class Place {
    private final String name;
    private long count;
    private final Map<String, Place> inside = new LinkedHashMap<>();

    private Place(String name) {
      this.name = name;
    }

    /** The most frequent of what stands in it, when it repeats and is at least half of all. */
    private @Nullable Place rows() {
      long all = 0;
      Place most = null;
      for (Place place : inside.values()) {
        all += place.count;
        most = most == null || place.count > most.count ? place : most;
      }
      return most != null && most.count > 1 && 2 * most.count >= all ? most : null;
    }
  }

  private static XmlOutline discovered(XmlText text, XmlElement root) throws IOException {
    Place top = places(text);
    List<List<Place>> level = List.of(List.of(top));
    while (!level.isEmpty()) {
      List<Place> best = null;
      var next = new ArrayList<List<Place>>();
      for (List<Place> path : level) {
        Place rows = path.getLast().rows();
        if (rows != null && (best == null || rows.count > best.getLast().count)) {
          best = extended(path, rows);
        }
        for (Place inside : path.getLast().inside.values()) {
          if (inside.count == 1) {
            next.add(extended(path, inside));
          }
        }
      }
      if (best != null) {
        return new XmlOutline(
            root.local(), best.stream().map(place -> place.name).toList(), aside(best));
      }
      level = next;
    }
    throw shapeless(text);
  }

  private static List<Place> extended(List<Place> path, Place place) {
    var longer = new ArrayList<>(path);
    longer.add(place);
    return longer;
  }

  private static List<String> aside(List<Place> path) {
    var names = new ArrayList<String>();
    for (int i = 0; i + 1 < path.size(); i++) {
      for (Place place : path.get(i).inside.values()) {
        if (place != path.get(i + 1)) {
          names.add(place.name);
        }
      }
    }
    return names;
  }

  private static Place places(XmlText text) throws IOException {
    var document = new Place("");
    var open = new ArrayList<Place>();
    open.add(document);
    int names = 0;
    try (XmlCursor cursor = text.cursor()) {
      for (XmlCursor.At at = cursor.next(); at != XmlCursor.At.DOCUMENT_END; at = cursor.next()) {
        if (at != XmlCursor.At.START || cursor.depth() > DEEPEST) {
          continue;
        }
        while (open.size() > cursor.depth()) {
          open.removeLast();
        }
        Map<String, Place> inside = open.getLast().inside;
        String name = cursor.element().local();
        Place place = inside.get(name);
        if (place == null) {
          place = new Place(name);
          if (names++ < MOST_NAMES) {
            inside.put(name, place);
          }
        }
        place.count++;
        open.add(place);
      }
    }
    return document.inside.values().iterator().next();
  }

  static WorkbenchException shapeless(XmlText text) {
    return Refused.binary(
        text.file(), "an XML document in which no element repeats that could be a row");
  }
}
