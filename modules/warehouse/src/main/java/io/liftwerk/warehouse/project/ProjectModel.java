package io.liftwerk.warehouse.project;

import io.liftwerk.warehouse.model.ModelDescription;
import io.liftwerk.warehouse.model.ModelFile;
import io.liftwerk.workspace.TableRef;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A model that can be built.
 *
 * @param file where it stands
 * @param config what it asks for
 * @param sql its query, with all names filled in
 * @param incrementalSql of an incremental model, its query when rows are added; null otherwise
 * @param refs the models it reads, by name
 * @param sources the tables it reads that no model makes
 * @param description what schema.yml says of it, null when nothing
 */
public record ProjectModel(
    ModelFile file,
    ModelConfig config,
    String sql,
    @Nullable String incrementalSql,
    Set<String> refs,
    Set<TableRef> sources,
    @Nullable ModelDescription description) {

  public ProjectModel {
    refs = Set.copyOf(new TreeSet<>(refs));
    sources = Set.copyOf(sources);
  }

  public String name() {
    return file.name();
  }

  public TableRef relation() {
    return config.relation();
  }

  /** Every table it may read: those it refers to, and, when rows are added, itself. */
  Set<String> mayRead(Collection<TableRef> ofRefs) {
    var names = new TreeSet<String>(String.CASE_INSENSITIVE_ORDER);
    ofRefs.forEach(table -> names.add(table.toString()));
    sources.forEach(table -> names.add(table.toString()));
    if (incrementalSql != null) {
      names.add(relation().toString());
    }
    return names;
  }

  /** Its query, and of an incremental model the one that adds rows. */
  public List<String> queries() {
    return incrementalSql == null ? List.of(sql) : List.of(sql, incrementalSql);
  }
}
