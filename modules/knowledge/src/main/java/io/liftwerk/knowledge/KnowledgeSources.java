package io.liftwerk.knowledge;

import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What can be indexed, and what is: the sources of a workspace beside its index.
 *
 * @param index null when there is none that can be read
 * @param sources by their names
 */
public record KnowledgeSources(@Nullable IndexState index, List<Source> sources) {

  /**
   * A source.
   *
   * @param name of its table in bronze
   * @param file what was imported
   * @param kind what its rows are
   * @param role whose it is
   * @param stated whether a person said so; else it goes by the name
   * @param rows documents in bronze, 0 for a source that is gone
   * @param loadedAt when it was imported, null for a source that is gone
   * @param standing how it stands to the index
   * @param indexed what the index holds of it, null for a new one
   */
  public record Source(
      String name,
      String file,
      SourceDocument.Kind kind,
      Role role,
      boolean stated,
      long rows,
      @Nullable Instant loadedAt,
      Standing standing,
      @Nullable IndexedSource indexed) {}

  public KnowledgeSources {
    sources = List.copyOf(sources);
  }

  /** Whether the index holds what the sources do. */
  public boolean isCurrent() {
    return index != null
        && sources.stream().allMatch(source -> source.standing() == Standing.CURRENT);
  }

  /** Looks at {@code workspace}; the index itself is not opened. */
  public static KnowledgeSources of(Workspace workspace) {
    Generation generation = generation(workspace);
    List<Generation.Indexed> before = generation == null ? List.of() : generation.sources();
    var indexed = new HashMap<String, IndexedSource>();
    before.forEach(one -> indexed.put(one.source().source(), one.source()));
    List<Sources.Readable> readable = Sources.of(workspace);
    Map<String, Standing> standings = Standing.of(before, readable);
    SourceRoles roles = roles(workspace);
    var sources = new ArrayList<Source>();
    for (Sources.Readable one : readable) {
      sources.add(
          new Source(
              one.name(),
              one.table().file(),
              one.kind(),
              roles.of(one.name(), one.table().file()),
              roles.isStated(one.name()),
              one.table().rows(),
              one.table().loadedAt(),
              standings.getOrDefault(one.name(), Standing.NEW),
              indexed.remove(one.name())));
    }
    indexed.forEach(
        (name, gone) ->
            sources.add(
                new Source(
                    name,
                    "",
                    gone.kind(),
                    gone.role(),
                    gone.stated(),
                    0,
                    null,
                    Standing.GONE,
                    gone)));
    sources.sort((a, b) -> a.name().compareToIgnoreCase(b.name()));
    return new KnowledgeSources(generation == null ? null : generation.state(), sources);
  }

  private static @Nullable Generation generation(Workspace workspace) {
    Optional<Path> folder = new IndexFolder(workspace).newest();
    try {
      return folder.isPresent() ? Generation.read(folder.get()) : null;
    } catch (IOException | WorkbenchException e) {
      return null; // it is made anew
    }
  }

  private static SourceRoles roles(Workspace workspace) {
    try (Connection connection = workspace.connect()) {
      return SourceRoles.read(connection);
    } catch (SQLException e) {
      throw new WorkbenchException(
          "sources-unreadable",
          "The list of sources cannot be read: " + e.getMessage() + ".",
          "",
          e);
    }
  }
}
