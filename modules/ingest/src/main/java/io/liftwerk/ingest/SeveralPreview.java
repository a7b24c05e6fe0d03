package io.liftwerk.ingest;

import io.liftwerk.workspace.WorkbenchException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a folder or an archive holds, before it is imported: a row a file. */
final class SeveralPreview {
  private static final int NAMED = 5;

  private final List<List<String>> rows = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();

  private SeveralPreview() {}

  static FilePreview ofFolder(Path folder) throws IOException {
    FolderWalk walk = FolderWalk.of(folder, () -> {});
    var preview = new SeveralPreview();
    long bytes = 0;
    for (FolderWalk.Found found : walk.found()) {
      preview.rows.add(List.of(found.path(), String.valueOf(found.bytes())));
      bytes += found.bytes();
    }
    walk.skipped().forEach(skipped -> preview.leftOut.add(skipped.file()));
    return preview.of(folder, FilePreview.FOLDER, bytes);
  }

  static FilePreview ofArchive(Path file, long bytes) throws IOException {
    ZipArchive archive = ZipArchive.open(file);
    var preview = new SeveralPreview();
    for (ZipMember member : archive.members()) {
      if (!member.isFolder()) {
        try {
          archive.checked(member);
          preview.rows.add(List.of(member.name(), String.valueOf(member.size())));
        } catch (WorkbenchException e) {
          preview.leftOut.add(Refused.printable(member.name()));
        }
      }
    }
    return preview.of(file, FilePreview.ZIP, bytes);
  }

  private FilePreview of(Path named, String kind, long bytes) {
    if (rows.isEmpty() && leftOut.isEmpty()) {
      throw Refused.nothingInside(named);
    }
    return new FilePreview(
        String.valueOf(named.getFileName()),
        bytes,
        kind,
        "",
        "",
        List.of(),
        List.of(
            new ColumnDecision("File", ColumnType.TEXT, "", "Each becomes a table of its own."),
            new ColumnDecision("Bytes", ColumnType.INTEGER, "1234", "")),
        rows,
        List.of(),
        notes());
  }

  private List<String> notes() {
    if (leftOut.isEmpty()) {
      return List.of();
    }
    String names = leftOut.stream().limit(NAMED).collect(Collectors.joining(", "));
    String more = leftOut.size() > NAMED ? ", …" : "";
    return List.of(
        leftOut.size() == 1
            ? "One file is left out: " + names + "."
            : Reasons.count(leftOut.size()) + " files are left out: " + names + more + ".");
  }
}
