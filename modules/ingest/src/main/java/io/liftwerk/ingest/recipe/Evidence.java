package io.liftwerk.ingest.recipe;

import java.util.List;

/**
 * What is known of a file before its rows are read.
 *
 * @param format what kind of file it is
 * @param file its name, without its folder
 * @param names its columns, in their order
 * @param above the lines above the header
 */
public record Evidence(Recipe.Format format, String file, List<String> names, List<String> above) {
  public Evidence {
    names = List.copyOf(names);
    above = List.copyOf(above);
  }
}
