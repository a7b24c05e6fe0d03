package io.liftwerk.text.lookup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Word lists of the module: words with blanks between, "[section]" opens one, # a remark. */
public final class ResourceLists {
  private static final String FOLDER = "/io/liftwerk/text/";

  private ResourceLists() {}

  /**
   * @param words takes the section and each of its words
   */
  public static void read(String name, BiConsumer<String, String> words) {
    var stream =
        Objects.requireNonNull(ResourceLists.class.getResourceAsStream(FOLDER + name), name);
    try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      String section = "";
      for (@Nullable String line = reader.readLine(); line != null; line = reader.readLine()) {
        String stripped = line.strip();
        if (stripped.startsWith("[")) {
          section = stripped.substring(1, stripped.length() - 1);
        } else if (!stripped.isEmpty() && !stripped.startsWith("#")) {
          for (String word : stripped.split(" +")) {
            words.accept(section, word);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
