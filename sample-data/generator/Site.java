import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Nordwand's website: its pages, and which of them an advertisement or a search leads to. */
final class Site {
  static final String HOST = "www.nordwand.example";
  static final String AUSTRIAN_HOST = "at.nordwand.example";
  static final String ROOT = "https://" + HOST;

  enum Kind {
    HOME,
    CATEGORY,
    PRODUCT,
    GUIDE,
    SERVICE
  }

  /**
   * @param product null unless it shows one
   * @param category null unless it belongs to one
   */
  record Page(
      String path,
      Kind kind,
      String title,
      String heading,
      String description,
      int words,
      LocalDate changed,
      Catalog.Category category,
      Catalog.Product product) {
    String url() {
      return ROOT + path;
    }

    boolean english() {
      return path.startsWith("/en/");
    }
  }

  /** A guide in the magazine; its text is written by hand. */
  record Guide(String path, String title, String category) {}

  static final List<Guide> GUIDES =
      List.of(
          new Guide(
              "/ratgeber/klettersteig-set-kaufen/",
              "Klettersteig-Set kaufen: worauf es ankommt",
              "klettersteig"),
          new Guide(
              "/ratgeber/lvs-geraet-richtig-nutzen/",
              "LVS-Gerät richtig nutzen: prüfen, tragen, suchen",
              "lawine"),
          new Guide(
              "/ratgeber/bergschuhe-anpassen/",
              "Bergschuhe anpassen: so sitzt der Stiefel",
              "schuhe"),
          new Guide(
              "/ratgeber/regenjacke-pflegen/",
              "Regenjacke pflegen: waschen und imprägnieren",
              "regen"),
          new Guide("/ratgeber/schlafsack-und-zelt-waehlen/", "Schlafsack und Zelt wählen", "zelt"),
          new Guide(
              "/ratgeber/teamausruestung-fuer-vereine/",
              "Teamausrüstung für Vereine und Betriebe",
              "team"),
          new Guide(
              "/en/guides/choosing-a-via-ferrata-set/",
              "Choosing a via ferrata set",
              "klettersteig"),
          new Guide(
              "/en/guides/how-to-fit-mountain-boots/", "How to fit mountain boots", "schuhe"));

  private static final List<List<String>> SERVICES =
      List.of(
          List.of("/filialen/", "Filialen in München, Innsbruck und Salzburg"),
          List.of("/versand-und-rueckgabe/", "Versand und Rückgabe"),
          List.of("/geschaeftskunden/", "Ausrüstung für Vereine und Betriebe"),
          List.of("/newsletter/", "Newsletter"),
          List.of("/kontakt/", "Kontakt"),
          List.of("/impressum/", "Impressum"),
          List.of("/datenschutz/", "Datenschutz"),
          List.of("/agb/", "Allgemeine Geschäftsbedingungen"));

  final List<Page> pages = new ArrayList<>();

  private final Catalog catalog;

  Site(long seed, Catalog catalog) {
    this.catalog = catalog;
    Dice dice = Dice.of(seed, "site");
    String claim = "Ausrüstung für Berge";
    add(dice, "/", Kind.HOME, "Nordwand: " + claim, claim, null, null);
    for (Catalog.Category category : catalog.categories) {
      String title = category.name() + " kaufen | Nordwand";
      add(dice, path(category), Kind.CATEGORY, title, category.name(), category, null);
    }
    for (Catalog.Product product : catalog.products) {
      String title = product.name() + " von " + product.brand() + " | Nordwand";
      add(dice, path(product), Kind.PRODUCT, title, product.name(), product.category(), product);
    }
    for (Guide guide : GUIDES) {
      Catalog.Category category = catalog.category(guide.category());
      add(dice, guide.path(), Kind.GUIDE, guide.title(), guide.title(), category, null);
    }
    for (List<String> service : SERVICES) {
      String title = service.get(1) + " | Nordwand";
      add(dice, service.get(0), Kind.SERVICE, title, service.get(1), null, null);
    }
  }

  private void add(
      Dice dice,
      String path,
      Kind kind,
      String title,
      String heading,
      Catalog.Category category,
      Catalog.Product product) {
    int words =
        switch (kind) {
          case GUIDE -> dice.between(420, 640);
          case PRODUCT -> dice.between(90, 240);
          case CATEGORY -> dice.between(160, 380);
          default -> dice.between(120, 900);
        };
    LocalDate changed = Season.TODAY.minusDays(dice.between(1, 420));
    boolean forgotten = kind == Kind.PRODUCT && dice.chance(.12);
    String description =
        forgotten ? "" : heading + " bei Nordwand: Beratung, Anpassung, Versand ab 100 € frei.";
    pages.add(new Page(path, kind, title, heading, description, words, changed, category, product));
  }

  static String path(Catalog.Category category) {
    return "/" + category.key() + "/";
  }

  static String path(Catalog.Product product) {
    String number = product.sku().substring(product.sku().length() - 5);
    return "/p/" + slug(product.name()) + "-" + number + "/";
  }

  static String image(Catalog.Product product) {
    return ROOT + "/media/" + product.sku().toLowerCase(Locale.ROOT) + ".jpg";
  }

  /** Whether the shop sells it; rentals and tours are booked elsewhere. */
  static boolean sold(Catalog.Category category) {
    return !category.key().equals("verleih") && !category.key().equals("tour");
  }

  static String slug(String text) {
    return text.toLowerCase(Locale.ROOT)
        .replace("ä", "ae")
        .replace("ö", "oe")
        .replace("ü", "ue")
        .replace("ß", "ss")
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-|-$", "");
  }

  Page page(String path) {
    return pages.stream().filter(p -> p.path().equals(path)).findFirst().orElseThrow();
  }

  Page page(Catalog.Category category) {
    return page(path(category));
  }

  List<Page> products(Catalog.Category category) {
    return pages.stream()
        .filter(p -> p.kind() == Kind.PRODUCT && p.category() == category)
        .toList();
  }

  List<Catalog.Product> sold() {
    return catalog.products.stream().filter(p -> sold(p.category())).toList();
  }
}
