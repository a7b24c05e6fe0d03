package io.liftwerk.ingest;

import java.nio.file.Path;

/**
 * To begin or end the watching of a folder.
 *
 * @param folder absolute path
 * @param watch whether it is to be watched from now on, or no longer
 */
public record WatchRequest(String folder, boolean watch) {

  public static WatchRequest watch(Path folder) {
    return new WatchRequest(folder.toAbsolutePath().normalize().toString(), true);
  }

  public static WatchRequest unwatch(Path folder) {
    return new WatchRequest(folder.toAbsolutePath().normalize().toString(), false);
  }
}
