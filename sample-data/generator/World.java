import java.util.List;

/**
 * Nordwand, an outdoor outfitter in Germany and Austria that does not exist: what it sells, whom it
 * knows, how it advertises, and when. Every export is a view of this one world, so that the person
 * of a lead is the person of an order and a campaign bears one name everywhere.
 */
record World(
    long seed,
    Season season,
    Catalog catalog,
    Marketing marketing,
    Crowd crowd,
    Site site,
    Advertising advertising,
    Trial trial,
    Orders orders,
    Ledger ledger,
    Organic organic,
    Visits visits,
    List<Enquiries.Lead> leads) {

  static World of(long seed) {
    var season = new Season();
    var catalog = new Catalog(seed);
    var marketing = new Marketing(seed, catalog);
    var crowd = new Crowd(seed);
    var site = new Site(seed, catalog);
    var advertising = new Advertising(seed, season, catalog, marketing);
    var trial = new Trial(seed, crowd);
    var orders = new Orders(seed, season, catalog, crowd, advertising, trial);
    var organic = new Organic(seed, season, catalog);
    var visits = new Visits(seed, site, crowd, advertising, organic, orders);
    var ledger = new Ledger(seed, advertising, orders);
    List<Enquiries.Lead> leads = Enquiries.of(seed, season, catalog, marketing, crowd);
    return new World(
        seed,
        season,
        catalog,
        marketing,
        crowd,
        site,
        advertising,
        trial,
        orders,
        ledger,
        organic,
        visits,
        leads);
  }

  /** Dice of its own for the export {@code name}. */
  Dice dice(String name) {
    return Dice.of(seed, "export " + name);
  }
}
