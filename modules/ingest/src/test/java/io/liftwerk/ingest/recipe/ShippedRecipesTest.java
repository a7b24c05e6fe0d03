package io.liftwerk.ingest.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the build has put together is what stands in the recipes, to the last word. */
class ShippedRecipesTest {

  @Test
  void togetherAsOneByOne() throws IOException {
    assertNotNull(
        RecipeBook.class.getResource("/io/liftwerk/ingest/recipes/shipped.json"),
        "the build makes it");
    assertEquals(
        ShippedRecipes.one().stream().map(Recipe::toString).toList(),
        ShippedRecipes.all().stream().map(Recipe::toString).toList());
    assertEquals(List.copyOf(RecipeBook.shipped().all()).size(), ShippedRecipes.one().size());
  }
}
