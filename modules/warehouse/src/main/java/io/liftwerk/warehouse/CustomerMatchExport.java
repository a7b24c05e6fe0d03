package io.liftwerk.warehouse;

import io.liftwerk.warehouse.activation.CustomerMatch;
import io.liftwerk.warehouse.activation.MatchField;
import io.liftwerk.warehouse.activation.MatchKey;
import io.liftwerk.warehouse.activation.Platform;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.ResultFile;
import io.liftwerk.workspace.TableInfo;
import io.liftwerk.workspace.TableRef;
import io.liftwerk.workspace.Tables;
import io.liftwerk.workspace.WorkbenchException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Writes the hashes by which a platform finds a client's customers, of those whom consent covers
 * for activation by the last build's verdicts and who have not refused since. Their originals are
 * read from the vault, which notes the reason in the audit trail before it opens, and are written
 * nowhere; what is written is one hash a line, sorted, so that the order tells nothing.
 */
public final class CustomerMatchExport implements Job<CustomerMatchResult> {
  /** Name of the job. */
  public static final String NAME = "customer-match";

  /** A telephone number without its country's code is one of this country. */
  static final String REGION = "DE";

  private static final Map<String, MatchField> FIELDS =
      Map.of("em_", MatchField.EMAIL, "ph_", MatchField.PHONE);

  private final CustomerMatchRequest request;

  /**
   * @throws WorkbenchException code {@code personal-text} when the reason holds an identifier
   */
  public CustomerMatchExport(CustomerMatchRequest request) {
    Impersonal.check(request.reason());
    this.request = request;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public CustomerMatchRequest parameters() {
    return request;
  }

  @Override
  public Object fingerprint(CustomerMatchResult result) {
    return Json.without(result, "run", "files");
  }

  private record Person(String id, boolean covered) {}

  /**
   * @throws WorkbenchException code {@code match-reason} without a reason, {@code match-not-built}
   *     before the first build, {@code match-table} for a table without persons; or when the vault
   *     cannot be opened
   */
  @Override
  public CustomerMatchResult run(JobContext context) throws SQLException, IOException {
    if (request.reason().isBlank()) {
      throw new WorkbenchException(
          "match-reason",
          "No reason is given for handing persons to a platform.",
          "Give it with --reason; it is noted in the audit trail.");
    }
    context.progress(0, "finding who is covered");
    List<Person> persons = persons(context);
    List<String> covered = persons.stream().filter(Person::covered).map(Person::id).toList();
    context.progress(0.3, "reading originals");
    Map<String, String> originals =
        covered.isEmpty()
            ? Map.of()
            : context
                .workspace()
                .vault()
                .reveal(request.platform() + ": " + request.reason(), covered);
    var keys = new LinkedHashMap<MatchField, TreeSet<String>>();
    long unusable = 0;
    for (Map.Entry<String, String> original : originals.entrySet()) {
      context.checkCancelled();
      MatchField field = FIELDS.get(original.getKey().substring(0, 3));
      Optional<MatchKey> key =
          field == null
              ? Optional.empty()
              : CustomerMatch.key(request.platform(), field, original.getValue(), REGION);
      if (field == null || key.isEmpty()) {
        unusable++;
      } else {
        keys.computeIfAbsent(field, made -> new TreeSet<>()).add(key.get().upload());
      }
    }
    context.progress(0.8, "writing hashes");
    List<String> files = write(context, keys);
    return new CustomerMatchResult(
        context.run(),
        request.platform(),
        persons.size(),
        covered.size(),
        persons.size() - covered.size(),
        covered.size() - originals.size(),
        unusable,
        files,
        keys.values().stream().mapToLong(TreeSet::size).sum());
  }

  private List<Person> persons(JobContext context) throws SQLException {
    String among = "";
    if (request.table() != null) {
      TableRef table = TableRef.parse(request.table());
      TableInfo info = new Tables(context.workspace()).describe(table);
      if (info.columns().stream().noneMatch(column -> column.name().equals("person_id"))) {
        throw new WorkbenchException(
            "match-table",
            table + " has no column person_id, so it names no persons.",
            "Choose a table of silver or gold that does, such as silver.customers.");
      }
      among = " AND s.person_id IN (SELECT person_id FROM " + table.sql() + ")";
    }
    if (!ActivationCoverage.isJudged(context)) {
      throw new WorkbenchException(
          "match-not-built", "Nobody's consent has been judged yet.", "Build the models first.");
    }
    ActivationCoverage.judge(
        context, "WHERE " + ActivationCoverage.reachable("s.person_id") + among);
    var persons = new ArrayList<Person>();
    try (Statement statement = context.connection().createStatement();
        var cancelling = context.whenCancelled(statement::cancel);
        ResultSet row =
            statement.executeQuery(
                "SELECT person_id, covered FROM "
                    + ActivationCoverage.PERSONS
                    + " ORDER BY person_id")) {
      while (row.next()) {
        persons.add(new Person(row.getString(1), row.getBoolean(2)));
      }
    }
    return persons;
  }

  /** A file a field, with a heading that the platforms' upload pages know. */
  private List<String> write(JobContext context, Map<MatchField, TreeSet<String>> keys)
      throws IOException {
    var files = new ArrayList<String>();
    for (Map.Entry<MatchField, TreeSet<String>> entry : keys.entrySet()) {
      String field = entry.getKey().name().toLowerCase(Locale.ROOT);
      String platform = request.platform().name().toLowerCase(Locale.ROOT);
      ResultFile file = context.resultFile("customer-match-" + platform + "-" + field, "csv");
      try (BufferedWriter out = Files.newBufferedWriter(file.draft())) {
        out.write(request.platform() == Platform.GOOGLE ? heading(field) : field);
        out.write("\r\n");
        for (String key : entry.getValue()) {
          out.write(key);
          out.write("\r\n");
        }
      }
      files.add("exports/" + file.place().getFileName());
    }
    return files;
  }

  private static String heading(String field) {
    return field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1);
  }
}
