package io.liftwerk.ingest;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Codes and signs that stand beside amounts of money. A sign that several countries share, such as
 * {@code $}, {@code ¥} or {@code kr}, marks money and tells no currency.
 */
final class Currencies {
  /**
   * The codes of ISO 4217 that are in use. Left out are those of metals, funds and tests, and ALL
   * and TOP: as words of English they stand before numbers that are no money.
   */
  private static final Set<String> CODES =
      Set.of(
          ("AED AFN AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP"
                  + " BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB"
                  + " EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD"
                  + " IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL"
                  + " LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK"
                  + " NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG"
                  + " SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TRY TTD TWD TZS"
                  + " UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG")
              .split(" "));

  private static final Map<String, String> SIGNS =
      Map.ofEntries(
          Map.entry("€", "EUR"),
          Map.entry("Euro", "EUR"),
          Map.entry("£", "GBP"),
          Map.entry("SFr.", "CHF"),
          Map.entry("US$", "USD"),
          Map.entry("CA$", "CAD"),
          Map.entry("AU$", "AUD"),
          Map.entry("A$", "AUD"),
          Map.entry("NZ$", "NZD"),
          Map.entry("HK$", "HKD"),
          Map.entry("NT$", "TWD"),
          Map.entry("SG$", "SGD"),
          Map.entry("MX$", "MXN"),
          Map.entry("R$", "BRL"),
          Map.entry("zł", "PLN"),
          Map.entry("Kč", "CZK"),
          Map.entry("Ft", "HUF"),
          Map.entry("лв.", "BGN"),
          Map.entry("₺", "TRY"),
          Map.entry("₹", "INR"),
          Map.entry("₽", "RUB"),
          Map.entry("₴", "UAH"),
          Map.entry("₩", "KRW"),
          Map.entry("₫", "VND"),
          Map.entry("₪", "ILS"),
          Map.entry("฿", "THB"),
          Map.entry("₱", "PHP"),
          Map.entry("₦", "NGN"),
          Map.entry("₡", "CRC"),
          Map.entry("₲", "PYG"),
          Map.entry("₸", "KZT"),
          Map.entry("₼", "AZN"),
          Map.entry("₾", "GEL"),
          Map.entry("₵", "GHS"));

  private static final Pattern SHARED = Pattern.compile("\\p{Sc}|[A-Z]{1,2}\\$|S?Fr\\.?|kr\\.?");

  private static final Pattern IN_NAME =
      Pattern.compile("(?:^|[\\s(\\[,;/_-])([A-Z]{3}|€)[)\\]]?$");

  private Currencies() {}

  /** Whether amounts are written with it. */
  static boolean known(String unit) {
    return CODES.contains(unit) || SIGNS.containsKey(unit) || SHARED.matcher(unit).matches();
  }

  /** The code of ISO 4217; null where the sign stands for several currencies or for none. */
  static @Nullable String code(String unit) {
    return CODES.contains(unit) ? unit : SIGNS.get(unit);
  }

  /** The currency that a header states at its end, as in {@code Amount spent (EUR)}. */
  static @Nullable String inName(String column) {
    Matcher end = IN_NAME.matcher(column.strip());
    return end.find() ? code(end.group(1)) : null;
  }
}
