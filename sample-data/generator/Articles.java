import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pages as they are saved from a browser, navigation and all, and Markdown as editors keep it. */
final class Articles {
  private static final Pattern TIP = Pattern.compile("\\{\\{tipp:([a-z]+):(\\d+)}}");
  private static final Pattern LINK = Pattern.compile("\\[([^]]+)]\\(([^)]+)\\)");
  private static final List<String> SHOWN =
      List.of("klettersteig", "lawine", "schuhe", "regen", "zelt", "team");

  private Articles() {}

  /** Every page and text: file name, and what makes its bytes. */
  static Map<String, Function<World, byte[]>> all() {
    var files = new LinkedHashMap<String, Function<World, byte[]>>();
    for (Site.Guide guide : Site.GUIDES) {
      String[] parts = guide.path().split("/");
      String name = parts[parts.length - 1] + (guide.category().equals("regen") ? ".md" : ".html");
      files.put(
          "articles/own/" + name,
          world -> name.endsWith(".md") ? markdown(world, guide) : guide(world, guide));
    }
    for (String key : SHOWN) {
      files.put("articles/own/produkt-" + key + ".html", world -> product(world, key));
    }
    files.put("articles/own/versand-und-rueckgabe.md", world -> utf8(OwnTexts.DELIVERY));
    files.put("articles/own/haeufige-fragen-2024.md", world -> utf8(OwnTexts.OLD_FAQ));
    files.put("articles/own/stilhandbuch.md", world -> utf8(OwnTexts.STYLE));
    files.put("articles/own/aussagen.csv", OwnTexts::claims);
    for (Rivals.Rival rival : Rivals.ALL) {
      files.put("articles/competitors/" + rival.file(), world -> utf8(page(rival)));
    }
    return files;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] markdown(World world, Site.Guide guide) {
    Site.Page page = world.site().page(guide.path());
    String head =
        "---\ntitle: \""
            + page.title()
            + "\"\nslug: "
            + page.path()
            + "\nlanguage: de\nupdated: "
            + page.changed()
            + "\n---\n\n# "
            + page.heading()
            + "\n\n";
    return utf8(head + tips(world, OwnGuides.texts().get(guide.path()), false));
  }

  private static byte[] guide(World world, Site.Guide guide) {
    Site.Page page = world.site().page(guide.path());
    String text = tips(world, OwnGuides.texts().get(guide.path()), page.english());
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("@context", "https://schema.org");
    data.put("@type", "Article");
    data.put("headline", page.heading());
    data.put("dateModified", page.changed().toString());
    data.put("author", Map.of("name", "Nordwand Redaktion"));
    return utf8(own(world, page, data, "<article>\n" + html(text) + "</article>\n"));
  }

  private static byte[] product(World world, String key) {
    Site.Page page = world.site().products(world.catalog().category(key)).getFirst();
    Catalog.Product product = page.product();
    Map<String, Object> offer = new LinkedHashMap<>();
    offer.put("@type", "Offer");
    offer.put("price", Num.POINT.money(product.cents()));
    offer.put("priceCurrency", "EUR");
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("@context", "https://schema.org");
    data.put("@type", "Product");
    data.put("name", product.name());
    data.put("sku", product.sku());
    data.put("gtin13", product.gtin());
    data.put("brand", Map.of("name", product.brand()));
    data.put("offers", offer);
    String body =
        "<p class=\"price\">"
            + Num.GERMAN.money(product.cents())
            + " €</p>\n<h2>Beschreibung</h2>\n<p>"
            + MerchantFeed.description(product)
            + "</p>\n<h2>Daten</h2>\n<table>\n<tr><th>Artikelnummer</th><td>"
            + product.sku()
            + "</td></tr>\n<tr><th>EAN</th><td>"
            + product.gtin()
            + "</td></tr>\n<tr><th>Marke</th><td>"
            + product.brand()
            + "</td></tr>\n</table>\n<button>In den Warenkorb</button>\n";
    return utf8(own(world, page, data, body));
  }

