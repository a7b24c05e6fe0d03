import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What advertising delivered in 2026, day by day at the finest grain a platform knows: keywords for
 * search, ad groups for the rest, whole campaigns for Performance Max. Every ad report adds these
 * deliveries up, so that reports of one platform meet each other to the cent.
 */
final class Advertising {
  static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  static final LocalDate LAST = Season.TODAY.minusDays(1);

  static final Marketing.Channel PMAX = new Marketing.Channel("Performance Max", true, 0, 0);
  static final Marketing.Channel TIKTOK = new Marketing.Channel("TikTok Ads", true, 0, 0);
  static final Marketing.Channel DISPLAY = new Marketing.Channel("Display & Video 360", true, 0, 0);
  static final Marketing.Channel AMAZON = new Marketing.Channel("Amazon Ads", true, 0, 0);

  /**
   * @param clickCents what a click costs
   * @param clickRate clicks per impression
   * @param saleRate orders per click
   */
  private record Rates(double clickCents, double clickRate, double saleRate) {}

  private static final Map<Marketing.Channel, Rates> RATES =
      Map.of(
          PMAX,
          new Rates(72, .011, .0085),
          Marketing.SOCIAL,
          new Rates(66, .012, .0055),
          TIKTOK,
          new Rates(41, .009, .0022),
          Marketing.BUSINESS,
          new Rates(480, .0055, 0),
          DISPLAY,
          new Rates(260, .0012, .0008),
          AMAZON,
          new Rates(55, .0065, .06));

  /**
   * @param group null for Performance Max
   * @param keyword null where nobody bids on words
   * @param sales orders to be expected of these clicks
   */
  record Delivery(
      LocalDate day,
      Marketing.Campaign campaign,
      Marketing.AdGroup group,
      Marketing.Keyword keyword,
      int impressions,
      int clicks,
      long cents,
      double sales) {
    Marketing.Channel channel() {
      return campaign.channel();
    }

    /** Names the ad group (or the campaign, where there is none) on this day. */
    String slot() {
      return day + " " + (group == null ? campaign.id() : group.id());
    }
  }

  final List<Marketing.Campaign> campaigns = new ArrayList<>();
  final List<Delivery> deliveries = new ArrayList<>();

  private final Map<LocalDate, List<Delivery>> byDay = new HashMap<>();
  private final Catalog catalog;
  private final Season season;
  private final Dice dice;

  Advertising(long seed, Season season, Catalog catalog, Marketing marketing) {
    this.season = season;
    this.catalog = catalog;
    this.dice = Dice.of(seed, "advertising");
    campaigns.addAll(marketing.campaigns);
    add(PMAX, "DE | PMax | Sortiment", "Deutschland", 90, FIRST, "schuhe", "rucksack", "daune");
    add(PMAX, "AT | PMax | Sortiment", "Österreich", 36, FIRST, "schuhe", "rucksack", "daune");
    LocalDate spring = LocalDate.of(2026, 4, 13);
    add(TIKTOK, "DE_TikTok_Draussen", "Deutschland", 38, spring, "klettern", "zelt", "rucksack");
    add(DISPLAY, "DE | Display | Bergsport", "Deutschland", 52, spring, "regen", "tour");
    add(DISPLAY, "AT | Display | Bergsport", "Österreich", 21, spring, "regen", "tour");
    LocalDate summer = LocalDate.of(2026, 7, 1);
    add(AMAZON, "SP | Rucksäcke | Manuell", "Deutschland", 18, summer, "rucksack");
    add(AMAZON, "SP | Sortiment | Auto", "Deutschland", 12, summer, "klettersteig", "zelt");
    Days.from(FIRST, LAST).forEach(this::deliver);
  }

