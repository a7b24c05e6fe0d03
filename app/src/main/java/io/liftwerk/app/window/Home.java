package io.liftwerk.app.window;

import java.nio.file.Path;

/** Where this installation keeps what belongs to the user and to no workspace. */
final class Home {
  private Home() {}

  static Path folder() {
    String property = System.getProperty("liftwerk.home");
    if (property != null) {
      return Path.of(property);
    }
    String environment = System.getenv("LIFTWERK_HOME");
    if (environment != null) {
      return Path.of(environment);
    }
    Path user = Path.of(System.getProperty("user.home"));
    String system = System.getProperty("os.name");
    if (system.startsWith("Windows")) {
      String roaming = System.getenv("APPDATA");
      return (roaming == null ? user : Path.of(roaming)).resolve("Liftwerk");
    }
    if (system.startsWith("Mac")) {
      return user.resolve("Library/Application Support/Liftwerk");
    }
    String config = System.getenv("XDG_CONFIG_HOME");
    return (config == null ? user.resolve(".config") : Path.of(config)).resolve("liftwerk");
  }
}
