package io.liftwerk.app.window.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.liftwerk.workspace.CancelledException;
import io.liftwerk.workspace.WorkbenchException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VaultDoorTest {
  private static final WorkbenchException LOCKED =
      new WorkbenchException("vault-locked", "The vault is locked.", "");
  private static final WorkbenchException WRONG =
      new WorkbenchException("vault-passphrase", "The passphrase does not open the vault.", "");

  private final VaultDoor door = new VaultDoor();
  private final List<String> happened = new ArrayList<>();
  private Runnable opened = () -> {};
  private Runnable refused = () -> {};

  private void someoneAsks() {
    door.asking(
        (wrong, open, refuse) -> {
          happened.add(wrong ? "asked, wrong before" : "asked");
          opened = open;
          refused = refuse;
        });
  }

  private void meet(String work, RuntimeException failure) {
    door.meet(
        failure,
        () -> happened.add(work + " again"),
        other -> happened.add(work + " " + other.getClass().getSimpleName()));
  }

  @Test
  void allThatWaitsGoesOnAfterOneQuestion() {
    someoneAsks();
    meet("import", LOCKED);
    meet("erase", LOCKED);
    assertEquals(List.of("asked"), happened);
    opened.run();
    assertEquals(List.of("asked", "import again", "erase again"), happened);
    meet("import", WRONG);
    assertEquals("asked, wrong before", happened.getLast());
  }

  @Test
  void whatIsRefusedIsGivenUpWithoutAFault() {
    someoneAsks();
    meet("import", LOCKED);
    refused.run();
    assertEquals(List.of("asked", "import CancelledException"), happened);
    opened.run();
    assertEquals(2, happened.size(), "nothing waits any more");
  }

  @Test
  void otherFailuresAreNoneOfItsBusiness() {
    someoneAsks();
    meet("import", new WorkbenchException("vault-damaged", "It is damaged.", ""));
    assertEquals(List.of("import WorkbenchException"), happened);
  }

  @Test
  void withNobodyToAskTheFailureIsTold() {
    var told = new ArrayList<Throwable>();
    door.meet(LOCKED, () -> happened.add("again"), told::add);
    assertEquals(List.of(), happened);
    assertInstanceOf(WorkbenchException.class, told.getFirst());
    assertEquals(0, told.stream().filter(CancelledException.class::isInstance).count());
  }

  @Test
  void aNewWindowAsksForWhatWaitsAlready() {
    someoneAsks();
    meet("import", LOCKED);
    someoneAsks();
    assertEquals(List.of("asked", "asked"), happened);
    opened.run();
    assertEquals("import again", happened.getLast());
  }
}