  private void add(
      Marketing.Channel channel,
      String name,
      String country,
      double euros,
      LocalDate first,
      String... keys) {
    String id = String.format(Locale.ROOT, "3%09d", 10_009L * (campaigns.size() + 3));
    var groups = new ArrayList<Marketing.AdGroup>();
    for (String key : keys) {
      Catalog.Category category = catalog.category(key);
      groups.add(
          new Marketing.AdGroup(id + "0" + groups.size(), category.name(), category, List.of()));
    }
    LocalDate last = LocalDate.of(2099, 12, 31);
    long daily = StrictMath.round(euros * 100);
    campaigns.add(
        new Marketing.Campaign(
            id, channel, name, country, first, last, daily, List.copyOf(groups)));
  }

  private void deliver(LocalDate day) {
    int before = deliveries.size();
    for (Marketing.Campaign campaign : campaigns) {
      if (campaign.runs(day, campaign.country())) {
        deliver(day, campaign);
      }
    }
    byDay.put(day, List.copyOf(deliveries.subList(before, deliveries.size())));
  }

  private void deliver(LocalDate day, Marketing.Campaign campaign) {
    double demand =
        campaign.adGroups().stream().mapToDouble(g -> g.category().season().demand(day)).sum()
            / campaign.adGroups().size();
    double busy = campaign.channel() == Marketing.BUSINESS ? season.office(day, "Deutschland") : 1;
    double budget =
        campaign.dailyCents() * busy * dice.around(.88, .1) * Math.clamp(demand, .55, 1.25);
    if (searches(campaign.channel())) {
      search(day, campaign, budget, demand);
    } else if (campaign.channel() == PMAX) {
      other(day, campaign, null, budget);
    } else if (RATES.containsKey(campaign.channel())) {
      for (Marketing.AdGroup group : campaign.adGroups()) {
        double share = group.category().season().demand(day) / demand / campaign.adGroups().size();
        other(day, campaign, group, budget * share);
      }
    }
  }

  private static boolean searches(Marketing.Channel channel) {
    return channel == Marketing.SEARCH || channel == Marketing.BING;
  }

  private void search(LocalDate day, Marketing.Campaign campaign, double budget, double demand) {
    for (Marketing.AdGroup group : campaign.adGroups()) {
      double share = group.category().season().demand(day) / demand / campaign.adGroups().size();
      double weights = group.keywords().stream().mapToDouble(Advertising::weight).sum();
      for (Marketing.Keyword keyword : group.keywords()) {
        double price = keyword.clickCents() * 1.5;
        double clicks = budget * share * weight(keyword) / weights / price;
        add(day, campaign, group, keyword, price, clicks, keyword.clickRate(), .3);
      }
    }
  }

  /** Short phrases are searched more often than long ones. */
  private static double weight(Marketing.Keyword keyword) {
    long blanks = keyword.text().chars().filter(c -> c == ' ').count();
    return keyword.clickRate() / (1 + 2 * blanks);
  }

  private void other(
      LocalDate day, Marketing.Campaign campaign, Marketing.AdGroup group, double budget) {
    Rates rates = RATES.get(campaign.channel());
    double rate = rates.clickRate() * (campaign.name().contains("Retargeting") ? 2.1 : 1);
    double sale = rates.saleRate() * (campaign.name().contains("Retargeting") ? 2.4 : 1);
    double clicks = budget / rates.clickCents();
    add(day, campaign, group, null, rates.clickCents(), clicks, rate, sale);
  }

  private void add(
      LocalDate day,
      Marketing.Campaign campaign,
      Marketing.AdGroup group,
      Marketing.Keyword keyword,
      double price,
      double expected,
      double clickRate,
      double sale) {
    int clicks = dice.count(expected);
    int impressions = Math.max(clicks, dice.count(expected / clickRate));
    if (impressions == 0) {
      return;
    }
    long cents = StrictMath.round(clicks * dice.around(price, .1));
    double perClick = keyword == null ? sale : sale * keyword.saleRate();
    double size = campaign.country().equals("Österreich") ? .8 : 1;
    deliveries.add(
        new Delivery(
            day, campaign, group, keyword, impressions, clicks, cents, clicks * perClick * size));
  }

  /** What ran on that day; nothing before {@link #FIRST}. */
  List<Delivery> on(LocalDate day) {
    return byDay.getOrDefault(day, List.of());
  }
}
