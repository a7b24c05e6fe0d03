package io.liftwerk.workspace;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.ReadOnlyFileSystemException;
import java.sql.SQLException;
import java.util.Locale;

/** Turns what the runtime, the disk and DuckDB throw into sentences. */
final class Failures {
  private Failures() {}

  /** What stopped the job {@code name}; a sentence of its own where the cause is known. */
  static RuntimeException ofJob(String name, Throwable failure) {
    if (failure instanceof WorkbenchException || failure instanceof CancelledException) {
      return (RuntimeException) failure;
    }
    if (isDiskFull(failure)) {
      return new WorkbenchException(
          "disk-full",
          "The disk is full, so the job '" + name + "' stopped.",
          "Nothing was changed; make room and run it again.",
          failure);
    }
    if (isOutOfMemory(failure)) {
      return new WorkbenchException(
          "out-of-memory",
          "The job '" + name + "' needs more memory than it may use.",
          "Nothing was changed; close other programs, or use fewer rows or columns.",
          failure);
    }
    return new WorkbenchException(
        "internal",
        "The job '" + name + "' stopped: " + firstLine(failure) + ".",
        "Nothing was changed; the details can be copied for a report.",
        failure);
  }

  /** The first line of what {@code failure} says, without a full stop. */
  static String firstLine(Throwable failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank()
        ? failure.getClass().getSimpleName()
        : message.lines().findFirst().orElse("").replaceAll("[.\\s]+$", "");
  }

  /** Why {@code e} happened, in words for the end of a sentence: {@code the disk is full}. */
  static String reason(IOException e) {
    if (isDiskFull(e)) {
      return "the disk is full";
    }
    if (e instanceof AccessDeniedException) {
      return "you may not write there";
    }
    if (e instanceof NoSuchFileException) {
      return "there is no such place";
    }
    if (e instanceof FileSystemException file && file.getReason() != null) {
      return String.valueOf(file.getReason()).toLowerCase(Locale.ROOT);
    }
    return firstLine(e);
  }

  static boolean isDiskFull(Throwable failure) {
    return says(failure, "no space left", "not enough space", "disk quota exceeded", "disk full");
  }

  static boolean isOutOfMemory(Throwable failure) {
    if (isDiskFull(failure)) {
      return false;
    }
    for (Throwable e = failure; e != null; e = e.getCause()) {
      if (e instanceof OutOfMemoryError) {
        return true;
      }
    }
    return failure instanceof SQLException && says(failure, "out of memory");
  }

  static boolean isReadOnly(Throwable failure) {
    return failure instanceof AccessDeniedException
        || failure instanceof ReadOnlyFileSystemException
        || says(failure, "read-only file system", "permission denied", "access is denied");
  }

  static boolean isLocked(Throwable failure) {
    return says(failure, "could not set lock", "conflicting lock", "being used by another process");
  }

  private static boolean says(Throwable failure, String... phrases) {
    for (Throwable e = failure; e != null; e = e.getCause()) {
      String message = e.getMessage();
      if (message != null) {
        String lower = message.toLowerCase(Locale.ROOT);
        for (String phrase : phrases) {
          if (lower.contains(phrase)) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
