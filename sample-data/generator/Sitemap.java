import java.nio.charset.StandardCharsets;

/** The German site's sitemap; shop pages name their Austrian twins. */
final class Sitemap {
  private Sitemap() {}

  static byte[] write(World world) {
    var out = new StringBuilder();
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"");
    out.append(" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n");
    for (Site.Page page : world.site().pages) {
      if (!page.path().equals("/agb/") && !page.path().equals("/datenschutz/")) {
        url(out, page);
      }
    }
    return out.append("</urlset>\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void url(StringBuilder out, Site.Page page) {
    out.append("  <url>\n    <loc>").append(page.url()).append("</loc>\n");
    boolean twin = page.kind() == Site.Kind.CATEGORY || page.kind() == Site.Kind.PRODUCT;
    if (twin) {
      alternate(out, "de-DE", page.url());
      alternate(out, "de-AT", "https://" + Site.AUSTRIAN_HOST + page.path());
    }
    out.append("    <lastmod>").append(page.changed()).append("</lastmod>\n  </url>\n");
  }

  private static void alternate(StringBuilder out, String language, String url) {
    out.append("    <xhtml:link rel=\"alternate\" hreflang=\"")
        .append(language)
        .append("\" href=\"")
        .append(url)
        .append("\"/>\n");
  }
}
