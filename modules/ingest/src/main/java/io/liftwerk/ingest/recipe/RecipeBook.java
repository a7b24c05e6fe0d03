package io.liftwerk.ingest.recipe;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The recipes known: those that are shipped, and those of the workspace, which go before. */
public final class RecipeBook {
  private static final long LARGEST = 256 * 1024;
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private final Map<String, Recipe> recipes = new LinkedHashMap<>();
  private final Set<String> own = new LinkedHashSet<>();
  private final List<String> problems = new ArrayList<>();

  private RecipeBook() {}

  private static final class Holder {
    static final List<Recipe> SHIPPED_RECIPES = ShippedRecipes.all();
  }

  /** YAML is slow to set up: it waits until somebody has a recipe of their own. */
  private static final class Yaml {
    static final ObjectMapper MAPPER = prepared(new YAMLMapper());
  }

  /** A mapper that reads recipes, whatever they are written in. */
  static ObjectMapper prepared(ObjectMapper mapper) {
    return mapper
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .registerModule(
            new SimpleModule().addDeserializer(Pattern.class, new PatternDeserializer()));
  }

  /** The shipped recipes alone. */
  public static RecipeBook shipped() {
    var book = new RecipeBook();
    Holder.SHIPPED_RECIPES.forEach(recipe -> book.recipes.put(recipe.id(), recipe));
    return book;
  }

  /**
   * The shipped recipes and those in {@code folder}, which need not exist. A file that is no recipe
   * is left out and told in {@link #problems()}.
   */
  public static RecipeBook with(Path folder) {
    RecipeBook book = shipped();
    if (!Files.isDirectory(folder)) {
      return book;
    }
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(file -> file.toString().matches("(?i).*\\.ya?ml"))
          .sorted()
          .forEach(book::addOwn);
    } catch (IOException e) {
      book.problems.add("The folder " + folder.getFileName() + " cannot be read.");
    }
    return book;
  }

  private void addOwn(Path file) {
    String name = String.valueOf(file.getFileName());
    try {
      if (Files.size(file) > LARGEST) {
        problems.add("The recipe " + name + " is too large to be one.");
        return;
      }
      Recipe recipe = read(Files.readString(file));
      recipes.put(recipe.id(), recipe);
      own.add(recipe.id());
    } catch (JacksonException e) {
      var at = e.getLocation();
      problems.add(
          "The recipe "
              + name
              + " cannot be used: "
              + firstLine(reason(e))
              + (at == null ? "" : " (line " + at.getLineNr() + ")")
              + ".");
    } catch (IOException | IllegalArgumentException e) {
      problems.add("The recipe " + name + " cannot be used: " + firstLine(e.getMessage()) + ".");
    }
  }

  private static String reason(JacksonException e) {
    return e.getCause() instanceof IllegalArgumentException cause
        ? String.valueOf(cause.getMessage())
        : e.getOriginalMessage();
  }

  private static String firstLine(@Nullable String text) {
    return String.valueOf(text).lines().findFirst().orElse("").replaceAll("\\.+$", "");
  }

  /** All of them, in the order of their ids. */
  public Collection<Recipe> all() {
    return recipes.values().stream().sorted(Comparator.comparing(Recipe::id)).toList();
  }

  public Optional<Recipe> find(String id) {
    return Optional.ofNullable(recipes.get(id));
  }

  /** Whether the recipe is the user's. */
  public boolean isOwn(String id) {
    return own.contains(id);
  }

  /** What is wrong with the user's recipes, a sentence each. */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  /**
   * The recipes that fit, the surest first. A generic one stands behind a special one, a shipped
   * one behind one of the user's that fits no worse, and one that knows only a part of the columns
   * that another knows behind that one.
   */
  public List<Match> matches(Evidence evidence) {
    var header = new Header(evidence.names());
    var fits = new ArrayList<Match>();
    for (Recipe recipe : recipes.values()) {
      if (recipe.formats().contains(evidence.format())) {
        Recognition.match(recipe, isOwn(recipe.id()), evidence, header).ifPresent(fits::add);
      }
    }
    return fits.stream()
        .map(match -> ranked(match, fits))
        .sorted(
            Comparator.comparingDouble(Match::confidence)
                .reversed()
                .thenComparing(match -> match.recipe().id()))
        .toList();
  }

  private Match ranked(Match match, List<Match> fits) {
    return fits.stream()
        .filter(other -> other.confidence() >= Match.ENOUGH && goesBefore(other, match))
        .max(Comparator.comparingDouble(Match::confidence))
        .map(match::behind)
        .orElse(match);
  }

  private boolean goesBefore(Match one, Match other) {
    if (one.recipe().generic() != other.recipe().generic()) {
      return other.recipe().generic();
    }
    boolean own = isOwn(one.recipe().id());
    if (own != isOwn(other.recipe().id())) {
      return own && other.confidence() < one.confidence() + Match.NEAR;
    }
    return one.confidence() >= other.confidence()
        && one.columns().size() > other.columns().size()
        && one.columns().values().containsAll(other.columns().values());
  }

  /**
   * The match of a recipe that the file's reader has recognised by what stands in it, as those of
   * logs and of XML do.
   *
   * @param id the recipe
   * @param confidence 0 to 1
   * @param because one sentence that says what speaks for it
   * @param names the columns that the reader made
   * @return empty where no recipe has this id
   */
  public Optional<Match> told(String id, double confidence, String because, List<String> names) {
    return find(id)
        .map(recipe -> new Match(recipe, confidence, because, new Header(names).columns(recipe)));
  }

  /**
   * A recipe from its text.
   *
   * @throws IOException when it is not written as one
   * @throws IllegalArgumentException when it contradicts itself
   */
  static Recipe read(String yaml) throws IOException {
    return checked(Yaml.MAPPER.readValue(yaml, Recipe.class));
  }

  static Recipe checked(@Nullable Recipe recipe) {
    if (recipe == null || recipe.id() == null || !ID.matcher(recipe.id()).matches()) {
      throw new IllegalArgumentException("it has no id in small letters, digits and hyphens");
    }
    recipe.recognise().required().forEach(one -> one.keys().forEach(key -> checkKey(recipe, key)));
    recipe.recognise().absent().forEach(key -> checkKey(recipe, key));
    recipe.grain().forEach(key -> checkKey(recipe, key));
    recipe.totals().blank().forEach(key -> checkKey(recipe, key));
    if (recipe.recognise().required().isEmpty()) {
      throw new IllegalArgumentException("it requires no column, so that every file would fit");
    }
    return recipe;
  }

  private static void checkKey(Recipe recipe, String key) {
    if (!recipe.columns().containsKey(key)) {
      throw new IllegalArgumentException(
          "it speaks of a column '" + key + "' that it does not describe");
    }
  }

  /** Expressions do not mind case. */
  private static final class PatternDeserializer extends StdDeserializer<Pattern> {
    private static final long serialVersionUID = 1L;

    PatternDeserializer() {
      super(Pattern.class);
    }

    @Override
    public Pattern deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      String text = parser.getText();
      try {
        return Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
      } catch (PatternSyntaxException e) {
        throw context.weirdStringException(text, Pattern.class, e.getDescription());
      }
    }
  }
}
