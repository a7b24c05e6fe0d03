package io.liftwerk.app.window.base;

import io.liftwerk.workspace.CancelledException;
import io.liftwerk.workspace.WorkbenchException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where work waits that has met a locked vault: the passphrase is asked for once, then all of it
 * goes on, or none. Used on the screen's thread.
 */
public final class VaultDoor {

  /** Asks a person for the passphrase. */
  @FunctionalInterface
  public interface Asking {

    /**
     * @param wrong whether one was given before that does not open the vault
     * @param opened called once the vault is open
     * @param refused called when nobody gives the passphrase
     */
    void ask(boolean wrong, Runnable opened, Runnable refused);
  }

  private record Waiting(Runnable again, Consumer<Throwable> otherwise) {}

  private final List<Waiting> waiting = new ArrayList<>();
  private @Nullable Asking asking;

  /** Who asks from now on; what waits already is asked for again. */
  public void asking(Asking who) {
    asking = who;
    if (!waiting.isEmpty()) {
      who.ask(false, this::opened, this::refused);
    }
  }

  /** Whether work failed for want of the right passphrase. */
  public static boolean isLocked(Throwable failure) {
    return failure instanceof WorkbenchException known
        && (known.code().equals("vault-locked") || isWrong(failure));
  }

  /** Whether the passphrase that was given does not open the vault. */
  public static boolean isWrong(Throwable failure) {
    return failure instanceof WorkbenchException known && known.code().equals("vault-passphrase");
  }

  /**
   * Takes in work that failed.
   *
   * @param again does the work anew; called when the vault is open
   * @param otherwise told of any other failure, and that the work is given up when the passphrase
   *     is refused
   */
  public void meet(Throwable failure, Runnable again, Consumer<Throwable> otherwise) {
    Asking who = asking;
    if (who == null || !isLocked(failure)) {
      otherwise.accept(failure);
      return;
    }
    waiting.add(new Waiting(again, otherwise));
    if (waiting.size() == 1) {
      who.ask(isWrong(failure), this::opened, this::refused);
    }
  }

  private List<Waiting> leave() {
    List<Waiting> all = List.copyOf(waiting);
    waiting.clear();
    return all;
  }

  private void opened() {
    leave().forEach(one -> one.again().run());
  }

  private void refused() {
    leave().forEach(one -> one.otherwise().accept(new CancelledException()));
  }
}
