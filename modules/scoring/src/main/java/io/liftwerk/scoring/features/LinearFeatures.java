package io.liftwerk.scoring.features;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Turns rows into the sparse vectors of a linear model; everything is learned on the rows it is
 * fitted to. A number is standardised (missing: 0, the mean, beside an indicator), a level is a
 * one-hot slot, levels seen fewer than {@link #RARE} times share one.
 *
 * @param coders one a column of the data, in its order; in one row each fills at most one slot
 * @param size slots of the vector
 */
public record LinearFeatures(List<Coder> coders, int size) {
  public static final int RARE = 10;

  /** Standard deviations beyond which a number says no more. */
  private static final double FAR = 8;

  public static LinearFeatures fit(Dataset data, int[] rows) {
    var coders = new ArrayList<Coder>();
    int next = 0;
    for (int c = 0; c < data.columns().size(); c++) {
      switch (data.columns().get(c)) {
        case Column.Numbers numbers -> {
          NumberCoder coder = NumberCoder.fit(c, numbers, rows, next);
          coders.add(coder);
          next += coder.slots();
        }
        case Column.Levels levels -> {
          LevelCoder coder = LevelCoder.fit(c, levels, rows, next);
          coders.add(coder);
          next = coder.end();
        }
      }
    }
    return new LinearFeatures(List.copyOf(coders), next);
  }

  /** Largest number of slots that one row fills. */
  public int width() {
    return coders.size();
  }

  /**
   * Writes the filled slots of a row, ascending.
   *
   * @return how many
   */
  public int encode(Dataset data, int row, int[] slots, double[] values) {
    int filled = 0;
    for (Coder coder : coders) {
      int slot = coder.slot(data, row);
      if (slot >= 0) {
        slots[filled] = slot;
        values[filled] = coder.value(data, row);
        filled++;
      }
    }
    return filled;
  }

  /** A column's part of the vector; in one row it fills at most one slot. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = NumberCoder.class, name = "number"),
    @JsonSubTypes.Type(value = LevelCoder.class, name = "levels")
  })
  public sealed interface Coder {
    /** Slot that the row fills; -1 for none. */
    int slot(Dataset data, int row);

    double value(Dataset data, int row);
  }

  /**
   * @param missing slot of the indicator; -1 when nothing was missing
   */
  public record NumberCoder(int column, int slot, int missing, double mean, double deviation)
      implements Coder {

    static NumberCoder fit(int column, Column.Numbers numbers, int[] rows, int slot) {
      double sum = 0;
      double squares = 0;
      int present = 0;
      for (int row : rows) {
        float value = numbers.values()[row];
        if (!Float.isNaN(value)) {
          sum += value;
          present++;
        }
      }
      double mean = present == 0 ? 0 : sum / present;
      for (int row : rows) {
        float value = numbers.values()[row];
        if (!Float.isNaN(value)) {
          squares += (value - mean) * (value - mean);
        }
      }
      double deviation = present == 0 ? 0 : Math.sqrt(squares / present);
      return new NumberCoder(column, slot, present < rows.length ? slot + 1 : -1, mean, deviation);
    }

    int slots() {
      return missing < 0 ? 1 : 2;
    }

    @Override
    public int slot(Dataset data, int row) {
      float value = ((Column.Numbers) data.columns().get(column)).values()[row];
      return Float.isNaN(value) ? missing : deviation == 0 ? -1 : slot;
    }

    @Override
    public double value(Dataset data, int row) {
      float value = ((Column.Numbers) data.columns().get(column)).values()[row];
      return Float.isNaN(value) ? 1 : Math.clamp((value - mean) / deviation, -FAR, FAR);
    }
  }

  /** One-hot; {@code slots[code]} is -1 for what was never seen. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record LevelCoder(int column, int[] slots, int end) implements Coder {

    static LevelCoder fit(int column, Column.Levels levels, int[] rows, int from) {
      int[] counts = counts(levels, rows);
      var slots = new int[256];
      Arrays.fill(slots, -1);
      int next = from;
      boolean rare = false;
      for (int code = 0; code < 256; code++) {
        boolean own = code == 0 ? counts[0] > 0 : code != Column.OTHER && counts[code] >= RARE;
        slots[code] = own ? next++ : -1;
        rare |= !own && counts[code] > 0;
      }
      if (rare) {
        for (int code = 1; code < 256; code++) {
          slots[code] = slots[code] < 0 ? next : slots[code];
        }
        next++;
      }
      return new LevelCoder(column, slots, next);
    }

    @Override
    public int slot(Dataset data, int row) {
      return slots[((Column.Levels) data.columns().get(column)).code(row)];
    }

    @Override
    public double value(Dataset data, int row) {
      return 1;
    }
  }

  /** How many of {@code rows} hold each code. */
  static int[] counts(Column.Levels levels, int[] rows) {
    var counts = new int[256];
    for (int row : rows) {
      counts[levels.code(row)]++;
    }
    return counts;
  }
}
