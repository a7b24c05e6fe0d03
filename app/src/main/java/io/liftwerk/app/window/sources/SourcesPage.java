package io.liftwerk.app.window.sources;

import io.liftwerk.app.window.base.Formats;
import io.liftwerk.app.window.base.Jobs;
import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Desk;
import io.liftwerk.app.window.control.Origin;
import io.liftwerk.app.window.control.PageView;
import io.liftwerk.app.window.control.Parts;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.knowledge.Hit;
import io.liftwerk.knowledge.IndexState;
import io.liftwerk.knowledge.IndexedSource;
import io.liftwerk.knowledge.KnowledgeSources;
import io.liftwerk.knowledge.KnowledgeSources.Source;
import io.liftwerk.knowledge.Role;
import io.liftwerk.knowledge.SearchResult;
import io.liftwerk.knowledge.Standing;
import io.liftwerk.text.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What is indexed of the sources, whose each is, and a search in them. */
public final class SourcesPage extends PageView {
  private final Messages messages;
  private final Formats formats;
  private final SourcesModel model;
  private final Runnable goToData;
  private final VBox state = new VBox(14);
  private final HBox work = new HBox(12);
  private final VBox search;
  private final VBox hits = new VBox(10);

  /**
   * @param goToData where files are loaded
   */
  public SourcesPage(Desk desk, SourcesModel model, Runnable goToData) {
    this.messages = desk.messages();
    this.formats = messages.formats();
    this.model = model;
    this.goToData = goToData;
    this.search = searchCard();
    work.setAlignment(Pos.CENTER_LEFT);
    scrolling(messages.text("page.sources"), state, search, hits);
    model.onProblem(desk.dialogs()::error);
    model.shownProperty().subscribe(shown -> content());
    model.foundProperty().subscribe(found -> hits());
    model.indexingProperty().subscribe(entry -> work());
  }

  @Override
  public void entered() {
    model.refresh();
  }

  private void content() {
    SourcesModel.Shown shown = model.shownProperty().get();
    state.getChildren().clear();
    KnowledgeSources sources = shown == null ? null : shown.sources();
    boolean indexed = sources != null && sources.index() != null;
    Ui.show(search, indexed);
    Ui.show(hits, indexed);
    finding().set(sources == null ? "" : sentence(sources));
    origin()
        .set(
            shown == null || shown.run() == null
                ? null
                : new Origin(shown.run(), tables(shown.sources())));
    if (sources == null) {
      return;
    }
    if (sources.sources().isEmpty()) {
      state
          .getChildren()
          .add(
              Parts.card(
                  Ui.heading(messages.text("sources.empty")),
                  Ui.paragraph(messages.text("sources.empty.hint"), "muted"),
                  Ui.primary(messages.text("sources.empty.go"), goToData)));
      return;
    }
    work();
    state.getChildren().add(Parts.card(list(sources.sources()), work));
  }

  private static List<String> tables(KnowledgeSources sources) {
    return sources.sources().stream()
        .filter(one -> one.standing() != Standing.GONE)
        .map(one -> "bronze." + one.name())
        .toList();
  }

  private String sentence(KnowledgeSources sources) {
    IndexState index = sources.index();
    if (sources.sources().isEmpty()) {
      return "";
    }
    if (index == null) {
      return messages.text("sources.finding.none");
    }
    long behind =
        sources.sources().stream().filter(one -> one.standing() != Standing.CURRENT).count();
    return messages.text(
        behind == 0 ? "sources.finding" : "sources.finding.stale",
        index.passages(),
        index.documents(),
        behind);
  }

  private GridPane list(List<Source> sources) {
    var grid = new GridPane(18, 8);
    var wide = new ColumnConstraints();
    wide.setHgrow(Priority.ALWAYS);
    var number = new ColumnConstraints();
    number.setHalignment(HPos.RIGHT);
    number.setMinWidth(USE_PREF_SIZE);
    var plain = new ColumnConstraints();
    plain.setMinWidth(USE_PREF_SIZE);
    grid.getColumnConstraints().addAll(plain, plain, number, number, plain, wide);
    grid.addRow(
        0,
        head("sources.name"),
        head("sources.role"),
        head("sources.documents"),
        head("sources.passages"),
        head("sources.languages"),
        head("sources.standing"));
    for (Source source : sources) {
      IndexedSource indexed = source.indexed();
      grid.addRow(
          grid.getRowCount(),
          Ui.label(source.name(), "strong"),
          whose(source),
          Ui.label(formats.count(indexed == null ? source.rows() : indexed.documents())),
          Ui.label(indexed == null ? "–" : formats.count(indexed.passages())),
          Ui.label(indexed == null ? "–" : languages(indexed)),
          standing(source));
    }
    return grid;
  }

  private Label head(String key) {
    return Ui.label(messages.text(key), "field-label");
  }

  private Label standing(Source source) {
    SourcesModel.Shown shown = model.shownProperty().get();
    IndexState index = shown == null ? null : shown.sources().index();
    if (index != null && source.standing() == Standing.CURRENT) {
      String written = formats.instant(index.writtenAt());
      return Ui.paragraph(messages.text("sources.standing.CURRENT", written), "muted", "small");
    }
    return Ui.paragraph(
        messages.text("sources.standing." + source.standing().name()), "strong", "small");
  }

