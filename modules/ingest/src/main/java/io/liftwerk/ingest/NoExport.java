package io.liftwerk.ingest;

import io.liftwerk.workspace.WorkbenchException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What lies in folders and archives and plainly is no export, told by its name. It is not even
 * looked at, unlike a file that somebody names.
 */
final class NoExport {
  private static final Map<String, String> ENDINGS = new HashMap<>();

  static {
    endings(
        "source code",
        "java|py|pyc|r|js|mjs|ts|tsx|jsx|rb|go|rs|c|h|cc|cpp|hpp|cs|kt|kts|scala|php|pl|lua|swift|sh"
            + "|bash|bat|cmd|ps1|vbs|ipynb|css|scss|less|sql|yml|yaml|toml|ini|cfg|conf|properties"
            + "|gradle|lock");
    endings("a program", "exe|dll|so|dylib|msi|dmg|deb|rpm|apk|jar|class|scr|iso|bin");
    endings(
        "a picture",
        "png|jpg|jpeg|gif|webp|svg|ico|bmp|tif|tiff|heic|heif|avif|psd|ai|eps|raw|indd|sketch|fig");
    endings("a recording", "mp3|mp4|m4a|m4v|mov|avi|mkv|webm|wav|flac|ogg|wmv");
    endings("a typeface", "ttf|otf|woff|woff2|eot");
    endings("a document for readers", "doc|odt|rtf|ppt|pptx|odp|pages|key|epub");
    endings("a message", "eml|msg|mbox");
    endings("a signature", "sig|asc|p7s|pem|crt|cer");
  }

  private NoExport() {}

  private static void endings(String what, String list) {
    for (String ending : list.split("\\|")) {
      ENDINGS.put(ending, what);
    }
  }

  /**
   * Why the file of this name is left out; null when it may be an export.
   *
   * @param path its path inside the folder or archive, {@code /} between its parts
   */
  static @Nullable WorkbenchException file(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    String lower = name.toLowerCase(Locale.ROOT);
    String shown = Refused.printable(name);
    if (isUnfinished(name)) {
      return new WorkbenchException(
          "file-unfinished", shown + " is not complete, or belongs to a program that runs.", "");
    }
    for (String part : path.split("/")) {
      if (isHidden(part)) {
        return hidden(path);
      }
    }
    if (lower.matches("(readme|license|licence|changelog|copying|liesmich)(\\..*)?")) {
      return new WorkbenchException(
          "file-readme", shown + " tells about the files and holds no data.", "");
    }
    String what = ENDINGS.get(lower.substring(lower.lastIndexOf('.') + 1));
    return what == null || lower.indexOf('.') < 0
        ? null
        : new WorkbenchException("not-a-table", shown + " is not a table: it is " + what + ".", "");
  }

  /** Why a folder is not entered; null when it may be. */
  static @Nullable WorkbenchException folder(Path folder) {
    String name = String.valueOf(folder.getFileName());
    if (isHidden(name)) {
      return hidden(name);
    }
    if (isWorkspace(folder)) {
      return new WorkbenchException(
          "folder-is-workspace", Refused.printable(name) + " is a workspace of Liftwerk.", "");
    }
    return null;
  }

  static boolean isWorkspace(Path folder) {
    return String.valueOf(folder.getFileName()).toLowerCase(Locale.ROOT).endsWith(".liftwerk")
        || Files.exists(folder.resolve("workspace.json"))
            && Files.exists(folder.resolve("warehouse.duckdb"));
  }

  /** Downloads under way, and what office programs put beside a file that is open. */
  static boolean isUnfinished(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.startsWith("~$")
        || lower.startsWith(".~lock")
        || lower.matches(".*\\.(part|partial|crdownload|download|opdownload|tmp|temp|swp)");
  }

  private static boolean isHidden(String name) {
    return (name.startsWith(".") && name.length() > 1)
        || name.equals("__MACOSX")
        || name.equalsIgnoreCase("Thumbs.db")
        || name.equalsIgnoreCase("desktop.ini");
  }

  private static WorkbenchException hidden(String path) {
    return new WorkbenchException("file-hidden", Refused.printable(path) + " is hidden.", "");
  }
}
