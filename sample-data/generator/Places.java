import java.util.List;

/** Where customers live and where Nordwand has its shops. */
final class Places {

  /**
   * @param code postal code; leading zeros occur
   * @param mountains how near the mountains are, 0 to 1
   */
  record Place(
      String code, String city, String state, String country, double weight, double mountains) {}

  private Places() {}

  private static Place de(String code, String city, String state, double weight, double near) {
    return new Place(code, city, state, "Deutschland", weight, near);
  }

  private static Place at(String code, String city, String state, double weight, double near) {
    return new Place(code, city, state, "Österreich", weight, near);
  }

  static final List<Place> ALL =
      List.of(
          de("80331", "München", "Bayern", 14, .8),
          de("82467", "Garmisch-Partenkirchen", "Bayern", 3, 1),
          de("83022", "Rosenheim", "Bayern", 4, .9),
          de("87435", "Kempten (Allgäu)", "Bayern", 4, .9),
          de("90402", "Nürnberg", "Bayern", 4, .4),
          de("79098", "Freiburg im Breisgau", "Baden-Württemberg", 5, .6),
          de("70173", "Stuttgart", "Baden-Württemberg", 6, .4),
          de("72764", "Reutlingen", "Baden-Württemberg", 2, .5),
          de("60311", "Frankfurt am Main", "Hessen", 5, .2),
          de("34117", "Kassel", "Hessen", 2, .2),
          de("50667", "Köln", "Nordrhein-Westfalen", 6, .1),
          de("40213", "Düsseldorf", "Nordrhein-Westfalen", 4, .1),
          de("33602", "Bielefeld", "Nordrhein-Westfalen", 2, .1),
          de("10115", "Berlin", "Berlin", 7, .1),
          de("20095", "Hamburg", "Hamburg", 4, 0),
          de("01067", "Dresden", "Sachsen", 4, .4),
          de("04109", "Leipzig", "Sachsen", 3, .2),
          de("99084", "Erfurt", "Thüringen", 2, .3),
          de("38640", "Goslar", "Niedersachsen", 2, .3),
          de("30159", "Hannover", "Niedersachsen", 2, .1),
          de("55116", "Mainz", "Rheinland-Pfalz", 2, .2),
          de("24103", "Kiel", "Schleswig-Holstein", 1, 0),
          at("1010", "Wien", "Wien", 8, .4),
          at("6020", "Innsbruck", "Tirol", 7, 1),
          at("6370", "Kitzbühel", "Tirol", 2, 1),
          at("5020", "Salzburg", "Salzburg", 5, .9),
          at("8010", "Graz", "Steiermark", 4, .6),
          at("8970", "Schladming", "Steiermark", 2, 1),
          at("4020", "Linz", "Oberösterreich", 3, .4),
          at("9020", "Klagenfurt", "Kärnten", 2, .7),
          at("6900", "Bregenz", "Vorarlberg", 2, .9));

  static Place any(Dice dice) {
    return dice.pick(ALL, Place::weight);
  }
}
