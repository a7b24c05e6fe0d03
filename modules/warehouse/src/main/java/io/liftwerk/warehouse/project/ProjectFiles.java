package io.liftwerk.warehouse.project;

import io.liftwerk.warehouse.model.ModelFile;
import io.liftwerk.workspace.WorkbenchException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of a workspace's project: those that are generated and shipped, and the user's own,
 * which go before. A model or a file of macros of the user's replaces the one of the same name;
 * what a {@code schema.yml} or {@code dbt_project.yml} of the user's says goes before what is said
 * elsewhere.
 *
 * @param files in the order in which they are read: what comes later goes before
 * @param own those that are the user's own
 */
public record ProjectFiles(List<ModelFile> files, Set<ModelFile> own) {
  private static final String SHIPPED = "/io/liftwerk/warehouse/project/";
  private static final String SETTINGS = "dbt_project.yml";
  private static final long LARGEST = 1 << 20;
  private static final int MOST = 2_000;

  public ProjectFiles {
    files = List.copyOf(files);
    own = Set.copyOf(own);
  }

  /**
   * The project of the workspace in {@code folder}.
   *
   * @param generated files that stand nowhere
   * @throws WorkbenchException code {@code model-file} when one of them cannot be read
   */
  public static ProjectFiles of(Path folder, List<ModelFile> generated) {
    List<ModelFile> own = own(folder);
    var before = new ArrayList<>(generated);
    before.addAll(shipped());
    return merged(before, own);
  }

  /** {@code before}, without what {@code own} replaces, and {@code own}. */
  public static ProjectFiles merged(List<ModelFile> before, List<ModelFile> own) {
    Set<String> replaced = own.stream().map(ProjectFiles::key).collect(Collectors.toSet());
    var files = new ArrayList<ModelFile>();
    before.stream().filter(file -> !replaced.contains(key(file))).forEach(files::add);
    files.addAll(own);
    return new ProjectFiles(files, Set.copyOf(own));
  }

  /** These files, of the models only those whose name {@code wanted} takes. */
  public ProjectFiles only(Predicate<String> wanted) {
    return new ProjectFiles(
        files.stream().filter(file -> !isModel(file) || wanted.test(file.name())).toList(), own);
  }

  /** Models and macros are known by their names; of other files none takes another's place. */
  private static String key(ModelFile file) {
    if (isModel(file)) {
      return "model " + file.name().toLowerCase(Locale.ROOT);
    }
    return isMacros(file) ? "macros " + file.name() : file.path() + '\n' + file.text();
  }

  static boolean isModel(ModelFile file) {
    return file.path().startsWith("models/") && ends(file.path(), ".sql");
  }

  static boolean isMacros(ModelFile file) {
    return file.path().startsWith("macros/") && ends(file.path(), ".sql");
  }

  static boolean isDescriptions(ModelFile file) {
    return file.path().startsWith("models/")
        && (ends(file.path(), ".yml") || ends(file.path(), ".yaml"));
  }

  static boolean isSettings(ModelFile file) {
    return file.path().equals(SETTINGS);
  }

  private static boolean ends(String path, String ending) {
    return path.toLowerCase(Locale.ROOT).endsWith(ending);
  }

  /** The files that come with the program, as {@code index.txt} lists them. */
  static List<ModelFile> shipped() {
    return resource("index.txt")
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .map(path -> new ModelFile(path, resource(path)))
        .toList();
  }

  private static String resource(String name) {
    try (InputStream in = ProjectFiles.class.getResourceAsStream(SHIPPED + name)) {
      if (in == null) {
        throw new IllegalStateException("not shipped: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<ModelFile> own(Path folder) {
    var files = new ArrayList<ModelFile>();
    for (String part : List.of("models", "macros")) {
      files.addAll(below(folder, folder.resolve(part)));
    }
    Path settings = folder.resolve(SETTINGS);
    if (Files.isRegularFile(settings, LinkOption.NOFOLLOW_LINKS)) {
      files.add(read(folder, settings));
    }
    return files;
  }

  /** Links are not followed: they could lead out of the workspace. */
  private static List<ModelFile> below(Path folder, Path part) {
    if (!Files.isDirectory(part, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(part)) {
      List<Path> found =
          walk.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
              .filter(file -> !hidden(part, file))
              .filter(file -> isWanted(new ModelFile(path(folder, file), "")))
              .sorted()
              .limit(MOST + 1L)
              .toList();
      if (found.size() > MOST) {
        throw new WorkbenchException(
            "model-file",
            "The folder " + part.getFileName() + " holds more than " + MOST + " files.",
            "Keep only the models of this workspace in it.");
      }
      return found.stream().map(file -> read(folder, file)).toList();
    } catch (IOException | UncheckedIOException e) {
      throw new WorkbenchException(
          "model-file",
          "The folder " + part.getFileName() + " cannot be read.",
          "See that you may read it.",
          e);
    }
  }

  private static boolean isWanted(ModelFile file) {
    return isModel(file) || isMacros(file) || isDescriptions(file);
  }

  private static boolean hidden(Path part, Path file) {
    for (Path name : part.relativize(file)) {
      if (name.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  private static String path(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  private static ModelFile read(Path folder, Path file) {
    String path = path(folder, file);
    try {
      if (Files.size(file) > LARGEST) {
        throw Broken.at(
            "model-file", path, 0, "The file is larger than a model can be.", "Remove it.");
      }
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
              .toString();
      return new ModelFile(path, text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      throw Broken.at(
          "model-file", path, 0, "The file is not written in UTF-8.", "Save it as UTF-8.", e);
    } catch (IOException e) {
      throw Broken.at(
          "model-file", path, 0, "The file cannot be read.", "See that you may read it.", e);
    }
  }
}
