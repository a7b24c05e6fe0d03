package io.liftwerk.ingest;

import io.liftwerk.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files in {@code index/} that may copy what loads hold: passages of documents, packed so that
 * no search in bytes would find them. An index says which loads it copies, one number a line of its
 * {@code loads.txt}; one that does not say so may copy any. It is made anew by the next {@code
 * index}.
 */
final class IndexCopies {
  private static final String LOADS = "loads.txt";

  private IndexCopies() {}

  /**
   * The files to delete when rows of {@code loads} have gone or were changed, by their paths in the
   * workspace; none when no index copies them.
   */
  static List<String> of(Workspace workspace, Collection<Long> loads) throws IOException {
    Path index = workspace.index();
    if (loads.isEmpty() || !Files.isDirectory(index)) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(index)) {
      List<Path> files = walk.filter(Files::isRegularFile).sorted().toList();
      boolean copies = false;
      Set<Path> saying = new HashSet<>();
      for (Path file : files) {
        if (String.valueOf(file.getFileName()).equals(LOADS)) {
          saying.add(file.getParent());
          List<String> said = Files.readAllLines(file);
          copies |= loads.stream().anyMatch(load -> said.contains(String.valueOf(load)));
        }
      }
      copies |= files.stream().anyMatch(file -> !saying.contains(file.getParent()));
      return copies ? files.stream().map(workspace::relative).toList() : List.of();
    }
  }
}
