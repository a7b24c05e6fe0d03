package io.liftwerk.installers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Debian's package, packed again with what belongs into the system's own folders: the command on
 * the path, the entry in the menu, the kind of file, the icon. They are files of the package like
 * all others, so that its removal takes them along; no script runs when it is installed or removed,
 * and the system's own triggers bring its caches up to date.
 */
final class DebPackage {
  private static final String INSTALLED = "/opt/liftwerk/lib/app";
  private static final String COMMAND = INSTALLED + "/bin/liftwerk";

  private final Path sources;
  private final Path root;
  private final Platform platform;

  /**
   * @param sources folder of the files that are added
   * @param root where the package is laid out; nothing is there yet
   */
  DebPackage(Path sources, Path root, Platform platform) {
    this.sources = sources;
    this.root = root;
    this.platform = platform;
  }

  /** Packs {@code jpackage}'s package again as {@code to}. */
  void repack(Path made, Path to, String version) throws IOException {
    Tool.run(List.of("dpkg-deb", "--raw-extract", made.toString(), root.toString()));
    add("usr/share/applications/liftwerk.desktop", text("liftwerk.desktop"));
    add("usr/share/mime/packages/liftwerk.xml", text("liftwerk.xml"));
    add("usr/share/doc/liftwerk/copyright", text("copyright"));
    add(
        "usr/share/icons/hicolor/scalable/apps/liftwerk.svg",
        Icon.svg().getBytes(StandardCharsets.UTF_8));
    for (int size : new int[] {16, 32, 48, 128, 256}) {
      add("usr/share/icons/hicolor/" + size + "x" + size + "/apps/liftwerk.png", Icon.png(size));
    }
    Path command = root.resolve("usr/bin/liftwerk");
    Files.createDirectories(root.resolve("usr/bin"));
    Files.createSymbolicLink(command, Path.of(COMMAND));
    launcher();
    // jpackage gave the files new times, and the recorded start holds for the old ones
    Program.settle(root.resolve(INSTALLED.substring(1)));
    control(version);
    setModes();
    Tool.run(
        List.of(
            "dpkg-deb",
            "--root-owner-group",
            "-Zxz",
            "-z3",
            "--build",
            root.toString(),
            to.toString()));
  }

  /**
   * The window's launcher names one jar, which names all others, as the start script does; and the
   * entry of the menu that jpackage lays beside it goes, since nothing puts it into the menu.
   */
  private void launcher() throws IOException {
    Path settings = root.resolve(INSTALLED.substring(1)).resolve("Liftwerk.cfg");
    String jar = "app.classpath=$APPDIR/lib/";
    List<String> lines =
        Files.readAllLines(settings).stream()
            .filter(line -> !line.startsWith(jar) || line.equals(jar + "liftwerk.jar"))
            .toList();
    Files.write(settings, lines);
    Files.deleteIfExists(root.resolve("opt/liftwerk/lib/liftwerk-Liftwerk.desktop"));
  }

  private byte[] text(String name) throws IOException {
    return Files.readAllBytes(sources.resolve(name));
  }

  private void add(String place, byte[] bytes) throws IOException {
    Path file = root.resolve(place);
    Path folder = file.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.write(file, bytes);
  }

  /** The description of the package, and the sums of its files; jpackage's scripts go. */
  private void control(String version) throws IOException {
    Path debian = root.resolve("DEBIAN");
    try (Stream<Path> scripts = Files.list(debian)) {
      for (Path script : scripts.toList()) {
        Files.delete(script);
      }
    }
    long bytes = 0;
    var sums = new ArrayList<String>();
    for (Path file : files()) {
      bytes += Files.size(file);
      // dpkg's sums are MD5: they find damage, not malice
      sums.add(Artefacts.hash("MD5", file) + "  " + root.relativize(file));
    }
    String control =
        Files.readString(sources.resolve("control"))
            .replace("${version}", version)
            .replace("${architecture}", platform.debian())
            .replace("${kilobytes}", String.valueOf(bytes / 1024));
    Files.writeString(debian.resolve("control"), control);
    Files.writeString(debian.resolve("md5sums"), String.join("\n", sums) + "\n");
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(file -> Files.isRegularFile(file) && !Files.isSymbolicLink(file))
          .filter(file -> !file.startsWith(root.resolve("DEBIAN")))
          .sorted()
          .toList();
    }
  }

  /** What is a program stays one, the rest is readable by all, whatever the builder's umask. */
  private void setModes() throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(one -> !Files.isSymbolicLink(one)).toList()) {
        boolean program = Files.isDirectory(file) || Files.isExecutable(file);
        Files.setPosixFilePermissions(
            file, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
      }
    }
  }
}
