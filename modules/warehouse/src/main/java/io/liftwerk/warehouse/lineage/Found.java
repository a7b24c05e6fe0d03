package io.liftwerk.warehouse.lineage;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Dependencies as they are gathered: each once, and the first reason why some are not known. */
final class Found {
  private final Map<Object, Dependency> all = new LinkedHashMap<>();
  private @Nullable String gap;

  void add(Dependency dependency) {
    all.putIfAbsent(dependency.key(), dependency);
  }

  void addAll(Collection<Dependency> dependencies, How how) {
    dependencies.forEach(dependency -> add(dependency.through(how, List.of())));
  }

  void gap(@Nullable String reason) {
    if (gap == null) {
      gap = reason;
    }
  }

  @Nullable String gap() {
    return gap;
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  List<Dependency> list() {
    return List.copyOf(all.values());
  }
}
