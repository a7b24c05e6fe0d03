package io.liftwerk.ingest.recipe;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How one export is recognised and read. What a file leaves out is empty.
 *
 * @param id stable, in kebab case
 * @param title what people call it, by language
 * @param platform whose export it is, in kebab case; empty for none in particular
 * @param icon kind of export, for a picture
 * @param grain keys of the columns that together name a row; those that a file has count
 * @param formats kinds of files in which it comes; a table where nothing is said
 * @param generic whether it stands back where a more special one fits
 * @param recognise how it is told from others
 * @param columns by key, in the order of a usual file
 * @param totals which rows are totals
 * @param footer expressions looked for in lines below the rows that are no data
 */
public record Recipe(
    String id,
    Map<String, String> title,
    String platform,
    String icon,
    List<String> grain,
    @JsonProperty("format") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<Format> formats,
    boolean generic,
    Recognise recognise,
    Map<String, RecipeColumn> columns,
    Totals totals,
    List<Pattern> footer) {

  /** Kinds of files. */
  public enum Format {
    @JsonProperty("table")
    TABLE,
    @JsonProperty("json")
    JSON,
    @JsonProperty("xml")
    XML,
    @JsonProperty("log")
    LOG,
    @JsonProperty("documents")
    DOCUMENTS
  }

  @SuppressWarnings("NullAway") // what a file leaves out arrives as null
  public Recipe {
    title = title == null ? Map.of() : Map.copyOf(title);
    platform = platform == null ? "" : platform;
    icon = icon == null ? "table" : icon;
    grain = grain == null ? List.of() : List.copyOf(grain);
    formats = formats == null || formats.isEmpty() ? List.of(Format.TABLE) : List.copyOf(formats);
    recognise = recognise == null ? new Recognise(null, null, null, null, false) : recognise;
    columns = columns == null ? Map.of() : new LinkedHashMap<>(columns);
    totals = totals == null ? new Totals(null, null, null, null) : totals;
    footer = footer == null ? List.of() : List.copyOf(footer);
  }

  /** What it is called in {@code language}, else in English. */
  public String title(String language) {
    return title.getOrDefault(language, title.getOrDefault("en", id));
  }

  /**
   * What tells an export from others.
   *
   * @param titles a line above the header that is, or begins with, one of these
   * @param files expressions looked for in the file's name
   * @param required keys of columns it must have, of each entry one at least
   * @param absent keys of columns it must not have
   * @param alone whether a file that has other columns besides is something else
   */
  public record Recognise(
      List<String> titles,
      List<Pattern> files,
      List<OneOf> required,
      List<String> absent,
      boolean alone) {
    @SuppressWarnings("NullAway")
    public Recognise(
        @Nullable List<String> titles,
        @Nullable List<Pattern> files,
        @Nullable List<OneOf> required,
        @Nullable List<String> absent,
        boolean alone) {
      this.titles = titles == null ? List.of() : List.copyOf(titles);
      this.files = files == null ? List.of() : List.copyOf(files);
      this.required = required == null ? List.of() : List.copyOf(required);
      this.absent = absent == null ? List.of() : List.copyOf(absent);
      this.alone = alone;
    }
  }

  /**
   * Which rows are totals.
   *
   * @param labels expressions of which one matches a whole cell of a total row
   * @param account labels of totals of more than what is listed
   * @param hidden labels of totals of what is not listed
   * @param blank keys of columns that are all blank in a total row, where it has no label
   */
  public record Totals(
      List<Pattern> labels, List<Pattern> account, List<Pattern> hidden, List<String> blank) {
    @SuppressWarnings("NullAway")
    public Totals(
        @Nullable List<Pattern> labels,
        @Nullable List<Pattern> account,
        @Nullable List<Pattern> hidden,
        @Nullable List<String> blank) {
      this.labels = labels == null ? List.of() : List.copyOf(labels);
      this.account = account == null ? List.of() : List.copyOf(account);
      this.hidden = hidden == null ? List.of() : List.copyOf(hidden);
      this.blank = blank == null ? List.of() : List.copyOf(blank);
    }
  }
}
