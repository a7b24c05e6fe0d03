package io.liftwerk.warehouse.consent;

import java.time.LocalDate;

/**
 * Which TCF strings count. The dates are settings, because they were moved before.
 *
 * @param oldestPolicy lowest policy version that counts; 4 is TCF 2.2
 * @param oldestPolicyAfter strings created after this day (UTC) need it
 * @param newestPolicy highest policy version that is known; 5 is TCF 2.3
 * @param disclosedVendorsAfter strings created after this day (UTC) need the segment of vendors
 *     that the person was shown
 */
public record TcfRules(
    int oldestPolicy,
    LocalDate oldestPolicyAfter,
    int newestPolicy,
    LocalDate disclosedVendorsAfter) {

  /**
   * From IAB Europe's specification of the string (2026-02-26): TCF 2.2 from 2023-09-30, after
   * which vendors had until 2023-11-20; the disclosed vendors of TCF 2.3 from 2026-02-28.
   */
  public static final TcfRules PUBLISHED =
      new TcfRules(4, LocalDate.of(2023, 9, 30), 5, LocalDate.of(2026, 2, 28));
}
