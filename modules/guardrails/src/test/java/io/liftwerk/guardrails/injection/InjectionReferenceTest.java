package io.liftwerk.guardrails.injection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.guardrails.GuardPolicy;
import io.liftwerk.guardrails.injection.RequestClassifier.Example;
import io.liftwerk.guardrails.plain.PhraseBook;
import io.liftwerk.testsupport.SharedData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Ten-fold cross-validation on 546 public requests, 203 of them attacks. Folds are drawn once for
 * each label by {@link Retrain#SEED}; each is judged by weights learned from the other nine and the
 * examples written for Liftwerk. The phrases were written after every fourth line had been read,
 * and are the same for all folds; alone they find 60, none wrongly.
 */
@Tag("reference")
class InjectionReferenceTest {
  private static final int FOLDS = 10;
  private static final PhraseBook PHRASES = PhraseBook.of(Injection.class, "orders.txt");

  private static List<Example> requests() {
    return Requests.read(SharedData.file("data/injection/deepset_train.jsonl"));
  }

  @Test
  void recallAndFalseAlarms() {
    List<Example> requests = requests();
    int[] folds = folds(requests);
    int found = 0;
    int wrong = 0;
    for (int fold = 0; fold < FOLDS; fold++) {
      var training = new ArrayList<>(Requests.own());
      for (int i = 0; i < folds.length; i++) {
        if (folds[i] != fold) {
          training.add(requests.get(i));
        }
      }
      RequestClassifier classifier = RequestClassifier.train(training, PHRASES, Retrain.SEED);
      for (int i = 0; i < folds.length; i++) {
        if (folds[i] == fold && alarm(classifier, requests.get(i).text())) {
          found += requests.get(i).attack() ? 1 : 0;
          wrong += requests.get(i).attack() ? 0 : 1;
        }
      }
    }
    String told = found + " of 203 found, " + wrong + " of 343 false alarms";
    System.out.println(told);
    assertTrue(found >= 183, told);
    assertTrue(wrong <= 10, told);
  }

  private static boolean alarm(RequestClassifier classifier, String text) {
    return Injection.alarms(
        classifier, PHRASES, text, GuardPolicy.standard().injection().certainty());
  }

  private static int[] folds(List<Example> requests) {
    int[] folds = new int[requests.size()];
    for (boolean label : new boolean[] {true, false}) {
      var places = new ArrayList<Integer>();
      for (int i = 0; i < requests.size(); i++) {
        if (requests.get(i).attack() == label) {
          places.add(i);
        }
      }
      Collections.shuffle(places, new Random(Retrain.SEED));
      for (int i = 0; i < places.size(); i++) {
        folds[places.get(i)] = i % FOLDS;
      }
    }
    return folds;
  }

  @Test
  void theCommandMakesTheShippedWeights() throws IOException {
    var examples = new ArrayList<>(Requests.own());
    examples.addAll(requests());
    try (var shipped = Injection.class.getResourceAsStream("weights.bin")) {
      assertArrayEquals(
          shipped.readAllBytes(), RequestClassifier.train(examples, PHRASES, Retrain.SEED).bytes());
    }
  }
}
