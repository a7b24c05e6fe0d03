package io.liftwerk.app.cli;

import io.liftwerk.app.Demo;
import java.nio.file.Path;
import java.util.function.BiConsumer;

/** The sample workspace as the welcome page asks for it. */
final class Sample {
  private Sample() {}

  /** Makes it in the folder Liftwerk of the user's home; a free name is chosen. */
  static Path build(BiConsumer<Double, String> progress) {
    Path folder = Path.of(System.getProperty("user.home"), "Liftwerk");
    return Demo.build(folder, job -> progress.accept(job.progress(), job.phrase())).workspace();
  }
}
