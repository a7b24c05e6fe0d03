import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The leads as the CRM exports them: semicolons, Windows-1252, CRLF, German numbers and dates. */
final class CrmLeads {
  private static final List<String> HEADER =
      List.of(
          "Lead-ID",
          "Erstellt am",
          "Anrede",
          "Vorname",
          "Nachname",
          "E-Mail",
          "Telefon",
          "Firma",
          "Branche",
          "Mitarbeiterzahl",
          "PLZ",
          "Ort",
          "Bundesland",
          "Land",
          "Quelle",
          "Kampagne",
          "Produktinteresse",
          "Budget (EUR)",
          "Website-Besuche",
          "Katalog angefordert",
          "Newsletter",
          "Letzte Aktivität",
          "Gespräche",
          "Termin vereinbart",
          "Verantwortlich",
          "Einwilligung Marketing",
          "Einwilligung am",
          "Bemerkung",
          "Abgeschlossen");

  private static final List<String> REMARKS =
      List.of(
          "Rückruf erbeten, am besten nachmittags",
          "Größenlauf vor Ort gewünscht; Termin offen",
          "Wünscht Muster in Größe 42 ½ und 44",
          "Bestand vom Vorjahr prüfen:\n– Helme\n– Gurte\n– Seile",
          "Anfrage kam über das Formular „Teamausrüstung“",
          "Fragt nach \"Maßsohle\" und Anpassung im Geschäft",
          "Angebot bitte mit Staffelpreisen;\nLieferung an zwei Adressen",
          "Vertretung im Urlaub: vertretung@%s",
          "Möchte Gruppe ab 12 Personen anmelden",
          "Preis je Stück unter 100 € gewünscht");

  private CrmLeads() {}

  static byte[] write(World world) {
    Dice dice = world.dice("crm_leads");
    var sheet = new Sheet(';', "\r\n").row(HEADER);
    List<Enquiries.Lead> leads = world.leads();
    for (Enquiries.Lead lead : leads) {
      sheet.row(cells(lead, dice));
    }
    report(leads);
    return sheet.bytes(Charset.forName("windows-1252"));
  }

  private static List<String> cells(Enquiries.Lead lead, Dice dice) {
    Crowd.Person person = lead.person();
    Crowd.Organisation firm = person.organisation();
    var cells = new ArrayList<String>();
    cells.add(lead.id());
    cells.add(Sheet.day(lead.created()));
    cells.add(person.woman() ? "Frau" : "Herr");
    cells.add(person.first());
    cells.add(person.last());
    cells.add(person.mail());
    cells.add(person.phone());
    cells.add(firm == null ? "" : firm.name());
    cells.add(firm == null ? "Privat" : dice.chance(.005) ? "" : firm.trade().name());
    cells.add(firm == null ? "" : Sheet.whole(firm.staff()));
    cells.add(person.place().code());
    cells.add(person.place().city());
    cells.add(person.place().state());
    cells.add(person.place().country());
    cells.add(lead.channel().name());
    cells.add(lead.campaign() == null ? "" : lead.campaign().name());
    cells.add(lead.interest().name());
    cells.add(lead.budgetCents() < 0 ? "" : Sheet.euros(lead.budgetCents()));
    cells.add(lead.visits() < 0 ? "" : Sheet.whole(lead.visits()));
    cells.add(yes(lead.catalogSent()));
    cells.add(yes(lead.newsletter()));
    cells.add(Sheet.day(lead.lastActivity()));
    cells.add(Sheet.whole(lead.talks()));
    cells.add(yes(lead.meeting()));
    cells.add(lead.rep().name());
    cells.add(person.marketing() == null ? "" : yes(person.marketing()));
    cells.add(consentDay(person, dice));
    cells.add(remark(firm, dice));
    cells.add(lead.won() == null ? "" : yes(lead.won()));
    return cells;
  }

  private static String consentDay(Crowd.Person person, Dice dice) {
    boolean given = Boolean.TRUE.equals(person.marketing());
    boolean forgotten = dice.chance(.012);
    LocalDate day = person.marketingOn();
    boolean future = !day.isBefore(Season.TODAY);
    return given && !forgotten && !future ? Sheet.day(day) : "";
  }

  private static String remark(Crowd.Organisation firm, Dice dice) {
    if (!dice.chance(.12)) {
      return "";
    }
    String domain = firm == null ? "example.org" : firm.domain();
    return dice.pick(REMARKS).replace("%s", domain);
  }

  private static String yes(boolean value) {
    return value ? "Ja" : "Nein";
  }

  /** What a perfect model could reach: the ceiling for everything that learns from the export. */
  private static void report(List<Enquiries.Lead> leads) {
    List<Enquiries.Lead> closed = leads.stream().filter(lead -> lead.won() != null).toList();
    long won = closed.stream().filter(Enquiries.Lead::won).count();
    System.out.printf(
        java.util.Locale.ROOT,
        "crm_leads.csv: %d leads, %d open, %.1f %% of the closed ones won;"
            + " AUC of the true probability %.3f, of its visible part %.3f%n",
        leads.size(),
        leads.size() - closed.size(),
        100.0 * won / closed.size(),
        auc(closed, Enquiries.Lead::truth),
        auc(closed, Enquiries.Lead::seen));
  }

  private static double auc(
      List<Enquiries.Lead> leads, ToDoubleFunction<Enquiries.Lead> probability) {
    List<Enquiries.Lead> ranked =
        leads.stream().sorted(java.util.Comparator.comparingDouble(probability)).toList();
    double below = 0;
    double pairs = 0;
    for (Enquiries.Lead lead : ranked) {
      if (lead.won()) {
        pairs += below;
      } else {
        below++;
      }
    }
    return pairs / below / (ranked.size() - below);
  }
}
