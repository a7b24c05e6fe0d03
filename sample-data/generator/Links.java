import java.util.ArrayList;
import java.util.List;

/** The links of the German site as a crawler finds them: navigation, footer, and what matters. */
final class Links {
  static final String GONE = "/p/auslaufmodell-10009/";
  static final String MOVED = "/schuhe-und-anpassung/";

  /**
   * @param position Navigation, Content or Footer
   */
  record Link(Site.Page from, String to, String anchor, String path, String position) {}

  final List<Link> all = new ArrayList<>();

  private final Site site;
  private final Dice dice;

  Links(World world) {
    this.site = world.site();
    this.dice = world.dice("links");
    site.pages.forEach(this::page);
  }

  private void page(Site.Page page) {
    add(page, "/", "Nordwand", "//body/header/a", "Navigation");
    List<Site.Page> menu = site.pages.subList(1, 7);
    for (int i = 0; i < menu.size(); i++) {
      String path = "//body/header/nav/ul/li[" + (i + 1) + "]/a";
      add(page, menu.get(i).path(), menu.get(i).heading(), path, "Navigation");
    }
    add(page, "/impressum/", "Impressum", "//body/footer/ul/li[1]/a", "Footer");
    add(page, "/datenschutz/", "Datenschutz", "//body/footer/ul/li[2]/a", "Footer");
    content(page);
  }

  private void content(Site.Page page) {
    switch (page.kind()) {
      case HOME ->
          site.pages.stream()
              .filter(p -> p.kind() != Site.Kind.PRODUCT)
              .forEach(p -> text(page, p));
      case CATEGORY -> site.products(page.category()).forEach(p -> text(page, p));
      case PRODUCT -> {
        text(page, site.page(page.category()));
        text(page, dice.pick(site.products(page.category())));
        if (dice.chance(.02)) {
          add(page, GONE, "Vorgängermodell", "//body/main/p[2]/a", "Content");
        }
      }
      case GUIDE -> {
        text(page, site.page(page.category()));
        site.products(page.category()).stream().limit(3).forEach(p -> text(page, p));
        add(page, MOVED, "hier", "//body/main/article/p[5]/a", "Content");
      }
      case SERVICE -> text(page, site.page("/kontakt/"));
    }
  }

  private void text(Site.Page from, Site.Page to) {
    int place = dice.between(1, 24);
    add(from, to.path(), to.heading(), "//body/main/section/a[" + place + "]", "Content");
  }

  private void add(Site.Page from, String to, String anchor, String path, String position) {
    all.add(new Link(from, to, anchor, path, position));
  }
}
