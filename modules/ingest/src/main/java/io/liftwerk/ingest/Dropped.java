package io.liftwerk.ingest;

import io.liftwerk.workspace.JobContext;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file to be loaded, as people know it and where its bytes are.
 *
 * @param file path as sentences name it; of a member, as if its archive were a folder
 * @param shown what {@code _source} says: its name, or its path inside the folder that was named
 * @param table name its table would like to have
 * @param optional whether the others are loaded when this one cannot be
 * @param member where it is packed; null for a file on the disk
 */
record Dropped(Path file, String shown, String table, boolean optional, @Nullable Member member) {

  /** A file inside an archive. */
  record Member(ZipArchive archive, ZipMember entry) {}

  /** A file on the disk. */
  static Dropped file(Path file, String shown, boolean optional) {
    return new Dropped(file, shown, tableOf(shown), optional, null);
  }

  /** A member of an archive. */
  static Dropped member(Path file, String shown, ZipArchive archive, ZipMember entry) {
    return new Dropped(file, shown, tableOf(shown), true, new Member(archive, entry));
  }

  /** Its bytes as a file: itself, or unpacked into {@code room}. */
  Path fetch(Staging room, JobContext context) throws IOException {
    if (member == null) {
      return file;
    }
    Path inside = room.next(".member");
    member.archive().unpack(member.entry(), inside, room::free, context::checkCancelled);
    return inside;
  }

  Dropped withTable(String other) {
    return new Dropped(file, shown, other, optional, member);
  }

  private static String tableOf(String path) {
    return TableNames.fromFile(path.substring(path.lastIndexOf('/') + 1));
  }
}
