import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The newsletter trial of September 2026: everybody who agreed to be written to drew one of three
 * arms. Who got a voucher orders more often in the two weeks that follow, who got a guide a little.
 */
final class Trial {
  static final LocalDate SENT = LocalDate.of(2026, 9, 2);
  static final LocalDate END = SENT.plusDays(13);
  static final String CODE = "BERGHERBST10";
  static final String CONTROL = "Kontrolle";
  static final String VOUCHER = "Gutschein";
  static final String GUIDE = "Ratgeber";

  private static final double STRONGEST = 1.9;

  private final Map<Integer, String> arms = new TreeMap<>();

  Trial(long seed, Crowd crowd) {
    Dice dice = Dice.of(seed, "newsletter trial");
    for (Crowd.Person person : crowd.people) {
      String arm = dice.pick(List.of(CONTROL, VOUCHER, GUIDE));
      if (Boolean.TRUE.equals(person.marketing()) && person.marketingOn().isBefore(SENT)) {
        arms.put(person.number(), arm);
      }
    }
  }

  /** Null for those who were not in it. */
  String arm(Crowd.Person person) {
    return arms.get(person.number());
  }

  static boolean runs(LocalDate day) {
    return !day.isBefore(SENT) && !day.isAfter(END);
  }

  /** How much of the strongest inclination to order this person has on that day, up to 1. */
  double inclination(Crowd.Person person, LocalDate day) {
    String arm = runs(day) ? arm(person) : null;
    double lift = VOUCHER.equals(arm) ? STRONGEST : GUIDE.equals(arm) ? 1.2 : 1;
    return runs(day) ? lift / STRONGEST : 1;
  }
}
