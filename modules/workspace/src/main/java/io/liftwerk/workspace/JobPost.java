package io.liftwerk.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A job handed to the process that holds the workspace, by way of its {@link JobInbox}. Who asks
 * looks for the outcome from time to time, and meanwhile tries to open the workspace: whichever
 * succeeds first does the work, see {@link #takeBack}.
 */
public final class JobPost {
  private final Path folder;
  private final String request;
  private final String id = UUID.randomUUID().toString();
  private double progress = -1;
  private String phrase = "";
  private boolean begun;

  private JobPost(Path folder, String request) {
    this.folder = folder;
    this.request = request;
  }

  /**
   * Asks whoever holds the workspace for {@code job}.
   *
   * @param workspace its folder, as a person named it
   */
  public static JobPost of(Path workspace, Job<?> job) {
    var request =
        new JobInbox.Request(
            JobInbox.FORMAT,
            job.name(),
            job.version(),
            Json.mapper().valueToTree(job.parameters()));
    var post =
        new JobPost(Workspace.place(workspace).resolve(JobInbox.FOLDER), Json.write(request));
    post.lay();
    return post;
  }

  private void lay() {
    try {
      Files.createDirectories(folder);
      Durable.replace(file(JobInbox.REQUEST), request);
    } catch (IOException e) {
      // an inbox that was just opened tidies up: the next look lays it again
      return;
    }
  }

  private Path file(String ending) {
    return folder.resolve(id + ending);
  }

  /**
   * Looks how it stands.
   *
   * @return the run, once it is done
   * @throws WorkbenchException what stopped the job
   * @throws CancelledException when it was cancelled where it was done
   */
  public Optional<RunRecord> look() {
    try {
      JobInbox.Result result = Json.read(read(JobInbox.RESULT), JobInbox.Result.class);
      Files.deleteIfExists(file(JobInbox.RESULT));
      return Optional.of(outcome(result));
    } catch (NoSuchFileException e) {
      state();
      return Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static RunRecord outcome(JobInbox.Result result) {
    JobInbox.Problem problem = result.problem();
    RunRecord run = result.run();
    if (problem != null) {
      throw new WorkbenchException(problem.code(), problem.sentence(), problem.hint());
    }
    if (run == null) {
      throw new CancelledException();
    }
    return run;
  }

  private void state() {
    try {
      var state = Json.read(read(JobInbox.STATE), JobInbox.State.class);
      begun |= state.state() != JobHandle.State.QUEUED;
      progress = state.progress();
      phrase = state.phrase();
    } catch (IOException | WorkbenchException e) {
      // not taken in yet; a request that somebody tidied away is laid again
      if (!Files.exists(file(JobInbox.REQUEST))
          && !isTaken()
          && !Files.exists(file(JobInbox.RESULT))) {
        lay();
      }
    }
  }

  private String read(String ending) throws IOException {
    return Files.readString(file(ending));
  }

  /** Whether the process that holds the workspace has taken it in. */
  public boolean isTaken() {
    return Files.exists(file(JobInbox.CLAIMED));
  }

  /** Whether the job runs there already, as far as is known. */
  public boolean hasBegun() {
    return begun;
  }

  /** 0 to 1, negative while it cannot be told. */
  public double progress() {
    return progress;
  }

  /** What is being done, a few words. */
  public String phrase() {
    return phrase;
  }

  /**
   * Takes back what was asked for, now that the workspace is open here.
   *
   * @return the run, when it was done there at the last moment
   */
  public Optional<RunRecord> takeBack() {
    Optional<RunRecord> done = look();
    forget();
    return done;
  }

  /**
   * No longer wants it.
   *
   * @return whether nobody will do it: it had not been taken in
   */
  public boolean withdraw() {
    try {
      if (Files.deleteIfExists(file(JobInbox.REQUEST))) {
        return true;
      }
      if (!isTaken()) {
        return !Files.exists(file(JobInbox.RESULT));
      }
      Files.writeString(file(JobInbox.CANCEL), "");
      return false;
    } catch (IOException e) {
      return false;
    }
  }

  private void forget() {
    for (String ending :
        List.of(JobInbox.REQUEST, JobInbox.CLAIMED, JobInbox.STATE, JobInbox.CANCEL)) {
      try {
        Files.deleteIfExists(file(ending));
      } catch (IOException e) {
        // the next window that opens the workspace removes it
        continue;
      }
    }
  }
}
