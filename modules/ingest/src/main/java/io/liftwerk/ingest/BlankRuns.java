package io.liftwerk.ingest;

import java.io.IOException;
import java.io.InputStream;

/**
 * Text whose columns are kept apart by runs of blanks, as one whose columns are kept apart by tabs:
 * each run becomes one tab, those at the ends of a line go. Inside quotes nothing changes. Lines
 * stay where they are.
 */
final class BlankRuns extends InputStream {
  private final InputStream in;
  private final byte[] block = new byte[1 << 16];
  private int position;
  private int limit;

  private boolean lineStart = true;
  private boolean run;
  private boolean quoted;

  /** A byte that waits behind the tab of the run before it; -1 for none. */
  private int waiting = -1;

  BlankRuns(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    if (waiting >= 0) {
      int next = waiting;
      waiting = -1;
      return next;
    }
    while (true) {
      int next = raw();
      boolean end = next < 0 || (!quoted && (next == '\n' || next == '\r'));
      if (!end && !quoted && (next == ' ' || next == '\t')) {
        run = true;
        continue;
      }
      boolean apart = run && !lineStart && !end;
      run = false;
      lineStart = end;
      quoted = (next == '"') != quoted;
      if (apart) {
        waiting = next;
        return '\t';
      }
      return next;
    }
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = 0;
    while (count < length) {
      int next = read();
      if (next < 0) {
        return count == 0 && length > 0 ? -1 : count;
      }
      target[offset + count++] = (byte) next;
    }
    return count;
  }

  private int raw() throws IOException {
    if (position == limit) {
      position = 0;
      limit = Math.max(0, in.read(block, 0, block.length));
      if (limit == 0) {
        return -1;
      }
    }
    return block[position++] & 0xFF;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
