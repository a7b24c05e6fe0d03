package io.liftwerk.ingest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What an XML document is, and with it how its columns are called. */
enum XmlShape {
  SITEMAP("sitemap", List.of("loc", "lastmod", "changefreq", "priority")),
  SITEMAP_INDEX("sitemap-index", List.of("loc", "lastmod")),
  MERCHANT_FEED("merchant-feed-xml", List.of()),
  RECORDS("xml-records", List.of());

  /** What a sitemap may say of an address more than once, and the column that holds all of it. */
  private static final Map<String, String> LISTS =
      Map.of("link", "alternates", "image", "images", "video", "videos", "news", "news");

  private static final List<String> ORDER = List.of("alternates", "images", "videos", "news");

  /** Attributes of a product feed that nothing else has under these names. */
  private static final Set<String> TELLING =
      Set.of(
          "price",
          "sale_price",
          "availability",
          "image_link",
          "additional_image_link",
          "gtin",
          "mpn",
          "condition",
          "google_product_category",
          "product_type",
          "item_group_id",
          "identifier_exists",
          "shipping",
          "brand");

  private static final String GOOGLE = "base.google.com/";

  private final String id;
  private final List<String> always;

  XmlShape(String id, List<String> always) {
    this.id = id;
    this.always = always;
  }

  /** The shape of a document whose records have these children, and how that is known. */
  record Verdict(XmlShape shape, Found found) {}

  static Verdict of(XmlOutline outline, Set<XmlColumns.Key> children) {
    return switch (outline.root()) {
      case "urlset" -> SITEMAP.found(0.99, "Its root is 'urlset', as in every sitemap.");
      case "sitemapindex" ->
          SITEMAP_INDEX.found(0.99, "Its root is 'sitemapindex', as in every list of sitemaps.");
      default -> feedOrRecords(outline, children);
    };
  }

  private static Verdict feedOrRecords(XmlOutline outline, Set<XmlColumns.Key> children) {
    var telling = new TreeSet<String>();
    boolean google = false;
    boolean named = false;
    for (XmlColumns.Key child : children) {
      google |= isGoogle(child);
      named |= child.local().equals("id") || child.local().equals("title");
      if (TELLING.contains(child.local())) {
        telling.add(child.local());
      }
    }
    if (google && !telling.isEmpty()) {
      return MERCHANT_FEED.found(
          0.98, "Its items have attributes of Google's namespace for product feeds.");
    }
    boolean feed = outline.root().equals("rss") || outline.root().equals("feed");
    if (named && telling.size() >= (feed ? 2 : 4)) {
      return MERCHANT_FEED.found(
          feed ? 0.9 : 0.7,
          "Its items have the attributes of a product feed, without Google's namespace: "
              + String.join(", ", telling)
              + ".");
    }
    return RECORDS.found(
        0.5, "XML of no known kind: each '" + outline.path().getLast() + "' is a row.");
  }

  private Verdict found(double confidence, String because) {
    return new Verdict(this, new Found(id, confidence, because));
  }

  /** Whether a child is an attribute as Google defines them. */
  static boolean isGoogle(XmlColumns.Key child) {
    return child.space().contains(GOOGLE)
        || (child.space().isEmpty() && child.prefix().equals("g"));
  }

  /** Columns that are there even when no record fills them. */
  List<String> always() {
    return always;
  }

  /** What the column of a child is called. */
  String column(String child) {
    return this == SITEMAP ? LISTS.getOrDefault(child, child) : child;
  }

  /** Where a column stands among those that are not always there. */
  int place(String column) {
    int place = this == SITEMAP ? ORDER.indexOf(column) : -1;
    return place < 0 ? ORDER.size() : place;
  }

  /**
   * Whether a child may occur again and again, so that its column is an array even when none does.
   */
  boolean isList(String child) {
    return this == SITEMAP && LISTS.containsKey(child);
  }
}
