package io.liftwerk.testsupport;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;

/**
 * The rules every module is held to. Each module's {@code ArchitectureTest} calls {@link
 * #check(String)} with its own package.
 */
public final class ArchitectureRules {

  /** The modules in the order data flows; one may use those before it, never one after it. */
  private static final List<String> ORDER =
      List.of(
          "workspace",
          "text",
          "ingest",
          "warehouse",
          "scoring",
          "experiments",
          "media",
          "keywords",
          "site",
          "catalog",
          "knowledge",
          "guardrails",
          "gateway",
          "briefs",
          "evaluation",
          "report",
          "app",
          "benchmarks");

  private ArchitectureRules() {}

  /**
   * Checks the module {@code name}, whose classes live in {@code io.liftwerk.NAME}.
   *
   * @throws AssertionError naming the broken rule and its reason
   */
  public static void check(String name) {
    // the rules ask for names only; reading the libraries' classes as well would take most of it
    ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    JavaClasses production =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.liftwerk." + name);
    JavaClasses tests =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
            .importPackages("io.liftwerk." + name);
    layers(name, production);
    noCycles(name, production);
    if (!name.equals("app") && !name.equals("benchmarks")) {
      noWindow(production);
    }
    noNetwork(name, production);
    testsAreFound(tests);
  }

  private static void layers(String name, JavaClasses production) {
    List<String> later = ORDER.subList(ORDER.indexOf(name) + 1, ORDER.size());
    if (later.isEmpty()) {
      return;
    }
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            later.stream().map(module -> "io.liftwerk." + module + "..").toArray(String[]::new))
        .because("a module uses those before it in the flow of data, never one after it")
        .check(production);
  }

  private static void noCycles(String name, JavaClasses production) {
    SlicesRuleDefinition.slices()
        .matching("io.liftwerk." + name + ".(*)..")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .because("packages that need each other are one package")
        .check(production);
  }

  private static void noWindow(JavaClasses production) {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javafx..", "com.sun.javafx..", "org.jfree.chart.fx..")
        .because("everything the window does, the command line can do: a library sees no screen")
        .check(production);
  }

  private static void noNetwork(String name, JavaClasses production) {
    if (name.equals("gateway") || name.equals("briefs")) {
      return;
    }
    noClasses()
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "open network connections", ArchitectureRules::opensConnections))
        .because("nothing leaves the laptop but through the gateway or the CMS publisher")
        .check(production);
  }

  private static boolean opensConnections(JavaClass type) {
    String name = type.getFullName();
    return name.startsWith("java.net.http.")
        || name.startsWith("java.rmi.")
        || name.startsWith("com.sun.net.httpserver.")
        || name.startsWith("javax.net.")
        || List.of(
                "java.net.Socket",
                "java.net.ServerSocket",
                "java.net.DatagramSocket",
                "java.net.URLConnection",
                "java.net.HttpURLConnection",
                "java.net.InetAddress",
                "java.nio.channels.SocketChannel",
                "java.nio.channels.ServerSocketChannel",
                "java.nio.channels.DatagramChannel")
            .contains(name);
  }

  private static void testsAreFound(JavaClasses tests) {
    classes()
        .that(DescribedPredicate.describe("hold a test", ArchitectureRules::holdsTest))
        .should()
        .haveSimpleNameEndingWith("Test")
        .allowEmptyShould(true)
        .because("the test runner skips classes of another name without a word")
        .check(tests);
  }

  private static boolean holdsTest(JavaClass type) {
    return type.getMethods().stream().anyMatch(ArchitectureRules::isTest);
  }

  private static boolean isTest(JavaMethod method) {
    return method.getAnnotations().stream()
        .map(annotation -> annotation.getRawType().getName())
        .anyMatch(
            name ->
                name.equals("org.junit.jupiter.api.Test")
                    || name.equals("org.junit.jupiter.api.TestFactory")
                    || name.equals("org.junit.jupiter.api.RepeatedTest")
                    || name.equals("org.junit.jupiter.params.ParameterizedTest"));
  }
}
