package io.liftwerk.app.window.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ux-23: what the window remembers survives, and damage to it is no error. */
class PreferencesTest {
  @TempDir private Path home;

  @Test
  void remembersThemeLanguageRecentAndPlace() throws Exception {
    Path one = Files.createDirectory(home.resolve("one.liftwerk"));
    Path two = Files.createDirectory(home.resolve("two.liftwerk"));
    Preferences first = Preferences.load(home);
    first.theme(ThemeChoice.DARK);
    first.language(Language.GERMAN);
    first.opened(one);
    first.opened(two);
    first.opened(one);
    first.place(one, new Preferences.Place("leads", "bronze.leads", "0003"));

    Preferences again = Preferences.load(home);
    assertEquals(ThemeChoice.DARK, again.theme());
    assertEquals(Language.GERMAN, again.language());
    assertEquals(List.of(one, two), again.recent());
    assertEquals(new Preferences.Place("leads", "bronze.leads", "0003"), again.place(one));
    assertNull(again.place(two));

    Files.delete(two);
    assertEquals(List.of(one), again.recent());
    again.forget(one);
    assertEquals(List.of(), Preferences.load(home).recent());
  }

  @Test
  void aDamagedFileMeansAFirstStart() throws Exception {
    Files.writeString(home.resolve("window.json"), "{\"format\":1,\"theme\":\"DAR");
    assertEquals(ThemeChoice.SYSTEM, Preferences.load(home).theme());
    Files.writeString(home.resolve("window.json"), "{\"format\":1,\"theme\":\"NEON\"}");
    Preferences lacking = Preferences.load(home);
    assertEquals(ThemeChoice.SYSTEM, lacking.theme());
    assertEquals(List.of(), lacking.recent());
  }
}