  private String languages(IndexedSource source) {
    return source.languages().entrySet().stream()
        .map(
            one ->
                source.languages().size() == 1
                    ? language(one.getKey())
                    : language(one.getKey()) + " " + formats.count(one.getValue()))
        .collect(Collectors.joining(", "));
  }

  private String language(Language language) {
    return messages.text("sources.language." + language.name());
  }

  private ComboBox<Role> whose(Source source) {
    var choice = new ComboBox<Role>();
    choice.getItems().setAll(Role.values());
    choice.setConverter(words(this::role));
    choice.setValue(source.role());
    choice.getStyleClass().add("small");
    choice.setAccessibleText(messages.text("sources.role.of", source.name()));
    choice.setDisable(source.standing() == Standing.GONE);
    choice.setOnAction(
        event ->
            model.role(
                messages.text("job.title.index-role", source.name()),
                source.name(),
                choice.getValue()));
    return choice;
  }

  private String role(Role role) {
    return messages.text("sources.role." + role.name());
  }

  /** The button, or how far the work is and a way to end it. */
  private void work() {
    work.getChildren().clear();
    Jobs.Entry entry = model.indexingProperty().get();
    if (entry == null) {
      SourcesModel.Shown shown = model.shownProperty().get();
      boolean current = shown != null && shown.sources().isCurrent();
      Runnable start = () -> model.index(messages.text("job.title.index"));
      String text = messages.text("sources.index");
      Button button =
          current ? Ui.button(text, Feather.REFRESH_CW, start) : Ui.primary(text, start);
      work.getChildren()
          .addAll(button, Ui.paragraph(messages.text("sources.index.about"), "muted", "small"));
      return;
    }
    var bar = new ProgressBar();
    bar.progressProperty().bind(entry.progress());
    bar.setAccessibleText(messages.text("job.title.index"));
    bar.setPrefWidth(220);
    var phrase = new Label();
    phrase.textProperty().bind(entry.phrase().map(messages::sentence));
    phrase.getStyleClass().add("small");
    work.getChildren()
        .addAll(bar, phrase, Ui.button(messages.text("sources.cancel"), Feather.X, entry::cancel));
  }

  private VBox searchCard() {
    var field = new TextField();
    field.setPromptText(messages.text("sources.search.prompt"));
    field.setAccessibleText(messages.text("sources.search.prompt"));
    field.textProperty().bindBidirectional(model.queryProperty());
    field.setOnAction(event -> model.search());
    HBox.setHgrow(field, Priority.ALWAYS);
    ComboBox<@Nullable Role> role =
        choice(
            messages.text("sources.search.role"),
            messages.text("sources.search.role.all"),
            Arrays.asList(Role.values()),
            this::role,
            model.roleProperty());
    ComboBox<@Nullable Language> language =
        choice(
            messages.text("sources.search.language"),
            messages.text("sources.search.language.all"),
            Arrays.asList(Language.values()),
            this::language,
            model.languageProperty());
    var go = Ui.button(messages.text("sources.search"), Feather.SEARCH, model::search);
    go.setMinWidth(USE_PREF_SIZE);
    var line = new HBox(10, field, role, language, go);
    line.setAlignment(Pos.CENTER_LEFT);
    return Parts.card(Ui.heading(messages.text("sources.search.title")), line);
  }

  /** A choice of which nothing chosen means all. */
  private <T> ComboBox<@Nullable T> choice(
      String name,
      String all,
      List<T> values,
      Function<T, String> word,
      ObjectProperty<@Nullable T> chosen) {
    var box = new ComboBox<@Nullable T>();
    var items = new ArrayList<@Nullable T>();
    items.add(null);
    items.addAll(values);
    box.getItems().setAll(items);
    box.setConverter(words(value -> value == null ? all : word.apply(value)));
    box.setPromptText(all);
    box.setValue(chosen.get());
    box.setAccessibleText(name);
    box.setMinWidth(USE_PREF_SIZE);
    box.setOnAction(
        event -> {
          chosen.set(box.getValue());
          model.search();
        });
    return box;
  }

  private static <T> StringConverter<T> words(Function<T, String> word) {
    return new StringConverter<>() {
      @Override
      public String toString(T value) {
        return word.apply(value);
      }

      @Override
      public T fromString(String text) {
        throw new UnsupportedOperationException(text);
      }
    };
  }

  private void hits() {
    SearchResult result = model.foundProperty().get();
    hits.getChildren().clear();
    if (result == null) {
      return;
    }
    for (String note : result.notes()) {
      Label words = Ui.paragraph(messages.sentence(note), "small");
      words.getStyleClass().add("warning");
      hits.getChildren().add(words);
    }
    if (result.hits().isEmpty()) {
      hits.getChildren().add(Ui.paragraph(messages.text("sources.search.none"), "muted"));
      return;
    }
    hits.getChildren()
        .add(
            Ui.paragraph(
                messages.text(
                    "sources.search.weights",
                    formats.percent(1 - result.denseWeight()),
                    formats.percent(result.denseWeight()),
                    language(result.language()),
                    result.index().embedder()),
                "muted",
                "small"));
    for (Hit hit : result.hits()) {
      hits.getChildren().add(new HitCard(messages, result, hit));
    }
  }
}
