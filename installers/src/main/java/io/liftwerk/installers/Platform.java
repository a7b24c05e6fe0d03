package io.liftwerk.installers;

import java.util.Locale;

/** The systems there are installers for, and how libraries of native code name them. */
enum Platform {
  LINUX_X64("linux", "linux_amd64", "linux/x86_64", "linux-x64", "linux-amd64"),
  LINUX_ARM64("linux", "linux_arm64", "linux/aarch64", "linux-aarch64", "linux-aarch64"),
  MAC_ARM64("mac", "macos_arm64", "macos/aarch64", "osx-aarch64", "macos-aarch64"),
  WINDOWS_X64("windows", "windows_amd64", "windows/x86_64", "win-x64", "windows-amd64");

  private final String system;
  private final String duckdb;
  private final String xgboost;
  private final String onnx;
  private final String jmod;

  Platform(String system, String duckdb, String xgboost, String onnx, String jmod) {
    this.system = system;
    this.duckdb = duckdb;
    this.xgboost = xgboost;
    this.onnx = onnx;
    this.jmod = jmod;
  }

  /**
   * The system this runs on.
   *
   * @throws IllegalStateException where there is no installer for it
   */
  static Platform current() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    boolean arm = arch.equals("aarch64") || arch.equals("arm64");
    if (os.startsWith("linux")) {
      return arm ? LINUX_ARM64 : LINUX_X64;
    }
    if (os.startsWith("mac") && arm) {
      return MAC_ARM64;
    }
    if (os.startsWith("windows") && !arm) {
      return WINDOWS_X64;
    }
    throw new IllegalStateException(
        "there is no installer for " + os + " on " + arch + ": DuckDB has no library for it");
  }

  /** The name of its file of options. */
  String system() {
    return system;
  }

  String duckdb() {
    return duckdb;
  }

  String xgboost() {
    return xgboost;
  }

  String onnx() {
    return onnx;
  }

  /** As {@code jmod --target-platform} has it. */
  String jmod() {
    return jmod;
  }

  /** The installer's suffix. */
  String suffix() {
    return switch (this) {
      case LINUX_X64, LINUX_ARM64 -> "deb";
      case MAC_ARM64 -> "dmg";
      case WINDOWS_X64 -> "msi";
    };
  }

  /**
   * Whether an installed file has the time it was made with. A recorded start holds only for such
   * files; elsewhere jpackage gives them another, and Java brings its own classes' archive instead.
   */
  boolean keepsTimes() {
    return system.equals("linux");
  }

  /** The architecture as Debian calls it. */
  String debian() {
    return this == LINUX_ARM64 ? "arm64" : "amd64";
  }

  /** A program of a JDK by its file's name. */
  String program(String name) {
    return this == WINDOWS_X64 ? name + ".exe" : name;
  }

  /** Whether {@code file} is a library of native code. */
  static boolean isLibrary(String file) {
    return file.endsWith(".so") || file.endsWith(".dll") || file.endsWith(".dylib");
  }
}
