package io.liftwerk.scoring.features;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitTest {
  private static Dataset data(int rows) {
    var outcome = new byte[rows];
    for (int i = 0; i < rows; i++) {
      outcome[i] = i % 10 == 0 ? Dataset.OPEN : (byte) (i % 7 == 0 ? 1 : 0);
    }
    return new Dataset(rows, List.of(), outcome);
  }

  @Test
  void partsAreStratifiedAndComplete() {
    Dataset data = data(10_000);
    Split split = Split.seeded(data, 3);
    int[] all =
        IntStream.concat(Arrays.stream(split.train()), Arrays.stream(split.test()))
            .sorted()
            .toArray();
    assertArrayEquals(data.labelled(), all);
    assertEquals(0.7, split.train().length / (double) all.length, 0.001);
    assertEquals(0.7, data.positives(split.train()) / (double) data.positives(all), 0.001);
  }

  @Test
  void theSeedDecides() {
    Dataset data = data(1_000);
    assertArrayEquals(Split.seeded(data, 3).test(), Split.seeded(data, 3).test());
    assertFalse(Arrays.equals(Split.seeded(data, 3).test(), Split.seeded(data, 4).test()));
  }

  @Test
  void foldsShareYesAndNoEvenly() {
    Dataset data = data(1_003);
    boolean[] yes = data.outcomes(data.labelled());
    int[] fold = Split.folds(yes, 5, 1);
    for (int f = 0; f < 5; f++) {
      int in = 0;
      int positives = 0;
      for (int i = 0; i < fold.length; i++) {
        in += fold[i] == f ? 1 : 0;
        positives += fold[i] == f && yes[i] ? 1 : 0;
      }
      assertEquals(fold.length / 5.0, in, 2);
      assertEquals(data.positives(data.labelled()) / 5.0, positives, 1);
    }
  }

  @Test
  void aSampleKeepsTheShareOfYes() {
    Dataset data = data(10_000);
    int[] sample = Split.sample(data, data.labelled(), 500, 1);
    assertEquals(500, sample.length, 1);
    assertEquals(
        data.positives(data.labelled()) / (double) data.labelled().length,
        data.positives(sample) / (double) sample.length,
        0.003);
    assertTrue(
        IntStream.range(1, sample.length).allMatch(i -> sample[i] > sample[i - 1]), "ascending");
  }
}
