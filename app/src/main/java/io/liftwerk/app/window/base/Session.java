package io.liftwerk.app.window.base;

import io.liftwerk.workspace.JobRunner;
import io.liftwerk.workspace.Workspace;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One open workspace with its jobs: they run one after the other. */
public final class Session implements AutoCloseable {
  private final Workspace workspace;
  private final Engine engine;
  private final Background background;
  private final ExecutorService queue;
  private final Jobs jobs;

  public Session(Workspace workspace, Engine engine, Background background) {
    this.workspace = workspace;
    this.engine = engine;
    this.background = background.explaining(workspace::explained);
    this.queue =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon(true).name("liftwerk-jobs").factory());
    this.jobs = new Jobs(new JobRunner(workspace, queue), this.background);
  }

  public Workspace workspace() {
    return workspace;
  }

  public Engine engine() {
    return engine;
  }

  /** Work beside the screen that says so when it fails because the whole workspace is gone. */
  public Background background() {
    return background;
  }

  public Jobs jobs() {
    return jobs;
  }

  /** Waits for the job under way, which should have been cancelled, and closes the workspace. */
  @Override
  public void close() {
    queue.close();
    workspace.close();
  }
}
