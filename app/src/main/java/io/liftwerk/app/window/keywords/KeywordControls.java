package io.liftwerk.app.window.keywords;

import io.liftwerk.app.window.base.Messages;
import io.liftwerk.app.window.control.Form;
import io.liftwerk.app.window.control.Ui;
import io.liftwerk.app.window.keywords.KeywordSettings.Period;
import io.liftwerk.keywords.WordForm;
import io.liftwerk.workspace.TableInfo;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Which reports, how words are alike, what a conversion may cost, and over which days. */
final class KeywordControls extends VBox {
  private static final List<String> WORDS = List.of("1", "2", "3", "4");
  private static final double DAY = 110;

  private final Messages messages;
  private final KeywordsModel model;
  private final Form form;
  private final String all;
  private final ComboBox<String> table;
  private final ComboBox<String> alike;
  private final ComboBox<String> words;
  private final TextField maxCpa;
  private final TextField brands;
  private final TextField competitors;
  private final TextField since;
  private final TextField until;
  private final TextField compareSince;
  private final TextField compareUntil;
  private final TextField currency;
  private final TextField lost;
  private final List<TextField> typed;

  KeywordControls(Messages messages, KeywordsModel model) {
    super(8);
    this.messages = messages;
    this.model = model;
    this.form = new Form(messages);
    all = messages.text("keywords.table.all");
    getStyleClass().add("controls");
    table = form.choice(this::table, this::chooseTable);
    alike =
        form.choice(
            name -> messages.text("keywords.form." + name),
            name -> model.set(set().withWords(form(name), set().words())));
    words =
        form.choice(
            name -> name, name -> model.set(set().withWords(set().form(), Integer.parseInt(name))));
    maxCpa = field("keywords.maxcpa.prompt");
    brands = field("keywords.names.prompt");
    competitors = field("keywords.names.prompt");
    since = field("keywords.day.prompt");
    until = field("keywords.day.prompt");
    compareSince = field("keywords.day.prompt");
    compareUntil = field("keywords.day.prompt");
    currency = field("keywords.currency.prompt");
    lost = field("keywords.lost.prompt");
    typed =
        List.of(
            maxCpa, brands, competitors, since, until, compareSince, compareUntil, currency, lost);
    Button work = Ui.primary(messages.text("keywords.run"), this::work);
    work.getStyleClass().add("small");
    work.setDefaultButton(true);
    FlowPane options =
        Form.line(
            form.field(messages.text("keywords.since"), since, DAY),
            form.field(messages.text("keywords.until"), until, DAY),
            form.field(messages.text("keywords.compare.since"), compareSince, DAY),
            form.field(messages.text("keywords.compare.until"), compareUntil, DAY),
            form.field(messages.text("keywords.currency"), currency, 90),
            form.field(messages.text("keywords.lost"), lost, 150));
    options.getStyleClass().add("options");
    getChildren()
        .addAll(
            Form.line(
                form.field(messages.text("keywords.table"), table, 180),
                form.field(messages.text("keywords.form"), alike, 150),
                form.field(messages.text("keywords.words"), words, 80),
                form.field(messages.text("keywords.maxcpa"), maxCpa, 130),
                form.field(messages.text("keywords.brands"), brands, 150),
                form.field(messages.text("keywords.competitors"), competitors, 150),
                work,
                form.more(options)),
            options);
    model.settingsProperty().subscribe(this::show);
    model.tables().addListener((ListChangeListener<TableInfo>) change -> show(set()));
  }

  private KeywordSettings set() {
    return model.settings();
  }

  private TextField field(String prompt) {
    TextField field = form.typed(text -> take());
    field.setPromptText(messages.text(prompt));
    return field;
  }

  private String table(String name) {
    return name.startsWith("bronze.") ? name.substring("bronze.".length()) : name;
  }

  private void chooseTable(String name) {
    if (name.equals(all)) {
      model.set(set().withTable(null));
    } else {
      model.table(name);
    }
  }

  private static WordForm form(String name) {
    return WordForm.valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** Takes what is typed; what cannot be read is put back to what it was. */
  private void take() {
    KeywordSettings present = set();
    Period days = present.period();
    KeywordSettings next =
        present
            .withMaxCpa(amount(maxCpa, present.maxCpa()))
            .withNames(names(brands), names(competitors))
            .withPeriod(
                new Period(
                    day(since, days.since()),
                    day(until, days.until()),
                    day(compareSince, days.compareSince()),
                    day(compareUntil, days.compareUntil())))
            .withRest(
                text(currency).isEmpty() ? null : text(currency).toUpperCase(Locale.ROOT),
                form.number(text(lost))
                    .filter(number -> number >= 0)
                    .orElse(present.rest().lostConversions()));
    if (!next.equals(present)) {
      model.set(next);
    }
    write(set());
  }

  private static String text(TextField field) {
    return field.getText() == null ? "" : field.getText().strip();
  }

  private @Nullable BigDecimal amount(TextField field, @Nullable BigDecimal before) {
    String text = text(field);
    if (text.isEmpty()) {
      return null;
    }
    return form.number(text)
        .filter(number -> number > 0)
        .map(number -> BigDecimal.valueOf(number).stripTrailingZeros())
        .map(next -> next.scale() < 0 ? next.setScale(0) : next)
        .filter(next -> before == null || next.compareTo(before) != 0)
        .orElse(before);
  }

  private @Nullable LocalDate day(TextField field, @Nullable LocalDate before) {
    String text = text(field);
    return text.isEmpty() ? null : form.day(text).orElse(before);
  }

  private static List<String> names(TextField field) {
    return Arrays.stream(text(field).split("[,;]"))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }

  private void work() {
    take();
    model.train(messages.text("job.title.keywords"));
  }

  private void show(KeywordSettings settings) {
    form.show(
        () -> {
          Form.fill(
              table,
              all,
              model.tables().stream().map(info -> info.ref().toString()).toList(),
              settings.table());
          Form.fill(
              alike,
              Stream.of(WordForm.values()).map(WordForm::json).toList(),
              settings.form().json());
          Form.fill(words, WORDS, String.valueOf(settings.words()));
          if (typed.stream().noneMatch(TextField::isFocused)) {
            write(settings);
          }
        });
  }

  private void write(KeywordSettings settings) {
    BigDecimal most = settings.maxCpa();
    maxCpa.setText(most == null ? "" : form.typed(most.doubleValue()));
    brands.setText(String.join(", ", settings.brands()));
    competitors.setText(String.join(", ", settings.competitors()));
    Period days = settings.period();
    since.setText(written(days.since()));
    until.setText(written(days.until()));
    compareSince.setText(written(days.compareSince()));
    compareUntil.setText(written(days.compareUntil()));
    String code = settings.rest().currency();
    currency.setText(code == null ? "" : code);
    lost.setText(form.typed(settings.rest().lostConversions()));
  }

  private static String written(@Nullable LocalDate day) {
    return day == null ? "" : day.toString();
  }
}
