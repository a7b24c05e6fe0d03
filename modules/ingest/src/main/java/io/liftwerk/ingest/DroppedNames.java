package io.liftwerk.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tables are named after files. Where files of different folders would give theirs the same name,
 * the folder stands before it, and as many above that as it takes.
 */
final class DroppedNames {
  private static final int MOST_FOLDERS = 8;

  private DroppedNames() {}

  /** The same files; names that are still alike are for the load to number. */
  static List<Dropped> distinct(List<Dropped> files) {
    Map<String, List<Dropped>> alike = new HashMap<>();
    for (Dropped file : files) {
      alike.computeIfAbsent(file.table(), name -> new ArrayList<>()).add(file);
    }
    Map<String, Integer> folders = new HashMap<>();
    alike.forEach((name, group) -> folders.put(name, foldersNeeded(group)));
    return files.stream()
        .map(file -> file.withTable(named(file, folders.getOrDefault(file.table(), 0))))
        .toList();
  }

  private static int foldersNeeded(List<Dropped> group) {
    int best = 0;
    int most = 1;
    for (int folders = 1; folders <= MOST_FOLDERS && most < group.size(); folders++) {
      Set<String> names = new HashSet<>();
      for (Dropped file : group) {
        names.add(named(file, folders));
      }
      if (names.size() > most) {
        most = names.size();
        best = folders;
      }
    }
    return best;
  }

  private static String named(Dropped file, int folders) {
    if (folders == 0) {
      return file.table();
    }
    var words = new StringBuilder(String.valueOf(file.file().getFileName()));
    Path folder = file.file().getParent();
    for (int i = 0; i < folders && folder != null && folder.getFileName() != null; i++) {
      words.insert(0, withoutZip(folder.getFileName().toString()) + " ");
      folder = folder.getParent();
    }
    return TableNames.fromFile(words.toString());
  }

  private static String withoutZip(String folder) {
    return folder.replaceFirst("(?i)\\.zip$", "");
  }
}
