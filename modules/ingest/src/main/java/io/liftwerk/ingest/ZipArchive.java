package io.liftwerk.ingest;

import io.liftwerk.workspace.WorkbenchException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * A ZIP archive whose members are read one by one. What its directory says is checked before
 * anything is unpacked, and no member gives more than was said there.
 */
final class ZipArchive {
  static final int MOST_ENTRIES = 10_000;
  private static final long MOST_BYTES = 50_000_000_000L;

  /** Exports shrink to a tenth; what shrinks further than this is made to do harm. */
  private static final long MOST_RATIO = 200;

  private static final long HARMLESS = 100_000_000;

  /** What the disk keeps free for the database. */
  private static final long RESERVE = 64L << 20;

  private static final int STORED = 0;
  private static final int DEFLATED = 8;
  private static final int LOCAL = 0x04034b50;
  private static final int LOCAL_BYTES = 30;

  private final Path file;
  private final long bytes;
  private final FileTime modified;
  private final List<ZipMember> members;
  private final Map<String, List<ZipMember>> byName;

  private ZipArchive(Path file, long bytes, FileTime modified, List<ZipMember> members) {
    this.file = file;
    this.bytes = bytes;
    this.modified = modified;
    this.members = members;
    this.byName = members.stream().collect(Collectors.groupingBy(ZipMember::name));
  }

