import java.util.List;

/** Pipedrive deals: the enquiries that got as far as a talk; persons and firms linked by name. */
final class Pipedrive {
  private Pipedrive() {}

  static byte[] write(World world) {
    var sheet =
        new Sheet(',', "\n")
            .row(
                "Deal - ID",
                "Deal - Title",
                "Deal - Value",
                "Deal - Currency of Value",
                "Deal - Stage",
                "Deal - Status",
                "Deal - Deal created",
                "Deal - Won time",
                "Deal - Lost time",
                "Deal - Lost reason",
                "Deal - Owner",
                "Deal - Source channel",
                "Organization - Name",
                "Person - Name",
                "Person - Email - Work",
                "Person - Email - Home",
                "Person - Phone");
    Dice dice = world.dice("pipedrive");
    world.leads().stream()
        .filter(l -> l.talks() > 0 && !l.created().isBefore(Advertising.FIRST))
        .forEach(lead -> sheet.row(cells(lead, dice)));
    return sheet.utf8();
  }

  private static List<String> cells(Enquiries.Lead lead, Dice dice) {
    Crowd.Person person = lead.person();
    Crowd.Organisation firm = person.organisation();
    String name = person.first() + " " + person.last();
    boolean won = Boolean.TRUE.equals(lead.won());
    boolean lost = Boolean.FALSE.equals(lead.won());
    String closed = lead.lastActivity() + " 17:0" + dice.between(0, 9) + ":00";
    return List.of(
        "9" + lead.id().substring(2),
        lead.interest().name() + " – " + (firm == null ? name : firm.name()),
        lead.budgetCents() < 0 ? "" : Num.POINT.whole(lead.budgetCents() / 100),
        "EUR",
        lead.meeting() ? "Angebot" : lead.talks() > 1 ? "Bedarf geklärt" : "Kontakt",
        won ? "Won" : lost ? "Lost" : "Open",
        lead.created() + " 0" + dice.between(8, 9) + ":1" + dice.between(0, 9) + ":00",
        won ? closed : "",
        lost ? closed : "",
        lost
            ? dice.pick(List.of("Preis", "Kein Bedarf", "Meldet sich nicht", "Mitbewerb", ""))
            : "",
        lead.rep().name(),
        lead.channel().name(),
        firm == null ? "" : firm.name(),
        name,
        firm == null ? "" : person.mail(),
        firm == null ? person.mail() : "",
        person.phone());
  }
}
