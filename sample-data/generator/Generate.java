import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Writes the sample data: {@code java sample-data/generator/Generate.java [FOLDER [SEED]]}. Without
 * a folder it writes beside itself, where the files are kept; the same seed gives the same bytes.
 */
final class Generate {
  private static final long SEED = 1865;

  private Generate() {}

  /** Every export: file name, and what makes its bytes from the world. */
  private static Map<String, Function<World, byte[]>> exports() {
    var exports = new LinkedHashMap<String, Function<World, byte[]>>();
    exports.put("crm_leads.csv", CrmLeads::write);
    return exports;
  }

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments.length > 0 ? arguments[0] : "sample-data");
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : SEED;
    if (arguments.length == 0 && !Files.isDirectory(folder.resolve("generator"))) {
      System.err.println("Run this in the folder that holds sample-data, or name a folder.");
      System.exit(2);
    }
    Files.createDirectories(folder);
    World world = World.of(seed);
    for (var export : exports().entrySet()) {
      Files.write(folder.resolve(export.getKey()), export.getValue().apply(world));
    }
  }
}
