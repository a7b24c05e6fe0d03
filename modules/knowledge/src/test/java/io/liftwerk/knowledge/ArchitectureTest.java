package io.liftwerk.knowledge;

import io.liftwerk.testsupport.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  @Test
  void keepsTheRules() {
    ArchitectureRules.check("knowledge");
  }
}
