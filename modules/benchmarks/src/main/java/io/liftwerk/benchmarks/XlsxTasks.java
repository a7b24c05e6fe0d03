package io.liftwerk.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** Reading a workbook with the reader that people use when they care for speed. */
final class XlsxTasks {
  private XlsxTasks() {}

  /** Every cell of the first sheet is looked at, with its format, and nothing is done with it. */
  static Measured peer(Path file) throws IOException {
    double cpu = Usage.cpuSeconds();
    long start = System.nanoTime();
    long rows = -1;
    long cells = 0;
    try (var book = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
        Stream<Row> stream = book.getFirstSheet().openStream()) {
      for (var each = stream.iterator(); each.hasNext(); rows++) {
        Row row = each.next();
        for (int i = 0; i < row.getCellCount(); i++) {
          cells += row.hasCell(i) && row.getCell(i).getValue() != null ? 1 : 0;
        }
      }
    }
    return Measured.of()
        .with("seconds", (System.nanoTime() - start) / 1e9)
        .with("cpuSeconds", Usage.cpuSeconds() - cpu)
        .with("rows", rows)
        .with("cells", cells);
  }
}