  private static String own(World world, Site.Page page, Map<String, Object> data, String body) {
    var menu = new StringBuilder();
    for (Site.Page entry : world.site().pages.subList(1, 7)) {
      menu.append("<li><a href=\"").append(entry.path()).append("\">");
      menu.append(escaped(entry.heading())).append("</a></li>\n");
    }
    return "<!DOCTYPE html>\n<html lang=\""
        + (page.english() ? "en" : "de")
        + "\">\n<head>\n<meta charset=\"utf-8\">\n<title>"
        + escaped(page.title())
        + "</title>\n<meta name=\"description\" content=\""
        + escaped(page.description())
        + "\">\n<link rel=\"canonical\" href=\""
        + page.url()
        + "\">\n<script type=\"application/ld+json\">"
        + Json.of(data)
        + "</script>\n</head>\n<body>\n<header><a href=\"/\">Nordwand</a>\n<nav><ul>\n"
        + menu
        + "</ul></nav></header>\n<main>\n<h1>"
        + escaped(page.heading())
        + "</h1>\n"
        + body
        + "</main>\n<footer><p>Nordwand Bergsport GmbH, München. <a href=\"/impressum/\">Impressum"
        + "</a> <a href=\"/datenschutz/\">Datenschutz</a></p></footer>\n</body>\n</html>\n";
  }

  private static String page(Rivals.Rival rival) {
    String hidden =
        rival.hidden().isEmpty()
            ? ""
            : "<div style=\"display:none\">" + escaped(rival.hidden()) + "</div>\n";
    return "<!doctype html>\n<html lang=\"de\">\n<head>\n<meta charset=\"utf-8\">\n<title>"
        + escaped(rival.title())
        + "</title>\n<link rel=\"canonical\" href=\"https://"
        + rival.host()
        + "/"
        + rival.file().replaceAll(".*_|\\.html", "")
        + "\">\n<script>window.consent={analytics:false};</script>\n</head>\n<body>\n"
        + "<div class=\"cookie\">Wir verwenden Cookies. Alle akzeptieren | Ablehnen</div>\n"
        + "<nav><a href=\"/\">"
        + rival.brand()
        + "</a> <a href=\"/sale\">Sale</a> <a href=\"/magazin\">Magazin</a></nav>\n"
        + "<main id=\"content\">\n<h1>"
        + escaped(rival.title().replaceAll(" [|-] .*", ""))
        + "</h1>\n"
        + html(rival.body())
        + hidden
        + "</main>\n<aside><h3>Das könnte dich interessieren</h3><p>Newsletter abonnieren und"
        + " sparen</p></aside>\n<footer>© 2026 "
        + rival.brand()
        + "</footer>\n</body>\n</html>\n";
  }

  /** Puts an article of the shop with its price where a text asks for one. */
  private static String tips(World world, String text, boolean english) {
    return TIP.matcher(text)
        .replaceAll(
            found -> {
              List<Site.Page> pages =
                  world.site().products(world.catalog().category(found.group(1)));
              Site.Page page = pages.get(Integer.parseInt(found.group(2)) % pages.size());
              Catalog.Product product = page.product();
              String price =
                  english
                      ? " by "
                          + product.brand()
                          + ", "
                          + Num.ENGLISH.money(product.cents())
                          + " euros."
                      : " von "
                          + product.brand()
                          + ", "
                          + Num.GERMAN.money(product.cents())
                          + " Euro.";
              String named = "[" + product.name() + "](" + page.path() + ")" + price;
              return Matcher.quoteReplacement((english ? "Example: " : "Beispiel: ") + named);
            });
  }

  /** Headings, lists and paragraphs; nothing else is needed here. */
  private static String html(String markdown) {
    var out = new StringBuilder();
    for (String block : markdown.strip().split("\n\n+")) {
      if (block.startsWith("#")) {
        int level = block.indexOf(' ');
        String tag = "h" + level + ">";
        out.append('<').append(tag).append(inline(block.substring(level + 1)));
        out.append("</").append(tag).append('\n');
      } else if (block.startsWith("- ")) {
        list(out, "ul", block.split("\n"));
      } else if (block.startsWith("1. ")) {
        list(out, "ol", block.split("\n"));
      } else {
        out.append("<p>").append(inline(block)).append("</p>\n");
      }
    }
    return out.toString();
  }

  private static void list(StringBuilder out, String tag, String[] lines) {
    out.append('<').append(tag).append(">\n");
    for (String line : lines) {
      out.append("<li>").append(inline(line.substring(line.indexOf(' ') + 1))).append("</li>\n");
    }
    out.append("</").append(tag).append(">\n");
  }

  private static String inline(String text) {
    return LINK.matcher(escaped(text)).replaceAll("<a href=\"$2\">$1</a>");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
