package io.liftwerk.app.window.base;

import io.liftwerk.workspace.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the window remembers between starts, in one small file that is replaced atomically. A
 * damaged or missing file means a first start, never an error.
 */
public final class Preferences {
  private static final int RECENT = 8;

  /** Where the user was in a workspace: page, selected table and run. */
  public record Place(String page, @Nullable String table, @Nullable String run) {}

  /** The file's contents. */
  public record Stored(
      int format,
      @Nullable String theme,
      @Nullable String language,
      List<String> recent,
      Map<String, Place> places,
      boolean originOpen) {}

  private final Path file;
  private Stored stored;

  private Preferences(Path file, Stored stored) {
    this.file = file;
    this.stored = stored;
  }

  /** Reads {@code window.json} in {@code home}. */
  public static Preferences load(Path home) {
    Path file = home.resolve("window.json");
    var empty = new Stored(1, null, null, List.of(), Map.of(), false);
    try {
      Stored read = Json.mapper().readValue(file.toFile(), Stored.class);
      return new Preferences(file, read.format() == 1 ? complete(read) : empty);
    } catch (IOException e) {
      return new Preferences(file, empty);
    }
  }

  @SuppressWarnings({"NullAway", "ConstantValue"}) // a file written by hand may lack fields
  private static Stored complete(Stored read) {
    return new Stored(
        1,
        read.theme(),
        read.language(),
        read.recent() == null ? List.of() : read.recent(),
        read.places() == null ? Map.of() : read.places(),
        read.originOpen());
  }

  public ThemeChoice theme() {
    for (ThemeChoice choice : ThemeChoice.values()) {
      if (choice.name().equals(stored.theme())) {
        return choice;
      }
    }
    return ThemeChoice.SYSTEM;
  }

  public Language language() {
    for (Language language : Language.values()) {
      if (language.name().equals(stored.language())) {
        return language;
      }
    }
    return Language.ofSystem();
  }

  /** Workspaces opened lately, newest first, those that still exist. */
  public List<Path> recent() {
    return stored.recent().stream().map(Path::of).filter(Files::isDirectory).toList();
  }

  public boolean originOpen() {
    return stored.originOpen();
  }

  /** Where the user was in {@code workspace}. */
  public @Nullable Place place(Path workspace) {
    return stored.places().get(key(workspace));
  }

  public void theme(ThemeChoice choice) {
    save(with(choice.name(), stored.language(), stored.recent(), stored.places(), originOpen()));
  }

  public void language(Language language) {
    save(with(stored.theme(), language.name(), stored.recent(), stored.places(), originOpen()));
  }

  public void originOpen(boolean open) {
    save(with(stored.theme(), stored.language(), stored.recent(), stored.places(), open));
  }

  /** Puts {@code workspace} on top of the recent ones. */
  public void opened(Path workspace) {
    var recent = new ArrayList<String>();
    recent.add(key(workspace));
    stored.recent().stream()
        .filter(other -> !other.equals(key(workspace)))
        .limit(RECENT - 1)
        .forEach(recent::add);
    save(with(stored.theme(), stored.language(), recent, stored.places(), originOpen()));
  }

  /** Takes {@code workspace} off the recent ones; the folder itself stays. */
  public void forget(Path workspace) {
    List<String> recent =
        stored.recent().stream().filter(other -> !other.equals(key(workspace))).toList();
    save(with(stored.theme(), stored.language(), recent, stored.places(), originOpen()));
  }

  public void place(Path workspace, Place place) {
    var places = new LinkedHashMap<>(stored.places());
    places.put(key(workspace), place);
    save(with(stored.theme(), stored.language(), stored.recent(), places, originOpen()));
  }

  private static Stored with(
      @Nullable String theme,
      @Nullable String language,
      List<String> recent,
      Map<String, Place> places,
      boolean originOpen) {
    return new Stored(1, theme, language, recent, places, originOpen);
  }

  private void save(Stored next) {
    if (next.equals(stored)) {
      return;
    }
    stored = next;
    Path part = file.resolveSibling(file.getFileName() + ".next");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(part, Json.write(next));
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      System.getLogger("liftwerk.window")
          .log(System.Logger.Level.WARNING, "cannot remember the window's state in " + file, e);
    }
  }

  private static String key(Path workspace) {
    return workspace.toAbsolutePath().normalize().toString();
  }
}
