package io.liftwerk.warehouse;

import io.liftwerk.ingest.BronzeTables;
import io.liftwerk.warehouse.consent.Basis;
import io.liftwerk.warehouse.consent.ConsentPolicy;
import io.liftwerk.warehouse.consent.PolicyFile;
import io.liftwerk.warehouse.project.ReportingZone;
import io.liftwerk.workspace.Egress;
import io.liftwerk.workspace.Job;
import io.liftwerk.workspace.JobContext;
import io.liftwerk.workspace.WorkbenchException;
import io.liftwerk.workspace.Workspace;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes the settings of a workspace: its {@code consent.yml}, and of its {@code dbt_project.yml}
 * the {@linkplain ReportingZone reporting time zone}; one value at a time, and leaves every other
 * character of it alone; and the {@linkplain Egress hosts} that may be sent to. A value that the
 * file could not hold is refused and the file stays as it was. The change is a run like any other:
 * ledger and audit trail say who used what basis when.
 *
 * <p>The file is replaced as the last thing before the run is committed; a kill between the two
 * leaves the new file without its line.
 */
public final class ConsentSettings implements Job<ConsentSettingsResult> {

  /** Under which runs list it. */
  public static final String NAME = "consent-settings";

  private final ConsentSettingsRequest request;

  /**
   * @throws WorkbenchException code {@code personal-text} when the note holds an identifier
   */
  public ConsentSettings(ConsentSettingsRequest request) {
    Impersonal.check(request.note());
    this.request = request;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Record parameters() {
    return request;
  }

  /** Done again, there is another value before. */
  @Override
  public Object fingerprint(ConsentSettingsResult result) {
    return List.of(result.key(), result.after());
  }

  /**
   * What is set now; makes the file where it is missing.
   *
   * @throws WorkbenchException code {@code consent-policy} when {@code consent.yml} is broken
   */
  public static ConsentPolicyView list(Workspace workspace) {
    ConsentPolicy policy = new PolicyFile(workspace.folder()).read().policy();
    var settings = new ArrayList<>(ConsentKeys.all(policy));
    settings.add(
        new ConsentPolicyView.Setting(
            ReportingZone.NAME,
            new ReportingZone(workspace.folder()).read(),
            "time zone whose days figures are counted in"));
    try (Connection connection = workspace.connect()) {
      settings.add(
          new ConsentPolicyView.Setting(
              Egress.NAME,
              String.join(", ", Egress.hosts(connection)),
              "hosts that a push may send to"));
    } catch (SQLException e) {
      throw new IllegalStateException("the list of hosts cannot be read", e);
    }
    return new ConsentPolicyView(
        settings,
        policy.sources().entrySet().stream()
            .map(
                source ->
                    new ConsentPolicyView.SourceBasis(
                        source.getKey(), source.getValue().basis(), source.getValue().note()))
            .toList());
  }

  /**
   * @throws WorkbenchException when there is no such key, or the value is none for it
   */
  @Override
  public ConsentSettingsResult run(JobContext context) throws SQLException {
    if (ReportingZone.NAME.equals(request.key())) {
      return zone(context);
    }
    if (Egress.NAME.equals(request.key())) {
      return egress(context);
    }
    var file = new PolicyFile(context.workspace().folder());
    PolicyFile.Content before = file.read();
    String source = request.source();
    Change change = source == null ? setting(before) : basis(context.workspace(), before, source);
    context.checkCancelled();
    if (!change.after().text().equals(before.text())) {
      file.write(change.after());
    }
    return change.result();
  }

  private ConsentSettingsResult zone(JobContext context) {
    var zone = new ReportingZone(context.workspace().folder());
    String old = zone.read();
    String now = request.value() == null ? "" : request.value().strip();
    context.checkCancelled();
    if (!old.equals(now)) {
      zone.write(now);
    }
    return new ConsentSettingsResult(
        changed(ReportingZone.NAME, old, now), ReportingZone.NAME, old, now);
  }

  private ConsentSettingsResult egress(JobContext context) throws SQLException {
    String old = String.join(", ", Egress.hosts(context.connection()));
    String value = request.value() == null ? "" : request.value();
    String now = String.join(", ", Egress.set(context.connection(), Egress.parse(value)));
    return new ConsentSettingsResult(changed(Egress.NAME, old, now), Egress.NAME, old, now);
  }

  private static String changed(String name, String old, String now) {
    return old.equals(now)
        ? "%s is '%s' already.".formatted(name, now)
        : "%s is '%s' now, and was '%s'.".formatted(name, now, old);
  }

  private record Change(PolicyFile.Content after, ConsentSettingsResult result) {}

  private Change setting(PolicyFile.Content before) {
    String key = String.valueOf(request.key());
    String value = request.value() == null ? "" : request.value().strip();
    ConsentKeys.Key known = ConsentKeys.find(key);
    PolicyFile.Content after = valid(before, known.path(), known.yaml(value), key, value);
    String old = known.value(before.policy());
    String now = known.value(after.policy());
    return new Change(
        after, new ConsentSettingsResult(changed(known.name(), old, now), known.name(), old, now));
  }

  private static PolicyFile.Content valid(
      PolicyFile.Content before, List<String> path, String yaml, String key, String value) {
    try {
      return before.with(path, yaml);
    } catch (WorkbenchException e) {
      throw new WorkbenchException(
          "consent-value",
          "%s cannot be '%s': %s.".formatted(key, value, PolicyFile.fault(e)),
          "Nothing was changed; list the settings to see how they are written.",
          e);
    }
  }

  private Change basis(Workspace workspace, PolicyFile.Content before, String source) {
    String word = String.valueOf(request.basis());
    Basis basis =
        Basis.stated(word)
            .orElseThrow(
                () ->
                    new WorkbenchException(
                        "consent-basis",
                        "A source rests on consent, other or none, not on '" + word + "'.",
                        "Name one of the three."));
    String note = request.note().strip();
    if (basis == Basis.OTHER && note.isEmpty()) {
      throw new WorkbenchException(
          "consent-note",
          "Another legal basis for '" + source + "' needs a note that names it.",
          "Add the note, such as: contract, Art. 6 (1) b GDPR.");
    }
    if (new BronzeTables(workspace).find(source).isEmpty()) {
      throw new WorkbenchException(
          "source-unknown",
          "There is no source '" + source + "' in bronze.",
          "List the sources to see their names.");
    }
    String name = before.policy().nameOf(source);
    String yaml = PolicyFile.basis(basis, note);
    PolicyFile.Content after = before.with(List.of("sources", name), yaml);
    return new Change(
        after,
        new ConsentSettingsResult(
            sentence(name, basis, note),
            "sources." + name,
            shown(before.policy().source(name)),
            shown(after.policy().source(name))));
  }

  private static String sentence(String source, Basis basis, String note) {
    return switch (basis) {
      case CONSENT -> "'%s' rests on each person's consent.".formatted(source);
      case OTHER -> "'%s' rests on another legal basis: %s".formatted(source, note);
      case NONE -> "'%s' holds no persons.".formatted(source);
      case UNSTATED -> throw new IllegalStateException();
    };
  }

  private static String shown(ConsentPolicy.SourceBasis source) {
    return source.note().isEmpty()
        ? source.basis().word()
        : source.basis().word() + " (" + source.note() + ")";
  }
}
