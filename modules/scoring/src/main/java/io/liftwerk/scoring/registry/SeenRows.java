package io.liftwerk.scoring.registry;

import java.util.List;

/**
 * Which rows a model has learned from, and which it was judged on, as two Bloom filters (B. Bloom,
 * Communications of the ACM 13, 1970) of ten bits a row and seven probes: a row that was seen is
 * always known again, one in a hundred others is taken for it. No row can be read out of them.
 *
 * <p>A row's key is the first half of the MD5 of the text of {@code columns}, as DuckDB's {@code
 * md5_number_lower}, halved: of the id alone where the table has one, else of all features, and of
 * how many rows alike came before it.
 *
 * @param columns whose text identifies a row
 * @param numbered whether rows alike are told apart by their number
 * @param train rows of the training part
 * @param holdout rows of the holdout; the version that scores has learned from these too
 */
public record SeenRows(List<String> columns, boolean numbered, Filter train, Filter holdout) {

  /** Whether the model as it was judged has learned from this row. */
  public boolean trainedOn(long key) {
    return train.holds(key);
  }

  /** Whether the model that scores has learned from this row. */
  public boolean learnedFrom(long key) {
    return train.holds(key) || holdout.holds(key);
  }

  /**
   * @param bits in bytes of eight, the lowest first
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Filter(byte[] bits) {
    private static final int BITS_A_ROW = 10;
    private static final int PROBES = 7;

    /** The filter that knows the keys of {@code rows}. */
    public static Filter of(long[] keys, int[] rows) {
      int bytes = (int) Math.min(1 << 28, rows.length * (long) BITS_A_ROW / 8 + 8);
      var filter = new Filter(new byte[bytes]);
      for (int row : rows) {
        filter.add(keys[row]);
      }
      return filter;
    }

    private void add(long key) {
      long first = mixed(key);
      long step = mixed(first) | 1;
      for (int i = 0; i < PROBES; i++) {
        long bit = Long.remainderUnsigned(first + i * step, bits.length * 8L);
        bits[(int) (bit >> 3)] |= (byte) (1 << (bit & 7));
      }
    }

    boolean holds(long key) {
      long first = mixed(key);
      long step = mixed(first) | 1;
      for (int i = 0; i < PROBES; i++) {
        long bit = Long.remainderUnsigned(first + i * step, bits.length * 8L);
        if ((bits[(int) (bit >> 3)] >> (bit & 7) & 1) == 0) {
          return false;
        }
      }
      return true;
    }

    /** The last step of SplitMix64 (Steele, Lea, Flood 2014). */
    private static long mixed(long value) {
      long z = value + 0x9E3779B97F4A7C15L;
      z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
      z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
      return z ^ (z >>> 31);
    }
  }
}
