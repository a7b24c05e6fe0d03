package io.liftwerk.installers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** jpackage, with the options that lie in {@code src/main/jpackage}. */
final class SystemPackage {
  private SystemPackage() {}

  /**
   * Makes the system's package.
   *
   * @param options folder of the files of options
   * @param program what is installed
   * @param runtime the Java it runs on
   * @param icon the icon in the system's form
   * @param version of the program
   * @param to folder of the package, which has nothing of that suffix yet
   * @return the package
   */
  static Path make(
      Path options,
      Path program,
      Path runtime,
      Path icon,
      String version,
      Path to,
      Platform platform)
      throws IOException {
    Files.createDirectories(to);
    var command = new ArrayList<String>();
    command.add(Tool.jdk(platform, "jpackage"));
    command.add("@" + options.resolve("common.options"));
    command.add("@" + options.resolve(platform.system() + ".options"));
    command.addAll(List.of("--app-version", packageVersion(version, platform)));
    command.addAll(List.of("--input", program.toString()));
    command.addAll(List.of("--runtime-image", runtime.toString()));
    command.addAll(List.of("--icon", icon.toString()));
    command.addAll(List.of("--dest", to.toString()));
    if (!platform.system().equals("linux")) {
      command.add("--file-associations");
      command.add(options.resolve("workspace.association").toString());
    }
    // on Debian it is packed again with what belongs elsewhere: packing it well now is time lost
    Tool.run(command, Map.of("DPKG_DEB_COMPRESSOR_TYPE", "none"));
    try (Stream<Path> made = Files.list(to)) {
      return made.filter(file -> file.toString().endsWith("." + platform.suffix()))
          .findFirst()
          .orElseThrow(() -> new IOException("jpackage left no ." + platform.suffix()));
    }
  }

  /** macOS takes no version that begins with 0. */
  static String packageVersion(String version, Platform platform) {
    String plain = version.replaceFirst("-.*", "");
    return platform == Platform.MAC_ARM64 && plain.startsWith("0.")
        ? "1" + plain.substring(1)
        : plain;
  }
}
