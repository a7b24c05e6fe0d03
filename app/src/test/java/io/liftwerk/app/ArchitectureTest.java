package io.liftwerk.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.liftwerk.testsupport.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  @Test
  void keepsTheRules() {
    ArchitectureRules.check("app");
  }

  @Test
  void thePlanKnowsNeitherOfItsFaces() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "javafx..", "io.liftwerk.app.window..", "io.liftwerk.app.cli..", "picocli..")
        .because("window and command line show the same plan, and neither makes it")
        .check(
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.liftwerk.app.plan"));
  }
}
