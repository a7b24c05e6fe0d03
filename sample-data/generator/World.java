/**
 * Nordwand, an outdoor outfitter in Germany and Austria that does not exist: what it sells, whom it
 * knows, how it advertises, and when. Every export is a view of this one world, so that the person
 * of a lead is the person of an order and a campaign bears one name everywhere.
 */
record World(long seed, Season season, Catalog catalog, Marketing marketing, Crowd crowd) {

  static World of(long seed) {
    var catalog = new Catalog(seed);
    return new World(seed, new Season(), catalog, new Marketing(seed, catalog), new Crowd(seed));
  }

  /** Dice of its own for the export {@code name}. */
  Dice dice(String name) {
    return Dice.of(seed, "export " + name);
  }
}
