package io.liftwerk.report;

import io.liftwerk.keywords.KeywordResult.Standing;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Figures and words of search terms in the reader's language; what nobody counted is a dash. */
public class KeywordWords {
  private static final String NONE = "–";

  private final ResultTexts texts;
  private final ResultFormats formats;
  private final @Nullable String currency;

  /**
   * @param currency of all money; null where no report tells it
   */
  public KeywordWords(ResultTexts texts, @Nullable String currency) {
    this.texts = texts;
    this.formats = texts.formats();
    this.currency = currency;
  }

  /** The text {@code keywords.KEY}. */
  public String of(String key, Object... arguments) {
    return texts.text("keywords." + key, arguments);
  }

  public final String count(@Nullable Long number) {
    return number == null ? NONE : formats.count(number);
  }

  /** Money without its currency, which stands in the column's head. */
  public final String money(@Nullable BigDecimal amount) {
    return amount == null ? NONE : formats.decimal(amount.doubleValue(), 2);
  }

  /** Money with its currency, without cents where they do not matter. */
  public final String moneyIn(@Nullable BigDecimal amount) {
    if (amount == null) {
      return NONE;
    }
    boolean large = amount.abs().compareTo(BigDecimal.valueOf(1000)) >= 0;
    return formats.decimal(amount.doubleValue(), large ? 0 : 2)
        + (currency == null ? "" : "\u00a0" + currency);
  }

  /** The head of a column of money. */
  public final String in(String key) {
    String name = of(key);
    return currency == null ? name : name + " (" + currency + ")";
  }

  /** Conversions may be parts of one. */
  public final String conversions(@Nullable BigDecimal number) {
    if (number == null) {
      return NONE;
    }
    boolean whole = number.stripTrailingZeros().scale() <= 0;
    return formats.decimal(number.doubleValue(), whole ? 0 : 1);
  }

  public final String conversions(double number) {
    return formats.decimal(number, 2);
  }

  public final String percent(@Nullable Double share, int digits) {
    return share == null ? NONE : formats.percent(share, digits);
  }

  public final String decimal(@Nullable Double number, int digits) {
    return number == null ? NONE : formats.decimal(number, digits);
  }

  public final String standing(Standing standing) {
    return of("standing." + standing.name().toLowerCase(Locale.ROOT));
  }

  public final String match(String match) {
    return code("match.", match);
  }

  public final String level(String level) {
    return code("level.", level);
  }

  public final String channel(String channel) {
    return code("channel.", channel);
  }

  public final String intent(@Nullable String intent) {
    return intent == null ? NONE : code("intent.", intent);
  }

  /** A code of the engine, which may come to know more of them. */
  private String code(String prefix, String code) {
    return texts.textOr("keywords." + prefix + code.toLowerCase(Locale.ROOT), code);
  }

  public final String sentence(String english) {
    return texts.sentence(english);
  }
}
