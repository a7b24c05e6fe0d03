package io.liftwerk.warehouse.quality;

import io.liftwerk.workspace.TableRef;
import io.liftwerk.workspace.WorkbenchException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where tables lie: models by name, and those that a job has committed under another name while it
 * is not yet through.
 */
public final class Relations {
  private static final Pattern REF =
      Pattern.compile("\\s*(?:\\{\\{)?\\s*ref\\(\\s*['\"]([^'\"]+)['\"]\\s*\\)\\s*(?:}})?\\s*");
  private static final Pattern SOURCE =
      Pattern.compile(
          "\\s*(?:\\{\\{)?\\s*source\\(\\s*['\"]([^'\"]+)['\"]\\s*,\\s*['\"]([^'\"]+)['\"]\\s*\\)"
              + "\\s*(?:}})?\\s*");

  private final Map<String, TableRef> models = new LinkedHashMap<>();
  private final Map<TableRef, TableRef> elsewhere;

  /**
   * @param models where each model lies
   * @param elsewhere tables that are to be read in another place, by the place they will have
   */
  public Relations(Map<String, TableRef> models, Map<TableRef, TableRef> elsewhere) {
    this.models.putAll(models);
    this.elsewhere = Map.copyOf(elsewhere);
  }

  /** The models that {@code tests} are about, each in its place. */
  public static Relations of(List<ModelTests> tests) {
    var models = new LinkedHashMap<String, TableRef>();
    tests.forEach(test -> models.put(test.model(), test.table()));
    return new Relations(models, Map.of());
  }

  /** Where {@code table} is read. */
  TableRef place(TableRef table) {
    return elsewhere.getOrDefault(table, table);
  }

  /**
   * The table that an argument names: {@code ref('orders')}, {@code source('bronze', 'leads')},
   * with or without braces, or the bare name of a model.
   *
   * @throws WorkbenchException code {@code test-argument} when there is no such model
   */
  TableRef named(String text) {
    Matcher source = SOURCE.matcher(text);
    if (source.matches()) {
      return place(new TableRef(source.group(1), source.group(2)));
    }
    Matcher ref = REF.matcher(text);
    String name = ref.matches() ? ref.group(1) : text.strip();
    TableRef table = models.get(name);
    if (table == null) {
      throw Arguments.wrong("There is no model '" + name + "' to compare with");
    }
    return place(table);
  }
}
