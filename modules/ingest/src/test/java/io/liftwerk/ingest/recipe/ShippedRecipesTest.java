package io.liftwerk.ingest.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every shipped recipe keeps to. */
class ShippedRecipesTest {
  private static final Set<String> ICONS =
      Set.of(
          "ads",
          "analytics",
          "crawl",
          "crm",
          "document",
          "events",
          "feed",
          "log",
          "search",
          "shop");
  private static final Set<Role> WORDS =
      EnumSet.of(
          Role.ID,
          Role.ORDER_ID,
          Role.PERSON_ID,
          Role.PHONE,
          Role.PERSON_NAME,
          Role.SEARCH_TERM,
          Role.QUERY,
          Role.KEYWORD,
          Role.CAMPAIGN,
          Role.AD_GROUP,
          Role.AD,
          Role.COMPANY);

  private static final Set<Role> KEYED =
      EnumSet.of(
          Role.IMPRESSIONS,
          Role.CLICKS,
          Role.COST,
          Role.COST_MICROS,
          Role.CONVERSIONS,
          Role.CONVERSION_VALUE,
          Role.LEADS,
          Role.REVENUE,
          Role.CURRENCY,
          Role.CAMPAIGN,
          Role.AD_GROUP,
          Role.AD,
          Role.SEARCH_TERM);

  static Collection<Recipe> all() {
    return RecipeBook.shipped().all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void isDescribedWhole(Recipe recipe) {
    assertEquals(Set.of("en", "de"), recipe.title().keySet());
    assertTrue(ICONS.contains(recipe.icon()), recipe.icon());
    boolean log = recipe.formats().equals(List.of(Recipe.Format.LOG));
    assertEquals(log, recipe.grain().isEmpty(), "lines of a log have no key, all else has one");
    recipe
        .columns()
        .forEach(
            (key, column) -> {
              assertTrue(key.matches("[a-z_][a-z0-9_]*"), key);
              assertTrue(!column.names().isEmpty(), key + " has no names");
              assertEquals(
                  column.names().size(), Set.copyOf(column.names()).size(), key + " twice named");
              if (WORDS.contains(column.role())) {
                assertTrue(column.text(), key + " must stay text");
              }
            });
  }

  /** A column cannot be both what makes a file this export and what makes it another. */
  @ParameterizedTest
  @MethodSource("all")
  void asksForNoColumnThatItForbids(Recipe recipe) {
    var absent = recipe.recognise().absent();
    recipe
        .recognise()
        .required()
        .forEach(one -> assertTrue(one.keys().stream().noneMatch(absent::contains), one::toString));
    assertTrue(recipe.grain().stream().noneMatch(absent::contains));
  }

  /** A file that has all its columns, by their first names, is this export and no other. */
  @ParameterizedTest
  @MethodSource("all")
  void isToldFromAllOthers(Recipe recipe) {
    List<String> names =
        recipe.columns().entrySet().stream()
            .filter(entry -> !recipe.recognise().absent().contains(entry.getKey()))
            .flatMap(
                entry ->
                    entry.getValue().names().stream()
                        .filter(name -> name.pattern() == null)
                        .limit(1))
            .map(ColumnName::text)
            .toList();
    for (Recipe.Format format : recipe.formats()) {
      Evidence evidence = new Evidence(format, "export.csv", names, List.of());
      if (!recipe.generic()) {
        Verdicts.only(evidence, recipe.id(), 0.7);
      }
    }
  }

  /** What the readers of logs, XML and documents tell by these ids must have a recipe. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "server-log-alb",
        "server-log-caddy",
        "server-log-cloudfront",
        "server-log-combined",
        "server-log-common",
        "server-log-elb",
        "server-log-haproxy",
        "server-log-json",
        "server-log-s3",
        "server-log-traefik",
        "server-log-traefik-json",
        "server-log-vhost-combined",
        "server-log-vhost-common",
        "server-log-w3c",
        "sitemap",
        "sitemap-index",
        "merchant-feed-xml",
        "documents"
      })
  void isThereForWhatReadersRecognise(String id) {
    Recipe recipe = RecipeBook.shipped().find(id).orElseThrow();
    boolean log = id.startsWith("server-log-");
    assertEquals(log, recipe.formats().contains(Recipe.Format.LOG));
    if (log) {
      List<String> names = List.of("time", "ip", "path", "status", "user_agent");
      Match match = RecipeBook.shipped().told(id, 1, "", names).orElseThrow();
      assertEquals("time", match.column(Role.MOMENT).orElseThrow());
      assertEquals("path", match.column(Role.PAGE).orElseThrow());
    }
  }

  @Test
  void everyRoleIsUsed() {
    Set<Role> used =
        all().stream()
            .flatMap(recipe -> recipe.columns().values().stream())
            .map(RecipeColumn::role)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    assertEquals(EnumSet.allOf(Role.class), used);
  }

  /** Reports state totals of each of these; two columns of one would be added up twice. */
  @ParameterizedTest
  @MethodSource("all")
  void hasOneColumnOfEachFigure(Recipe recipe) {
    List<Role> figures =
        recipe.columns().values().stream()
            .map(RecipeColumn::role)
            .filter(role -> role != null && role.additive())
            .toList();
    assertEquals(Set.copyOf(figures).size(), figures.size(), figures.toString());
  }

  /** Models that harmonise platforms look for these keys. */
  @ParameterizedTest
  @MethodSource("all")
  void callsTheSameFigureAlike(Recipe recipe) {
    recipe
        .columns()
        .forEach(
            (key, column) -> {
              Role role = column.role();
              if (role != null && KEYED.contains(role)) {
                assertEquals(role.json().replace('-', '_'), key);
              }
            });
  }
}
