package io.liftwerk.guardrails.injection;

import io.liftwerk.guardrails.plain.PhraseBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

/** Makes the classifier's weights anew; the command stands in this package's description. */
public final class Retrain {
  static final long SEED = 20_261_126;

  private Retrain() {}

  /**
   * @param args where the weights go; a file of further examples, if any
   */
  public static void main(String[] args) throws IOException {
    var examples = new ArrayList<>(Requests.own());
    if (args.length > 1) {
      examples.addAll(Requests.read(Path.of(args[1])));
    }
    PhraseBook phrases = PhraseBook.of(Injection.class, "orders.txt");
    Files.write(Path.of(args[0]), RequestClassifier.train(examples, phrases, SEED).bytes());
  }
}
