package io.liftwerk.warehouse;

import io.liftwerk.ingest.SourceTable;
import io.liftwerk.warehouse.LineageGraph.Edge;
import io.liftwerk.warehouse.LineageGraph.Kind;
import io.liftwerk.warehouse.LineageGraph.Load;
import io.liftwerk.warehouse.LineageGraph.Node;
import io.liftwerk.warehouse.lineage.Dependency;
import io.liftwerk.warehouse.lineage.How;
import io.liftwerk.warehouse.lineage.Output;
import io.liftwerk.warehouse.lineage.QueryLineage;
import io.liftwerk.warehouse.lineage.Relations;
import io.liftwerk.workspace.TableRef;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Goes from a column, or a table, back to the files, breadth first, each place once. */
final class GraphWalk {
  private static final int MOST_TEXT = 2000;

  private record Place(TableRef relation, @Nullable String column, int distance) {
    String id() {
      return column == null ? relation.toString() : relation + "." + column;
    }
  }

  private final Relations relations;
  private final List<SourceTable> sources;
  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final Set<Edge> edges = new LinkedHashSet<>();
  private final Deque<Place> open = new ArrayDeque<>();
  private final Set<String> queued = new HashSet<>();
  private final Set<TableRef> influenced = new HashSet<>();

  GraphWalk(Relations relations, List<SourceTable> sources) {
    this.relations = relations;
    this.sources = sources;
  }

  LineageGraph from(Lineage.Target target) throws SQLException {
    var first = new Place(target.relation(), target.column(), 0);
    queue(first);
    while (!open.isEmpty()) {
      visit(open.remove());
    }
    return new LineageGraph(first.id(), List.copyOf(nodes.values()), List.copyOf(edges));
  }

  private void queue(Place place) {
    if (queued.add(place.id())) {
      open.add(place);
    }
  }

  private void visit(Place place) throws SQLException {
    Optional<QueryLineage> lineage = relations.lineage(place.relation());
    if (place.relation().schema().equals(Lineage.BRONZE)) {
      bronze(place, lineage);
    } else if (lineage.isEmpty()) {
      String gap =
          relations.has(place.relation()) ? null : "The table is not there, or not built yet.";
      add(place, true, gap);
    } else if (place.column() == null) {
      table(place, lineage.get());
    } else {
      column(place, lineage.get());
    }
  }

  private void table(Place place, QueryLineage lineage) {
    add(place, true, lineage.gap());
    tables(place, lineage);
  }

  /** Tables whose rows it is made of, and those it only looks into. */
  private void tables(Place place, QueryLineage lineage) {
    var table = new Place(place.relation(), null, place.distance());
    add(table, true, lineage.gap());
    var rows = new HashSet<TableRef>();
    for (Dependency one : lineage.rows()) {
      rows.add(one.relation());
      edge(one.relation(), null, table.id(), How.IDENTITY, List.of(), place.distance() + 1, true);
    }
    for (TableRef input : lineage.inputs()) {
      if (!rows.contains(input)) {
        edge(input, null, table.id(), How.FILTER, List.of(), place.distance() + 1, false);
      }
    }
  }

  private void column(Place place, QueryLineage lineage) {
    Optional<Output> output = lineage.column(String.valueOf(place.column()));
    String gap =
        output.isPresent()
            ? output.get().gap()
            : lineage.gap() != null ? lineage.gap() : "The query has no such column any more.";
    add(place, true, gap);
    if (gap != null) {
      tables(place, lineage);
    }
    if (output.isPresent()) {
      for (Dependency one : output.get().from()) {
        dependency(one, place.id(), place.distance() + 1);
      }
    }
    if (influenced.add(place.relation())) {
      var table = new Place(place.relation(), null, place.distance());
      add(table, true, lineage.gap());
      for (Dependency one : lineage.influences()) {
        dependency(one, table.id(), place.distance() + 1);
      }
    }
  }

  private void dependency(Dependency one, String to, int distance) {
    edge(one.relation(), one.column(), to, one.how(), one.steps(), distance, one.how().direct());
  }

  private void edge(
      TableRef relation,
      @Nullable String column,
      String to,
      How how,
      List<String> steps,
      int distance,
      boolean follow) {
    var from = new Place(relation, column, distance);
    if (follow) {
      queue(from);
    } else if (!queued.contains(from.id())) {
      add(from, false, null);
    }
    List<String> texts = steps.stream().map(GraphWalk::cut).toList();
    edges.add(new Edge(from.id(), to, how, texts.isEmpty() ? "" : texts.getFirst(), texts));
  }

  /** A column of bronze ends at the files; what the view makes of their text is the expression. */
  private void bronze(Place place, Optional<QueryLineage> lineage) {
    add(place, true, null);
    List<String> steps = new ArrayList<>();
    How how = How.IDENTITY;
    if (place.column() != null && lineage.isPresent()) {
      List<Dependency> from =
          lineage.get().column(place.column()).map(Output::from).orElse(List.of());
      if (!from.isEmpty()) {
        how = from.getFirst().how();
        from.getFirst().steps().forEach(step -> steps.add(cut(step)));
      }
    }
    for (Load load : loads(place.relation())) {
      String id = "load.l%06d".formatted(load.id());
      nodes.putIfAbsent(
          id, new Node(id, Kind.FILE, id, null, place.distance() + 1, true, null, load));
      edges.add(new Edge(id, place.id(), how, steps.isEmpty() ? "" : steps.getFirst(), steps));
    }
  }

  private List<Load> loads(TableRef relation) {
    var loads = new ArrayList<Load>();
    for (SourceTable table : sources) {
      if (table.name().equals(relation.name())
          || (Lineage.BRONZE + "." + relation.name()).equals(table.rejectsTable())) {
        loads.add(
            new Load(
                table.id(),
                table.file(),
                table.sheet(),
                table.sha256(),
                table.bytes(),
                table.rows(),
                table.loadedAt(),
                table.run()));
        for (long earlier : table.earlier()) {
          loads.add(new Load(earlier, "", null, "", 0, 0, null, ""));
        }
      }
    }
    return loads;
  }

  private void add(Place place, boolean followed, @Nullable String gap) {
    String id = place.id();
    Node before = nodes.get(id);
    if (before == null || followed && !before.followed()) {
      Kind kind = place.column() == null ? Kind.TABLE : Kind.COLUMN;
      nodes.put(
          id,
          new Node(
              id,
              kind,
              place.relation().toString(),
              place.column(),
              place.distance(),
              followed,
              gap,
              null));
    }
  }

  private static String cut(String text) {
    return text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT) + "…";
  }
}
