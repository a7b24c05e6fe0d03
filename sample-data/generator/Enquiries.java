import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Who asked Nordwand for an offer, and what became of it. Whether a lead is won depends on what the
 * sales force can see (partly in ways no straight line describes) and on what it cannot.
 */
final class Enquiries {

  /**
   * @param campaign null where the channel runs none
   * @param budgetCents what they think of spending; -1 when not asked
   * @param visits visits to the website in the 30 days before; -1 when unknown
   * @param talks talks within the first 30 days
   * @param seen probability of winning given what the export shows
   * @param truth probability of winning given everything
   * @param won null while open
   */
  record Lead(
      String id,
      LocalDate created,
      Crowd.Person person,
      Marketing.Channel channel,
      Marketing.Campaign campaign,
      Catalog.Category interest,
      long budgetCents,
      int visits,
      boolean catalogSent,
      boolean newsletter,
      LocalDate lastActivity,
      int talks,
      boolean meeting,
      Crowd.Rep rep,
      double seen,
      double truth,
      Boolean won) {}

  private static final int COUNT = 6000;
  private static final double UNSEEN = .55;

  private final Catalog catalog;
  private final Marketing marketing;
  private final Crowd crowd;
  private final Dice dice;
  private final List<Crowd.Person> byAge;

  private Enquiries(long seed, Catalog catalog, Marketing marketing, Crowd crowd) {
    this.catalog = catalog;
    this.marketing = marketing;
    this.crowd = crowd;
    this.dice = Dice.of(seed, "enquiries");
    this.byAge = crowd.people.stream().sorted(Comparator.comparing(Crowd.Person::known)).toList();
  }

  /** All leads, oldest first. */
  static List<Lead> of(
      long seed, Season season, Catalog catalog, Marketing marketing, Crowd crowd) {
    var enquiries = new Enquiries(seed, catalog, marketing, crowd);
    int days = (int) ChronoUnit.DAYS.between(Season.FIRST, Season.TODAY);
    var dates = new ArrayList<LocalDate>();
    while (dates.size() < COUNT) {
      LocalDate day = Season.FIRST.plusDays(enquiries.dice.between(0, days - 1));
      if (enquiries.dice.chance(season.office(day, "Deutschland") / 1.2)) {
        dates.add(day);
      }
    }
    dates.sort(null);
    var leads = new ArrayList<Lead>();
    for (LocalDate day : dates) {
      leads.add(enquiries.lead("L-" + (100_001 + leads.size()), day));
    }
    return leads;
  }

  private Lead lead(String id, LocalDate created) {
    Crowd.Person person = person(created);
    String country = person.place().country();
    Marketing.Channel channel = channel(created, country);
    List<Marketing.Campaign> running = marketing.running(channel, created, country);
    Marketing.Campaign campaign =
        running.isEmpty() ? null : dice.pick(running, c -> (double) c.dailyCents());
    Catalog.Category interest = interest(person, campaign, created);
    int age = (int) ChronoUnit.DAYS.between(created, Season.TODAY);
    int staff = person.organisation() == null ? 1 : person.organisation().staff();
    double heads = Math.max(1, StrictMath.pow(staff, .6));
    long budget = StrictMath.round(dice.around(interest.price() * heads, .7)) * 100;
    int visits = dice.poisson(dice.around(4, .6));
    double patience = Math.min(1, age / 30.0);
    int talks = dice.poisson(Math.min(20, dice.around(2.1, .45)) * patience);
    boolean meeting = talks > 0 && dice.chance(.16 + .07 * Math.min(talks, 4));
    boolean newsletter = dice.chance(.22 + .1 * (person.alpine() > 0 ? 2 : 0));
    boolean catalogSent = dice.chance(.3);
    Crowd.Rep rep = dice.pick(crowd.reps, r -> r.country().equals(country) ? 1 : .04);
    double visible =
        circumstances(person, channel, interest, created)
            + behaviour(budget / 100.0, staff, visits, talks, meeting, newsletter)
            + rep.skill();
    double hidden = .35 * person.alpine() - .3 * person.frugal() + UNSEEN * dice.gauss();
    double truth = odds(visible + hidden);
    boolean won = dice.chance(truth);
    double decided = 14 + dice.exponential(64);
    int idle = (int) Math.min(age - 1, 2 + dice.exponential(16));
    return new Lead(
        id,
        created,
        person,
        channel,
        campaign,
        interest,
        dice.chance(.007) ? -1 : budget,
        dice.chance(.006) ? -1 : visits,
        catalogSent,
        newsletter,
        created.plusDays(Math.max(0, idle)),
        talks,
        meeting,
        rep,
        odds(visible),
        truth,
        decided > age ? null : won);
  }

  private Crowd.Person person(LocalDate day) {
    int known = 0;
    while (known < byAge.size() && !byAge.get(known).known().isAfter(day)) {
      known++;
    }
    for (int i = 0; ; i++) {
      Crowd.Person person = byAge.get(dice.between(0, known - 1));
      if (person.organisation() != null || dice.chance(.18) || i > 50) {
        return person;
      }
    }
  }

  private Marketing.Channel channel(LocalDate day, String country) {
    return dice.pick(
        marketing.channels,
        c -> c.paid() && marketing.running(c, day, country).isEmpty() ? 0 : c.weight());
  }

  private Catalog.Category interest(
      Crowd.Person person, Marketing.Campaign campaign, LocalDate day) {
    if (campaign != null && dice.chance(.6)) {
      return dice.pick(campaign.adGroups()).category();
    }
    boolean company = person.organisation() != null;
    return dice.pick(
        catalog.categories,
        c -> c.season().demand(day) * (company && c.key().matches("team|verleih|tour") ? 3 : 1));
  }

  private static double circumstances(
      Crowd.Person person,
      Marketing.Channel channel,
      Catalog.Category interest,
      LocalDate created) {
    String trade = person.organisation() == null ? "" : person.organisation().trade().name();
    double sum = -5.0 + 1.5 * channel.intent();
    sum += person.organisation() == null ? -.2 : 1.25 * person.organisation().trade().fit();
    sum += person.place().country().equals("Österreich") ? .2 : 0;
    sum += .2 * StrictMath.log(interest.season().demand(created.plusDays(25)));
    boolean office = trade.equals("Industrie") || trade.equals("IT & Beratung");
    if (channel == Marketing.BUSINESS) {
      sum += office ? 1.1 : -.5;
    }
    if (channel == Marketing.SOCIAL && office) {
      sum -= .6;
    }
    boolean host = trade.equals("Hotellerie") || trade.equals("Schule");
    if (interest.key().equals("verleih")) {
      sum += host ? 1.1 : -.3;
    }
    if (interest.key().equals("team")) {
      sum += host ? -.4 : .55;
    }
    return sum;
  }

  private static double behaviour(
      double budget, int staff, int visits, int talks, boolean meeting, boolean newsletter) {
    double perHead = StrictMath.log(Math.max(1, budget) / StrictMath.pow(staff, .6) / 120);
    double sum = .55 - .22 * (perHead - .3) * (perHead - .3);
    sum += .3 * Math.min(visits, 8) - .1 * Math.max(0, visits - 10);
    sum += .42 * Math.min(talks, 4) - .3 * Math.max(0, talks - 5);
    sum += meeting ? (visits >= 3 ? 1.3 : .5) : 0;
    return sum + (newsletter ? .5 : 0);
  }

  private static double odds(double score) {
    return 1 / (1 + StrictMath.exp(-score));
  }
}
