package io.liftwerk.installers;

import io.liftwerk.testsupport.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  @Test
  void keepsToTheRules() {
    ArchitectureRules.check("installers");
  }
}
