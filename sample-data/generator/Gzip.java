import java.io.ByteArrayOutputStream;
import java.util.zip.CRC32;

/**
 * Gzip with a compressor of its own (RFC 1951, fixed Huffman codes): what {@code java.util.zip}
 * writes depends on the zlib of the machine, and these bytes must not. No name, no time in the
 * header.
 */
final class Gzip {
  private static final int[] LENGTHS = {
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258
  };
  private static final int[] DISTANCES = {
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049,
    3073, 4097, 6145, 8193, 12289, 16385, 24577
  };
  private static final int WINDOW = 32768;
  private static final int TRIES = 64;
  private static final int LONGEST = 258;

  private final byte[] data;
  private final int[] newest = new int[1 << 16];
  private final int[] previous;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private long bits;
  private int count;
  private int length;
  private int distance;

  private Gzip(byte[] data) {
    this.data = data;
    this.previous = new int[data.length];
    java.util.Arrays.fill(newest, -1);
  }

  static byte[] of(byte[] data) {
    return new Gzip(data).write();
  }

  private byte[] write() {
    out.writeBytes(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 255});
    put(3, 3);
    for (int at = 0; at < data.length; ) {
      search(at);
      int step = Math.max(1, length);
      if (length == 0) {
        symbol(data[at] & 255);
      } else {
        match();
      }
      for (int i = at; i < at + step; i++) {
        remember(i);
      }
      at += step;
    }
    symbol(256);
    put(0, (8 - count % 8) % 8);
    var crc = new CRC32();
    crc.update(data);
    little(crc.getValue());
    little(data.length);
    return out.toByteArray();
  }

  private void little(long value) {
    put(value & 0xffff, 16);
    put(value >>> 16 & 0xffff, 16);
  }

  private void remember(int at) {
    if (at + 3 < data.length) {
      int hash = hash(at);
      previous[at] = newest[hash];
      newest[hash] = at;
    }
  }

  private int hash(int at) {
    int four =
        data[at] & 255
            | (data[at + 1] & 255) << 8
            | (data[at + 2] & 255) << 16
            | (data[at + 3] & 255) << 24;
    return four * 0x9e3779b1 >>> 16;
  }

  /** The longest earlier occurrence of what stands at {@code at}; length 0 if there is none. */
  private void search(int at) {
    length = 0;
    if (at + 3 >= data.length) {
      return;
    }
    int limit = Math.min(LONGEST, data.length - at);
    int candidate = newest[hash(at)];
    for (int i = 0; i < TRIES && candidate >= 0 && at - candidate <= WINDOW; i++) {
      int same = common(candidate, at, limit);
      if (same > length && same > 3) {
        length = same;
        distance = at - candidate;
      }
      candidate = same == limit ? -1 : previous[candidate];
    }
  }

  private int common(int a, int b, int limit) {
    int same = 0;
    while (same < limit && data[a + same] == data[b + same]) {
      same++;
    }
    return same;
  }

  private void match() {
    int code = LENGTHS.length - 1;
    while (LENGTHS[code] > length) {
      code--;
    }
    symbol(257 + code);
    put(length - LENGTHS[code], code < 8 || code == 28 ? 0 : code / 4 - 1);
    int far = DISTANCES.length - 1;
    while (DISTANCES[far] > distance) {
      far--;
    }
    put(Integer.reverse(far) >>> 27, 5);
    put(distance - DISTANCES[far], far < 4 ? 0 : far / 2 - 1);
  }

  private void symbol(int value) {
    if (value < 144) {
      code(0x30 + value, 8);
    } else if (value < 256) {
      code(0x190 + value - 144, 9);
    } else if (value < 280) {
      code(value - 256, 7);
    } else {
      code(0xc0 + value - 280, 8);
    }
  }

  /** Huffman codes stand with their highest bit first. */
  private void code(int code, int width) {
    put(Integer.reverse(code) >>> (32 - width), width);
  }

  private void put(long value, int width) {
    bits |= value << count;
    count += width;
    while (count >= 8) {
      out.write((int) (bits & 255));
      bits >>>= 8;
      count -= 8;
    }
  }
}
