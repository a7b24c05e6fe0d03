package io.liftwerk.benchmarks;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/**
 * Makes Linux forget the cached pages of files, which an ordinary user may do for files of their
 * own ({@code posix_fadvise} with {@code POSIX_FADV_DONTNEED}). Pages that a running process has
 * mapped stay: the JDK that runs this stays warm.
 */
final class PageCache {
  private static final int READ_ONLY = 0;
  private static final int DONT_NEED = 4;

  private PageCache() {}

  static boolean canForget() {
    return System.getProperty("os.name").equals("Linux");
  }

  /** Writes every file below {@code tree} out to the disk and drops its pages. */
  static void forget(Path tree) throws IOException {
    try (Stream<Path> files = Files.walk(tree)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          channel.force(true);
        }
        drop(file);
      }
    }
  }

  private static void drop(Path file) throws IOException {
    Linker linker = Linker.nativeLinker();
    var libc = linker.defaultLookup();
    var integer = ValueLayout.JAVA_INT;
    MethodHandle open =
        linker.downcallHandle(
            libc.findOrThrow("open"),
            FunctionDescriptor.of(integer, ValueLayout.ADDRESS, integer),
            Linker.Option.firstVariadicArg(2));
    MethodHandle advise =
        linker.downcallHandle(
            libc.findOrThrow("posix_fadvise"),
            FunctionDescriptor.of(
                integer, integer, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, integer));
    MethodHandle close =
        linker.downcallHandle(libc.findOrThrow("close"), FunctionDescriptor.of(integer, integer));
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment path = arena.allocateFrom(file.toAbsolutePath().toString());
      int descriptor = (int) open.invokeExact(path, READ_ONLY);
      if (descriptor < 0) {
        throw new IOException("cannot open " + file);
      }
      int failure = (int) advise.invokeExact(descriptor, 0L, 0L, DONT_NEED);
      int closed = (int) close.invokeExact(descriptor);
      if (failure != 0 || closed != 0) {
        throw new IOException("cannot drop the cached pages of " + file);
      }
    } catch (IOException e) {
      throw e;
    } catch (Throwable e) {
      throw new IOException("cannot drop the cached pages of " + file, e);
    }
  }
}
