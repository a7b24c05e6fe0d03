package io.liftwerk.ingest;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Archives with whatever a program, or somebody with bad intent, could write into one. */
final class ZipMaker {
  static final int UNIX = 3;
  static final int LINK = 0120777;
  static final int FILE = 0100644;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<byte[]> directory = new ArrayList<>();

  /** An entry that can be given what it should not have. */
  static final class Entry {
    final byte[] name;
    final byte[] content;
    int flags = 0x0800;
    int method = 8;
    int host;
    int type;
    long size;
    long packed = -1;
    int wrong;

    private Entry(byte[] name, byte[] content) {
      this.name = name;
      this.content = content;
      this.size = content.length;
    }

    Entry flags(int value) {
      flags = value;
      return this;
    }

    Entry method(int value) {
      method = value;
      return this;
    }

    Entry unix(int mode) {
      host = UNIX;
      type = mode;
      return this;
    }

    Entry saying(long bytes) {
      size = bytes;
      return this;
    }

    Entry packedSaying(long bytes) {
      packed = bytes;
      return this;
    }

    Entry withWrongSum() {
      wrong = 1;
      return this;
    }
  }

  static Entry entry(String name, String content) {
    return entry(name.getBytes(StandardCharsets.UTF_8), content.getBytes(StandardCharsets.UTF_8));
  }

  static Entry entry(byte[] name, byte[] content) {
    return new Entry(name, content);
  }

  static byte[] of(Entry... entries) {
    var maker = new ZipMaker();
    for (Entry entry : entries) {
      maker.add(entry);
    }
    return maker.bytes();
  }

  /** As {@code zip} writes: deflated, UTF-8 names. */
  static byte[] of(String... namesAndContents) {
    var maker = new ZipMaker();
    for (int i = 0; i < namesAndContents.length; i += 2) {
      maker.add(entry(namesAndContents[i], namesAndContents[i + 1]));
    }
    return maker.bytes();
  }

  ZipMaker add(Entry entry) {
    byte[] packed = entry.method == 8 ? deflated(entry.content) : entry.content;
    var sum = new CRC32();
    sum.update(entry.content);
    int crc = (int) sum.getValue() ^ entry.wrong;
    int packedSize = entry.packed < 0 ? packed.length : (int) entry.packed;
    int offset = out.size();
    ByteBuffer local = buffer(30 + entry.name.length);
    local.putInt(0x04034b50).putShort((short) 20).putShort((short) entry.flags);
    local.putShort((short) entry.method).putInt(0).putInt(crc);
    local.putInt(packedSize).putInt((int) entry.size);
    local.putShort((short) entry.name.length).putShort((short) 0).put(entry.name);
    out.writeBytes(local.array());
    out.writeBytes(packed);
    boolean large = entry.size >= 0xFFFFFFFFL;
    ByteBuffer central = buffer(46 + entry.name.length + (large ? 12 : 0));
    central.putInt(0x02014b50).putShort((short) (entry.host << 8 | 20)).putShort((short) 20);
    central.putShort((short) entry.flags).putShort((short) entry.method).putInt(0).putInt(crc);
    central.putInt(packedSize).putInt(large ? -1 : (int) entry.size);
    central.putShort((short) entry.name.length).putShort((short) (large ? 12 : 0));
    central.putShort((short) 0).putShort((short) 0).putShort((short) 0);
    central.putInt(entry.type << 16).putInt(offset).put(entry.name);
    if (large) {
      central.putShort((short) 1).putShort((short) 8).putLong(entry.size);
    }
    directory.add(central.array());
    return this;
  }

  byte[] bytes() {
    int start = out.size();
    directory.forEach(out::writeBytes);
    ByteBuffer end = buffer(22);
    end.putInt(0x06054b50).putInt(0);
    end.putShort((short) directory.size()).putShort((short) directory.size());
    end.putInt(out.size() - start).putInt(start).putShort((short) 0);
    out.writeBytes(end.array());
    return out.toByteArray();
  }

  private static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] deflated(byte[] content) {
    var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    deflater.setInput(content);
    deflater.finish();
    var packed = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    while (!deflater.finished()) {
      packed.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return packed.toByteArray();
  }
}
