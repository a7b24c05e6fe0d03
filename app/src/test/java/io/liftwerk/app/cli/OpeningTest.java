package io.liftwerk.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OpeningTest {
  @Test
  void theWindowIsKnownByItsPlainForms() {
    assertEquals(new Opening(null), Opening.of());
    assertEquals(new Opening(null), Opening.of("open"));
    assertEquals(new Opening(Path.of("nordwand")), Opening.of("open", "nordwand"));
  }

  @Test
  void aWorkspaceAloneIsOpenedAsDesktopsAskForIt() {
    assertEquals(
        new Opening(Path.of("/home/x/Nordwand.liftwerk/open.liftwerk")),
        Opening.of("/home/x/Nordwand.liftwerk/open.liftwerk"));
    assertEquals(new Opening(Path.of("Nordwand.liftwerk")), Opening.of("Nordwand.liftwerk/"));
  }

  @Test
  void everythingElseIsTheCommandLines() {
    assertNull(Opening.of("open", "--help"));
    assertNull(Opening.of("open", "a", "b"));
    assertNull(Opening.of("--version"));
    assertNull(Opening.of("runs", "Nordwand.liftwerk"));
    assertNull(Opening.of("--as=x.liftwerk"));
    assertNull(Opening.of("nordwand"));
  }
}
