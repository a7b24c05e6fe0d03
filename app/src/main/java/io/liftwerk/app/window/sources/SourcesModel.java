package io.liftwerk.app.window.sources;

import io.liftwerk.app.window.base.Background;
import io.liftwerk.app.window.base.Engine;
import io.liftwerk.app.window.base.Jobs;
import io.liftwerk.knowledge.IndexState;
import io.liftwerk.knowledge.KnowledgeSources;
import io.liftwerk.knowledge.Role;
import io.liftwerk.knowledge.SearchRequest;
import io.liftwerk.knowledge.SearchResult;
import io.liftwerk.text.Language;
import io.liftwerk.workspace.CancelledException;
import io.liftwerk.workspace.RunRecord;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** State of the Sources page. */
public final class SourcesModel {
  private static final int TOP = 10;

  /**
   * What there is.
   *
   * @param run that wrote the index, null while there is none
   */
  public record Shown(KnowledgeSources sources, @Nullable RunRecord run) {}

  private final Engine engine;
  private final Jobs jobs;
  private final Background.Lane reading;
  private final Background.Lane searching;
  private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable SearchResult> found = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Jobs.@Nullable Entry> indexing =
      new ReadOnlyObjectWrapper<>();
  private final StringProperty query = new SimpleStringProperty("");
  private final ObjectProperty<@Nullable Role> role = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable Language> language = new SimpleObjectProperty<>();
  private Consumer<Throwable> problems = failure -> {};

  public SourcesModel(Engine engine, Jobs jobs, Background background) {
    this.engine = engine;
    this.jobs = jobs;
    this.reading = background.lane();
    this.searching = background.lane();
  }

  public void onProblem(Consumer<Throwable> handler) {
    problems = handler;
  }

  /** Null until it was read once. */
  public ReadOnlyObjectProperty<@Nullable Shown> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** What the latest search found, null before there was one. */
  public ReadOnlyObjectProperty<@Nullable SearchResult> foundProperty() {
    return found.getReadOnlyProperty();
  }

  /** The indexing under way, null without. */
  public ReadOnlyObjectProperty<Jobs.@Nullable Entry> indexingProperty() {
    return indexing.getReadOnlyProperty();
  }

  /** What is looked for. */
  public StringProperty queryProperty() {
    return query;
  }

  /** In whose documents, null for all. */
  public ObjectProperty<@Nullable Role> roleProperty() {
    return role;
  }

  /** In which language's documents, null for all. */
  public ObjectProperty<@Nullable Language> languageProperty() {
    return language;
  }

  public void refresh() {
    reading.run(this::read, shown::set, failure -> problems.accept(failure));
  }

  private Shown read() {
    KnowledgeSources sources = engine.knowledge();
    IndexState index = sources.index();
    RunRecord run =
        index == null
            ? null
            : engine.runs().stream()
                .filter(one -> one.id().equals(index.run()))
                .findFirst()
                .orElse(null);
    return new Shown(sources, run);
  }

  /** Brings the index up to date. */
  public void index(String title) {
    Jobs.Entry entry =
        jobs.submitLatest(
            "index",
            title,
            engine.indexing(),
            run -> {
              ended();
              refresh();
              search();
            },
            failure -> {
              ended();
              tell(failure);
            });
    // unless it was done before there was anything to watch
    indexing.set(entry.handle().isFinished() ? null : entry);
  }

  /** One has ended; another that was asked for meanwhile goes on. */
  private void ended() {
    Jobs.Entry entry = indexing.get();
    if (entry != null && entry.handle().isFinished()) {
      indexing.set(null);
    }
  }

  /** Says whose a source is. */
  public void role(String title, String source, Role whose) {
    jobs.submit(title, engine.indexRole(source, whose), run -> changed(), this::tell);
  }

  private void changed() {
    refresh();
    search();
  }

  /** Looks for the query, where there is one and an index. */
  public void search() {
    Shown present = shown.get();
    if (query.get().isBlank() || present == null || present.sources().index() == null) {
      searching.drop();
      found.set(null);
      return;
    }
    SearchRequest request =
        SearchRequest.of(query.get().strip()).in(language.get()).in(role.get()).top(TOP);
    searching.run(() -> engine.search(request), found::set, failure -> problems.accept(failure));
  }

  private void tell(Throwable failure) {
    if (!(failure instanceof CancelledException)) {
      problems.accept(failure);
    }
  }
}
