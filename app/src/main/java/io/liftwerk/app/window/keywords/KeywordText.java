package io.liftwerk.app.window.keywords;

import io.liftwerk.app.window.base.Formats;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Columns.Mark;
import io.liftwerk.keywords.KeywordResult.Standing;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Figures and words of search terms in the user's language; what nobody counted is a dash. */
final class KeywordText {
  private static final String NONE = "–";

  private final Messages messages;
  private final Formats formats;
  private final @Nullable String currency;

  /**
   * @param currency of all money; null where no report tells it
   */
  KeywordText(Messages messages, @Nullable String currency) {
    this.messages = messages;
    this.formats = messages.formats();
    this.currency = currency;
  }

  String of(String key, Object... arguments) {
    return messages.text("keywords." + key, arguments);
  }

  String count(@Nullable Long number) {
    return number == null ? NONE : formats.count(number);
  }

  /** Money without its currency, which stands in the column's head. */
  String money(@Nullable BigDecimal amount) {
    return amount == null ? NONE : formats.decimal(amount.doubleValue(), 2);
  }

  /** Money with its currency, without cents where they do not matter. */
  String moneyIn(@Nullable BigDecimal amount) {
    if (amount == null) {
      return NONE;
    }
    boolean large = amount.abs().compareTo(BigDecimal.valueOf(1000)) >= 0;
    return formats.decimal(amount.doubleValue(), large ? 0 : 2)
        + (currency == null ? "" : "\u00a0" + currency);
  }

  /** The head of a column of money. */
  String in(String key) {
    String name = of(key);
    return currency == null ? name : name + " (" + currency + ")";
  }

  /** Conversions may be parts of one. */
  String conversions(@Nullable BigDecimal number) {
    if (number == null) {
      return NONE;
    }
    boolean whole = number.stripTrailingZeros().scale() <= 0;
    return formats.decimal(number.doubleValue(), whole ? 0 : 1);
  }

  String conversions(double number) {
    return formats.decimal(number, 2);
  }

  String percent(@Nullable Double share, int digits) {
    return share == null ? NONE : formats.percent(share, digits);
  }

  String decimal(@Nullable Double number, int digits) {
    return number == null ? NONE : formats.decimal(number, digits);
  }

  String standing(Standing standing) {
    return of("standing." + standing.name().toLowerCase(Locale.ROOT));
  }

  Mark mark(Standing standing) {
    return switch (standing) {
      case WASTES -> new Mark(Feather.TRENDING_DOWN, "icon-wastes", standing(standing));
      case EARNS -> new Mark(Feather.TRENDING_UP, "icon-earns", standing(standing));
      case OPEN -> new Mark(Feather.MINUS, "icon-quiet", standing(standing));
    };
  }

  static String bar(Standing standing) {
    return "bar-" + standing.name().toLowerCase(Locale.ROOT);
  }

  Mark verdict(@Nullable String verdict) {
    return NegativeReview.ACCEPTED.equals(verdict)
        ? new Mark(Feather.CHECK, "icon-met", of("accepted"))
        : NegativeReview.REJECTED.equals(verdict)
            ? new Mark(Feather.X, "icon-missed", of("rejected"))
            : new Mark(Feather.CIRCLE, "icon-quiet", of("undecided"));
  }

  String match(String match) {
    return code("match.", match);
  }

  String level(String level) {
    return code("level.", level);
  }

  String channel(String channel) {
    return code("channel.", channel);
  }

  String intent(@Nullable String intent) {
    return intent == null ? NONE : code("intent.", intent);
  }

  /** A code of the engine, which may come to know more of them. */
  private String code(String prefix, String code) {
    return messages.textOr("keywords." + prefix + code.toLowerCase(Locale.ROOT), code);
  }

  String sentence(String english) {
    return messages.sentence(english);
  }
}
