package io.liftwerk.text.identifiers;

import java.util.List;

/** All finders of this package. */
public final class Finders {
  private static final List<Finder> ALL =
      List.of(
          new Numbers(),
          new Plates(),
          new Dates(),
          new WebAddresses(),
          new Ages(),
          new Postcodes(),
          new Addresses(),
          new Persons(),
          new Organisations(),
          new Places(),
          new Professions(),
          new Nationalities());

  private Finders() {}

  /** Proposes what stands in {@code text} to {@code found}. */
  public static void find(String text, Candidates found) {
    Scan scan = new Scan(text);
    for (Finder finder : ALL) {
      finder.find(scan, found);
    }
  }
}
