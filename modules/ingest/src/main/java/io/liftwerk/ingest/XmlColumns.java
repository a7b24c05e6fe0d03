package io.liftwerk.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The columns of an XML document's records, found by looking at all of them. Each kind of child is
 * a column. Where a child repeats or holds elements in any record, its column is JSON text in all
 * of them, so that it reads alike everywhere: an array where it repeats. Attributes of other
 * children are columns {@code child.attribute}; those of the record itself come first.
 */
final class XmlColumns {
  /** A child's name in its namespace; an undeclared prefix stands for one. */
  record Key(String space, String prefix, String local) {
    static Key of(XmlElement element) {
      return new Key(
          element.space(), element.space().isEmpty() ? element.prefix() : "", element.local());
    }
  }

  /** All children of one name. */
  private static final class Child {
    private final Key key;
    private final String prefix;
    private boolean repeated;
    private boolean nested;
    private boolean valued;
    private final Set<String> attributes = new LinkedHashSet<>();

    private Child(Key key, String prefix) {
      this.key = key;
      this.prefix = prefix;
    }
  }

  private interface Cell {
    @Nullable String of(XmlElement record, List<XmlElement> children);
  }

  private record Column(String name, @Nullable Key child, Cell cell) {}

  private final List<Child> children = new ArrayList<>();
  private final Map<Key, Child> byKey = new HashMap<>();
  private final Set<String> attributes = new LinkedHashSet<>();
  private boolean valued;
  private String record = "";
  private List<Column> columns = List.of();

  /** Looks at a record. */
  void see(XmlElement element) {
    record = element.local();
    attributes.addAll(element.attributes().keySet());
    valued |= hasText(element);
    var seen = new LinkedHashSet<Child>();
    int after = -1;
    for (XmlElement part : element.children()) {
      Key key = Key.of(part);
      Child child = byKey.get(key);
      if (child == null) {
        child = new Child(key, part.prefix());
        byKey.put(key, child);
        // its place in this record is its place among those already known
        children.add(after + 1, child);
      }
      boolean next = after + 1 < children.size() && children.get(after + 1) == child;
      after = next ? after + 1 : children.indexOf(child);
      child.repeated |= !seen.add(child);
      child.nested |= part.nested();
      child.valued |= hasText(part);
      child.attributes.addAll(part.attributes().keySet());
    }
  }

  private static boolean hasText(XmlElement element) {
    return !element.nested() && element.value() != null;
  }

  /** Kinds of children met. */
  Set<Key> keys() {
    return byKey.keySet();
  }

  /** Settles the columns of the records seen, and tells their names. */
  List<String> settle(XmlShape shape) {
    var found = new ArrayList<Column>();
    for (String attribute : attributes) {
      found.add(new Column(attribute, null, (row, none) -> row.attributes().get(attribute)));
    }
    if (valued) {
      found.add(new Column(record, null, (row, none) -> row.nested() ? null : row.value()));
    }
    var names = names(shape);
    for (String name : shape.always()) {
      Child child =
          children.stream().filter(one -> name.equals(names.get(one))).findFirst().orElse(null);
      if (child == null) {
        found.add(new Column(name, null, (row, none) -> null));
      } else {
        add(found, shape, child, name);
      }
    }
    names.entrySet().stream()
        .filter(entry -> !shape.always().contains(entry.getValue()))
        .sorted(Comparator.comparing(entry -> shape.place(entry.getValue())))
        .forEach(entry -> add(found, shape, entry.getKey(), entry.getValue()));
    columns = List.copyOf(found);
    return ColumnNames.of(columns.stream().map(Column::name).toList());
  }

  private static void add(List<Column> columns, XmlShape shape, Child child, String name) {
    boolean array = child.repeated || shape.isList(child.key.local());
    if (array || child.nested) {
      columns.add(new Column(name, child.key, (row, all) -> XmlElement.json(all, array)));
      return;
    }
    // Atom writes a product's address as an attribute
    boolean address =
        shape == XmlShape.MERCHANT_FEED
            && name.equals("link")
            && !child.valued
            && child.attributes.contains("href");
    if (child.valued || (child.attributes.isEmpty() && !address)) {
      columns.add(new Column(name, child.key, (row, all) -> value(shape, all.getFirst())));
    }
    for (String attribute : child.attributes) {
      columns.add(
          new Column(
              address && attribute.equals("href") ? name : name + "." + attribute,
              child.key,
              (row, all) -> all.getFirst().attributes().get(attribute)));
    }
  }

  private static @Nullable String value(XmlShape shape, XmlElement element) {
    String value = element.value();
    boolean sitemap = shape == XmlShape.SITEMAP || shape == XmlShape.SITEMAP_INDEX;
    return value != null && sitemap ? value.strip() : value;
  }

  /** The name of each child's column: without its prefix, where two would be the same, with it. */
  private Map<Child, String> names(XmlShape shape) {
    var names = new LinkedHashMap<Child, String>();
    var plain = new HashMap<String, Child>();
    List<Predicate<Child>> order =
        List.of(
            child -> XmlShape.isGoogle(child.key),
            child -> child.key.space().isEmpty() && child.prefix.isEmpty(),
            child -> true);
    for (Predicate<Child> preferred : order) {
      children.stream()
          .filter(preferred)
          .forEach(child -> plain.putIfAbsent(child.key.local(), child));
    }
    for (Child child : children) {
      String local = child.key.local();
      boolean first = plain.get(local) == child;
      String other = (child.prefix.isEmpty() ? record : child.prefix) + ":" + local;
      names.put(child, first ? shape.column(local) : other);
    }
    return names;
  }

  /** The cells of a record, one for each column; null where it has none. */
  List<@Nullable String> row(XmlElement element) {
    var byKind = new HashMap<Key, List<XmlElement>>();
    for (XmlElement child : element.children()) {
      byKind.computeIfAbsent(Key.of(child), key -> new ArrayList<>()).add(child);
    }
    var cells = new ArrayList<@Nullable String>();
    for (Column column : columns) {
      List<XmlElement> own = column.child() == null ? List.of() : byKind.get(column.child());
      cells.add(own == null ? null : column.cell().of(element, own));
    }
    return cells;
  }
}
