import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The newsletter trial as one table: who got what, opened, clicked and ordered in the fortnight
 * after, and what they had spent in the 180 days before (known before anybody drew an arm).
 */
final class TrialTable {
  private static final LocalDate BEFORE = Trial.SENT.minusDays(180);

  private TrialTable() {}

  static byte[] write(World world) {
    Dice dice = world.dice("trial");
    Map<Integer, long[]> money = new HashMap<>();
    for (Orders.Order order : world.orders().all) {
      long[] sums = money.computeIfAbsent(order.person().number(), n -> new long[3]);
      LocalDate day = order.day();
      if (!day.isBefore(BEFORE) && day.isBefore(Trial.SENT)) {
        sums[0] += order.totalCents();
      } else if (Trial.runs(day)) {
        sums[1] += order.totalCents();
        sums[2]++;
      }
    }
    var sheet =
        new Sheet(',', "\n")
            .row(
                "contact_id",
                "arm",
                "sent_on",
                "country",
                "opened",
                "clicked",
                "orders_14d",
                "revenue_14d",
                "revenue_180d_before");
    for (Crowd.Person person : world.crowd().people) {
      String arm = world.trial().arm(person);
      if (arm != null) {
        sheet.row(cells(person, arm, money.getOrDefault(person.number(), new long[3]), dice));
      }
    }
    return sheet.utf8();
  }

  private static List<String> cells(Crowd.Person person, String arm, long[] sums, Dice dice) {
    double taste = Math.clamp(.34 + .06 * person.alpine(), .05, .9);
    boolean opened = dice.chance(taste + (arm.equals(Trial.VOUCHER) ? .05 : 0));
    double interest = arm.equals(Trial.CONTROL) ? .13 : arm.equals(Trial.VOUCHER) ? .22 : .19;
    boolean clicked = opened && dice.chance(interest);
    return List.of(
        Long.toString(80_200_000_001L + 977L * person.number()),
        arm,
        Trial.SENT.toString(),
        person.place().country().equals("Deutschland") ? "DE" : "AT",
        opened ? "1" : "0",
        clicked ? "1" : "0",
        Long.toString(sums[2]),
        Num.POINT.money(sums[1]),
        Num.POINT.money(sums[0]));
  }
}
