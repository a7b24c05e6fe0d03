package io.liftwerk.ingest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipException;

/**
 * The central directory of a ZIP archive, after PKWARE's APPNOTE.TXT 6.3.10, sections 4.3.12 to
 * 4.3.16. {@link java.util.zip.ZipFile} does not tell links from files, refuses a whole archive for
 * one encrypted entry, and wants to be told how names are encoded.
 */
final class ZipDirectory {
  private static final int END = 0x06054b50;
  private static final int END_BYTES = 22;
  private static final int LONG_LOCATOR = 0x07064b50;
  private static final int LOCATOR_BYTES = 20;
  private static final int LONG_END = 0x06064b50;
  private static final int LONG_END_BYTES = 56;
  private static final int ENTRY = 0x02014b50;
  private static final int ENTRY_BYTES = 46;
  private static final int LONG_SIZES = 0x0001;
  private static final int UNICODE_PATH = 0x7075;
  private static final long UNKNOWN = 0xFFFFFFFFL;
  private static final int LARGEST = 64 << 20;

  /** File types in the upper half of the external attributes, where Unix made the archive. */
  private static final int UNIX = 3;

  private static final int MAC = 19;
  private static final int TYPE = 0170000;
  private static final int FILE = 0100000;
  private static final int FOLDER = 0040000;

  private final FileChannel channel;

  private ZipDirectory(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * The entries in the directory's order, read up to the first beyond {@code most}.
   *
   * @throws ZipException when it is no archive, or its directory is damaged
   */
  static List<ZipMember> read(Path file, int most) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      return new ZipDirectory(channel).entries(most);
    }
  }

  private record Place(long at, long bytes, long shift) {}

  private List<ZipMember> entries(int most) throws IOException {
    Place place = place();
    ByteBuffer directory = bytes(place.at(), (int) place.bytes());
    var members = new ArrayList<ZipMember>();
    while (directory.remaining() >= ENTRY_BYTES && members.size() <= most) {
      if (directory.getInt(directory.position()) != ENTRY) {
        throw new ZipException("entry");
      }
      members.add(entry(directory, place.shift()));
    }
    return members;
  }

  /** Where the directory lies; bytes before the archive shift whatever it says. */
  private Place place() throws IOException {
    long length = channel.size();
    int look = (int) Math.min(length, END_BYTES + 0xFFFF);
    ByteBuffer tail = bytes(length - look, look);
    for (int i = look - END_BYTES; i >= 0; i--) {
      if (tail.getInt(i) == END && i + END_BYTES + u16(tail, i + 20) <= look) {
        return place(length - look + i, tail, i);
      }
    }
    throw new ZipException("end");
  }

  private Place place(long at, ByteBuffer tail, int i) throws IOException {
    long count = u16(tail, i + 10);
    long size = u32(tail, i + 12);
    long offset = u32(tail, i + 16);
    long end = at;
    boolean isLong = count == 0xFFFF || size == UNKNOWN || offset == UNKNOWN;
    if (isLong && at >= LOCATOR_BYTES) {
      ByteBuffer locator = bytes(at - LOCATOR_BYTES, LOCATOR_BYTES);
      if (locator.getInt(0) == LONG_LOCATOR) {
        end = longEnd(at - LOCATOR_BYTES, locator.getLong(8));
        ByteBuffer record = bytes(end, LONG_END_BYTES);
        size = record.getLong(40);
        offset = record.getLong(48);
      }
    }
    long start = end - size;
    if (size < 0 || size > LARGEST || offset < 0 || start < offset) {
      throw new ZipException("directory");
    }
    return new Place(start, size, start - offset);
  }

  /** Where the long form of the end stands: right before its locator, or where that says. */
  private long longEnd(long locator, long said) throws IOException {
    for (long at : new long[] {locator - LONG_END_BYTES, said}) {
      if (at >= 0 && at <= locator - LONG_END_BYTES && bytes(at, 4).getInt(0) == LONG_END) {
        return at;
      }
    }
    throw new ZipException("end64");
  }

  private static ZipMember entry(ByteBuffer in, long shift) throws ZipException {
    int at = in.position();
    int host = u16(in, at + 4) >> 8;
    int flags = u16(in, at + 8);
    int nameBytes = u16(in, at + 28);
    int extraBytes = u16(in, at + 30);
    int next = at + ENTRY_BYTES + nameBytes + extraBytes + u16(in, at + 32);
    if (next > in.limit()) {
      throw new ZipException("entry");
    }
    byte[] name = new byte[nameBytes];
    in.get(at + ENTRY_BYTES, name);
    ByteBuffer extra =
        in.slice(at + ENTRY_BYTES + nameBytes, extraBytes).order(ByteOrder.LITTLE_ENDIAN);
    long size = u32(in, at + 24);
    long packed = u32(in, at + 20);
    long offset = u32(in, at + 42);
    String text = ZipNames.decode(name);
    while (extra.remaining() >= 4) {
      int id = u16(extra, extra.position());
      int length = u16(extra, extra.position() + 2);
      if (length > extra.remaining() - 4) {
        break;
      }
      ByteBuffer field = extra.slice(extra.position() + 4, length).order(ByteOrder.LITTLE_ENDIAN);
      extra.position(extra.position() + 4 + length);
      if (id == LONG_SIZES) {
        size = size == UNKNOWN && field.remaining() >= 8 ? field.getLong() : size;
        packed = packed == UNKNOWN && field.remaining() >= 8 ? field.getLong() : packed;
        offset = offset == UNKNOWN && field.remaining() >= 8 ? field.getLong() : offset;
      } else if (id == UNICODE_PATH && isPathOf(name, field)) {
        byte[] unicode = new byte[length - 5];
        field.get(5, unicode);
        text = new String(unicode, StandardCharsets.UTF_8).replace('\\', '/');
      }
    }
    in.position(next);
    if (size < 0 || packed < 0 || offset < 0) {
      throw new ZipException("size");
    }
    int type = host == UNIX || host == MAC ? (in.getInt(at + 38) >>> 16) & TYPE : 0;
    return new ZipMember(
        text,
        u16(in, at + 10),
        (flags & 1) != 0,
        type != 0 && type != FILE && type != FOLDER,
        u32(in, at + 16),
        packed,
        size,
        offset + shift);
  }

  /** Info-ZIP's second name counts only as long as it belongs to the first (APPNOTE 4.6.9). */
  private static boolean isPathOf(byte[] name, ByteBuffer field) {
    if (field.remaining() < 6 || field.get(0) != 1) {
      return false;
    }
    var crc = new CRC32();
    crc.update(name);
    return u32(field, 1) == crc.getValue();
  }

  private ByteBuffer bytes(long at, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, at + buffer.position()) < 0) {
        throw new ZipException("eof");
      }
    }
    return buffer.flip();
  }

  private static int u16(ByteBuffer in, int at) {
    return in.getShort(at) & 0xFFFF;
  }

  private static long u32(ByteBuffer in, int at) {
    return in.getInt(at) & UNKNOWN;
  }
}