  /** Whether {@code file} is an archive of files, and not a workbook or document that is packed. */
  static boolean is(Path file) throws IOException {
    if (DocumentFormat.named(file) == DocumentFormat.DOCX) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(4);
      if (head.length < 4 || head[0] != 'P' || head[1] != 'K' || head[2] + 1 != head[3]) {
        return false;
      }
    }
    try {
      List<ZipMember> entries = ZipDirectory.read(file, MOST_ENTRIES);
      return entries.stream().noneMatch(entry -> entry.name().equals("[Content_Types].xml"))
          && (entries.isEmpty() || !entries.getFirst().name().equals("mimetype"));
    } catch (ZipException e) {
      return !FileKind.isWorkbookName(file);
    }
  }

  /**
   * Opens the archive {@code file}.
   *
   * @throws WorkbenchException when it is damaged, or would unpack to more than any export does
   */
  static ZipArchive open(Path file) throws IOException {
    long bytes = Files.size(file);
    FileTime modified = Files.getLastModifiedTime(file);
    List<ZipMember> members;
    try {
      members = ZipDirectory.read(file, MOST_ENTRIES);
    } catch (ZipException e) {
      throw Refused.damaged(file, "the ZIP archive cannot be opened", e);
    }
    refuseBomb(file, bytes, members);
    return new ZipArchive(file, bytes, modified, members);
  }

  private static void refuseBomb(Path file, long bytes, List<ZipMember> members) {
    if (members.size() > MOST_ENTRIES) {
      throw new WorkbenchException(
          "zip-too-large",
          "%s holds more than %s files."
              .formatted(Refused.shown(file), Reasons.count(MOST_ENTRIES)),
          "Unpack it yourself and import the files that you need.");
    }
    double all = 0;
    for (ZipMember member : members) {
      all += member.size();
      refuseRatio(file, member.size(), member.packed());
    }
    if (all > MOST_BYTES) {
      throw new WorkbenchException(
          "zip-too-large",
          "%s unpacks to more than %s GB."
              .formatted(Refused.shown(file), MOST_BYTES / 1_000_000_000),
          "Unpack it yourself and import the files that you need.");
    }
    refuseRatio(file, (long) all, bytes);
  }

  private static void refuseRatio(Path file, long size, long packed) {
    if (size > HARMLESS && size / MOST_RATIO > packed) {
      throw new WorkbenchException(
          "zip-bomb",
          Refused.shown(file) + " unpacks to more than " + MOST_RATIO + " times its size.",
          "No export does; unpack it yourself if you trust it, and import the result.");
    }
  }

  Path file() {
    return file;
  }

  /** Its files, in the order of its directory. */
  List<ZipMember> members() {
    return members;
  }

  private static WorkbenchException outside(ZipMember member) {
    return new WorkbenchException(
        "zip-path",
        "'%s' is no path inside an archive.".formatted(Refused.printable(member.name())),
        "");
  }

  /**
   * The path of {@code member} as if the archive were a folder.
   *
   * @throws WorkbenchException when it must not or cannot be unpacked, or is plainly no export
   */
  Path checked(ZipMember member) {
    refuse(member);
    WorkbenchException why = NoExport.file(member.name());
    if (why != null) {
      throw why;
    }
    Path path;
    try {
      path = file.resolve(member.name());
    } catch (InvalidPathException e) {
      throw outside(member);
    }
    if (member.size() == 0) {
      throw Refused.empty(path);
    }
    return path;
  }

  private void refuse(ZipMember member) {
    String name = Refused.printable(member.name());
    if (!ZipNames.staysInside(member.name())) {
      throw outside(member);
    }
    if (member.special()) {
      throw new WorkbenchException("zip-link", name + " is a link or a device, not a file.", "");
    }
    if (member.locked()) {
      throw new WorkbenchException(
          "zip-locked",
          name + " is protected by a password.",
          "Unpack it with its password and import the file.");
    }
    if (member.method() != STORED && member.method() != DEFLATED) {
      throw new WorkbenchException(
          "zip-method",
          name + " is packed by method " + member.method() + ", which only other programs read.",
          "Pack it again as an ordinary ZIP archive.");
    }
    List<ZipMember> same = byName.getOrDefault(member.name(), List.of());
    if (!same.stream().allMatch(member::sameContent)) {
      throw new WorkbenchException(
          "zip-twice",
          name + " stands in the archive " + same.size() + " times with different contents.",
          "Pack the archive again.");
    }
    if (same.size() > 1 && same.getFirst() != member) {
      throw new WorkbenchException(
          "zip-twice", name + " stands in the archive " + same.size() + " times.", "");
    }
  }

  /**
   * Unpacks {@code member} to {@code target}.
   *
   * @param free bytes the disk has left
   * @param look called again and again
   * @throws WorkbenchException when it is damaged, changes meanwhile, or has no room on the disk
   */
  void unpack(ZipMember member, Path target, LongSupplier free, Runnable look) throws IOException {
    Path shown = file.resolve(member.name());
    if (member.size() > free.getAsLong() - RESERVE) {
      throw Refused.noRoom(shown, member.size());
    }
    var crc = new CRC32();
    try (FileChannel channel = FileChannel.open(file);
        InputStream in = content(channel, member);
        OutputStream out = Files.newOutputStream(target)) {
      byte[] buffer = new byte[1 << 17];
      long left = member.size();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        look.run();
        left -= read;
        if (left < 0) {
          throw new ZipException("size");
        }
        crc.update(buffer, 0, read);
        out.write(buffer, 0, read);
      }
      if (left > 0 || crc.getValue() != member.crc()) {
        throw new ZipException("crc");
      }
    } catch (ZipException | java.io.EOFException e) {
      throw Refused.damaged(shown, "it cannot be unpacked", e);
    }
    if (Files.size(file) != bytes || !Files.getLastModifiedTime(file).equals(modified)) {
      throw Refused.changed(file);
    }
  }

  private static InputStream content(FileChannel channel, ZipMember member) throws IOException {
    ByteBuffer local = ByteBuffer.allocate(LOCAL_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    while (local.hasRemaining()) {
      if (channel.read(local, member.offset() + local.position()) < 0) {
        throw new ZipException("eof");
      }
    }
    if (local.getInt(0) != LOCAL) {
      throw new ZipException("header");
    }
    int names = (local.getShort(26) & 0xFFFF) + (local.getShort(28) & 0xFFFF);
    channel.position(member.offset() + LOCAL_BYTES + names);
    InputStream packed = new Part(Channels.newInputStream(channel), member.packed());
    return member.method() == STORED ? packed : new Deflated(packed);
  }

  /** Frees what the inflater holds outside of Java's memory. */
  private static final class Deflated extends InflaterInputStream {
    Deflated(InputStream packed) {
      super(packed, new Inflater(true), 1 << 16);
    }

    @Override
    public void close() throws IOException {
      inf.end();
      super.close();
    }
  }

  /** So many bytes of a stream. */
  private static final class Part extends InputStream {
    private final InputStream in;
    private long left;

    Part(InputStream in, long left) {
      this.in = in;
      this.left = left;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (left <= 0) {
        return -1;
      }
      int read = in.read(target, offset, (int) Math.min(length, left));
      left -= Math.max(0, read);
      return read;
    }
  }
}
