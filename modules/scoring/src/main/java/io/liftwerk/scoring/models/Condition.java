package io.liftwerk.scoring.models;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.liftwerk.scoring.features.Column;
import java.util.Locale;

/** One half of a rule, such as {@code contact = cellular} or {@code age ≤ 30}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Condition.Equals.class, name = "equals"),
  @JsonSubTypes.Type(value = Condition.Limit.class, name = "limit"),
  @JsonSubTypes.Type(value = Condition.Missing.class, name = "missing")
})
public sealed interface Condition {

  /** Position of the feature among the data's columns. */
  int column();

  boolean holds(Column column, int row);

  /** The condition in words. */
  String words(Column column);

  /** A text column has this value; code 0 is missing. */
  record Equals(int column, int code) implements Condition {
    @Override
    public boolean holds(Column column, int row) {
      return ((Column.Levels) column).code(row) == code;
    }

    @Override
    public String words(Column column) {
      return column.name()
          + switch (code) {
            case 0 -> " is empty";
            case Column.OTHER -> " = a rare value";
            default -> " = " + ((Column.Levels) column).levels().get(code - 1);
          };
    }
  }

  /** A number is at most, or at least, the limit. */
  record Limit(int column, float limit, boolean atMost) implements Condition {
    @Override
    public boolean holds(Column column, int row) {
      float value = ((Column.Numbers) column).values()[row];
      return atMost ? value <= limit : value >= limit;
    }

    @Override
    public String words(Column column) {
      if (((Column.Numbers) column).yesNo()) {
        return column.name() + (atMost ? " = no" : " = yes");
      }
      return column.name() + (atMost ? " ≤ " : " ≥ ") + number(limit);
    }

    private static String number(float value) {
      return value == Math.rint(value) && Math.abs(value) < 1e9
          ? String.format(Locale.ROOT, "%d", (long) value)
          : Float.toString(value);
    }
  }

  /** A number is missing. */
  record Missing(int column) implements Condition {
    @Override
    public boolean holds(Column column, int row) {
      return Float.isNaN(((Column.Numbers) column).values()[row]);
    }

    @Override
    public String words(Column column) {
      return column.name() + " is empty";
    }
  }
}
