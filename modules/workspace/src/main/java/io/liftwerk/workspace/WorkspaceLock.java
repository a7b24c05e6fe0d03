package io.liftwerk.workspace;

import java.nio.file.Path;

/** Says who holds a workspace. */
final class WorkspaceLock implements AutoCloseable {
  private WorkspaceLock() {}

  static WorkspaceLock take(Path folder) {
    return new WorkspaceLock();
  }

  @Override
  public void close() {}
}
