package io.liftwerk.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToldTest {
  @ParameterizedTest
  @CsvSource({
    "15.132912, 15.13",
    "0.012345678, 0.01235",
    "0.005, 0.005",
    "-0.00012344, -0.0001234",
    "1518.4, 1518",
    "1234567.8, 1234568",
    "3.999999, 4",
    "0, 0",
    "-0.0, 0"
  })
  void fourDigitsCount(double value, String told) {
    assertEquals(told, Told.figure(value));
  }
}
