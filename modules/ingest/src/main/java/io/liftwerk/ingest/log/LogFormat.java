package io.liftwerk.ingest.log;

import java.util.function.Supplier;

/** A format that was recognised, ready to read the text it was found in. */
public final class LogFormat {
  private final LogMatch match;
  private final Supplier<LineReader> readers;

  LogFormat(LogMatch match, Supplier<LineReader> readers) {
    this.match = match;
    this.readers = readers;
  }

  public LogMatch match() {
    return match;
  }

  /** A reader that has seen no line yet. */
  public LineReader reader() {
    return readers.get();
  }
}
