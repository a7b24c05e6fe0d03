package io.liftwerk.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What every benchmark has at hand.
 *
 * @param root folder of the checkout
 * @param shared reference data beside the checkout, which may be missing
 * @param program folder of the packaged program
 * @param scratch where generated data lies while it is needed
 * @param child runs a task in a fresh JVM
 */
record Bench(Path root, Path shared, Path program, Scratch scratch, Child child) {

  /** Some measurements that belong together. */
  interface Suite {
    /** Measures, and says what cannot be measured here. */
    void run(Bench bench, Findings findings) throws Exception;
  }

  /** A file of the reference data, where it is there. */
  Optional<Path> reference(String name) {
    return Optional.of(shared.resolve(name)).filter(Files::isReadable);
  }

  /** Tells whoever waits what is going on. */
  void say(String what) {
    System.err.println("bench: " + what);
  }
}
