package io.liftwerk.installers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Makes the installer of the system it runs on: {@code Installers ROOT VERSION}. */
public final class Installers {
  private Installers() {}

  /**
   * Makes it, and what lies beside it.
   *
   * @param args the checkout's folder, and the program's version
   */
  public static void main(String[] args) throws IOException {
    make(Path.of(args[0]), args[1], Platform.current());
  }

  private static void make(Path root, String version, Platform platform) throws IOException {
    Path here = root.resolve("installers");
    Path work = here.resolve("target/work");
    Path out = here.resolve("target/installers");
    delete(work);
    delete(out);
    Files.createDirectories(work);
    Files.createDirectories(out);
    Path sources = here.resolve("src/main");
    Path packaged = root.resolve("app/target/liftwerk");
    Path bill = here.resolve("target/sbom.json");

    if (!Files.isRegularFile(bill)) {
      throw new IOException("there is no bill of materials: Maven makes none offline (-o)");
    }
    say("the program, for " + platform);
    // the start script looks for Java in the folder beside the program's
    Path program = work.resolve("app");
    Path runtime = work.resolve("runtime");
    Program.copy(packaged, program, platform);
    Notices.write(Program.jars(program), bill, sources.resolve("legal"), program.resolve("legal"));
    Program.settle(program);
    say("its Java");
    JavaRuntime.link(
        packaged.resolve("lib/javafx"),
        sources.resolve("jpackage/runtime.modules"),
        work,
        runtime,
        platform);
    if (platform.keepsTimes()) {
      say("its start, recorded");
      Rehearsal.run(program);
    }

    say("the package");
    Path icon = Icon.write(work, platform);
    Path made =
        SystemPackage.make(
            sources.resolve("jpackage"),
            program,
            runtime,
            icon,
            version,
            work.resolve("package"),
            platform);
    Path installer =
        out.resolve("liftwerk-" + version + "-" + platform.system() + "." + platform.suffix());
    if (platform.suffix().equals("deb")) {
      new DebPackage(sources.resolve("linux"), work.resolve("deb"), platform)
          .repack(made, installer, version);
    } else {
      Files.move(made, installer);
    }
    Path materials = out.resolve("liftwerk-" + version + "-" + platform.system() + ".cdx.json");
    Files.copy(bill, materials, StandardCopyOption.REPLACE_EXISTING);
    Artefacts.checksums(
        List.of(installer, materials), out.resolve("SHA256SUMS-" + platform.system()));
    say(installer + Artefacts.megabytes(Files.size(installer)));
    say("Java" + Artefacts.weights(runtime, 3));
    say("the program" + Artefacts.weights(program, 8));
    Artefacts.hold(installer, Artefacts.BUDGET);
  }

  private static void say(String what) {
    System.out.println("installer: " + what);
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> below = Files.walk(folder)) {
      for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
