import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The articles as Google's Merchant Center takes them: German ones tab-separated, Austrian ones as
 * RSS. Prices are the shop's; some articles lack what they should have.
 */
final class MerchantFeed {
  private static final Map<String, String> USES = new LinkedHashMap<>();

  static {
    USES.put("klettern", "für Halle und Fels, nachstellbar und im Geschäft anzuprobieren");
    USES.put("klettersteig", "für Klettersteige bis zur Schwierigkeit D, mit Prüfprotokoll");
    USES.put("hochtour", "für Gletscher und Firn, leicht und mit Handschuhen zu bedienen");
    USES.put("skitour", "für Aufstieg und Abfahrt, mit Montage in der Werkstatt");
    USES.put("lawine", "für die Tourensaison, Batteriestand vor jeder Tour prüfen");
    USES.put("schuhe", "mit kostenloser Anpassung in München, Innsbruck und Salzburg");
    USES.put("rucksack", "mit verstellbarem Rücken und Regenhülle");
    USES.put("zelt", "für Nächte vom Frühjahr bis in den Herbst");
    USES.put("regen", "mit drei Lagen und 20.000 mm Wassersäule, ohne Fluor imprägniert");
    USES.put("daune", "mit rückverfolgbarer Daune, 700 cuin");
    USES.put("team", "für Vereine und Betriebe, auf Wunsch mit Beschriftung ab zehn Stück");
  }

  private MerchantFeed() {}

  static byte[] german(World world) {
    Dice dice = world.dice("feed");
    Sheet sheet = null;
    for (Catalog.Product product : world.site().sold()) {
      Map<String, String> fields = fields(product, Site.HOST, dice);
      if (sheet == null) {
        sheet = new Sheet('\t', "\n").row(List.copyOf(fields.keySet()));
      }
      sheet.row(List.copyOf(fields.values()));
    }
    return sheet.utf8();
  }

  static byte[] austrian(World world) {
    Dice dice = world.dice("feed");
    var out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.append("<rss version=\"2.0\" xmlns:g=\"http://base.google.com/ns/1.0\">\n<channel>\n");
    out.append("<title>Nordwand Österreich</title>\n<link>https://").append(Site.AUSTRIAN_HOST);
    out.append("/</link>\n<description>Ausrüstung für Berge</description>\n");
    for (Catalog.Product product : world.site().sold()) {
      out.append("<item>\n");
      fields(product, Site.AUSTRIAN_HOST, dice)
          .forEach(
              (name, value) -> {
                if (!value.isEmpty()) {
                  String tag = "g:" + name.replace(' ', '_');
                  out.append('<').append(tag).append('>').append(escaped(value));
                  out.append("</").append(tag).append(">\n");
                }
              });
      out.append("</item>\n");
    }
    return out.append("</channel>\n</rss>\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  static String description(Catalog.Product product) {
    String use = USES.getOrDefault(product.category().key(), "aus unserem Sortiment");
    return product.name()
        + " von "
        + product.brand()
        + ": "
        + use
        + ". Versand ab 100 € frei, 30 Tage Rückgabe.";
  }

  private static Map<String, String> fields(Catalog.Product product, String host, Dice dice) {
    boolean numbered = !dice.chance(.05);
    boolean sale = dice.chance(.08);
    boolean shouting = dice.chance(.02);
    String title = product.brand() + " " + product.name();
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("id", product.sku());
    fields.put("title", shouting ? (title + " ").repeat(7).strip() + " JETZT KAUFEN" : title);
    fields.put("description", description(product));
    fields.put("link", "https://" + host + Site.path(product));
    fields.put("image link", Site.image(product));
    fields.put("availability", dice.chance(.9) ? "in_stock" : "out_of_stock");
    fields.put("price", Num.POINT.money(product.cents()) + " EUR");
    fields.put("sale price", sale ? Num.POINT.money(product.cents() * 8 / 10) + " EUR" : "");
    fields.put("brand", product.brand());
    fields.put("gtin", numbered ? product.gtin() : "");
    fields.put("mpn", product.sku());
    fields.put("identifier exists", numbered ? "yes" : "no");
    fields.put("condition", "new");
    fields.put("product type", "Bergsport > " + product.category().name());
    fields.put("item group id", product.sku().substring(0, 6));
    fields.put("size", dice.chance(.1) ? " " : "");
    fields.put("shipping", (host.equals(Site.HOST) ? "DE" : "AT") + ":::5.95 EUR");
    return fields;
  }
}
