package io.liftwerk.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The beginning of a text in a form where ASCII stands for itself, without BOM.
 *
 * @param bytes UTF-8, or an encoding that leaves ASCII in place
 * @param length how many of them count
 */
record TextHead(byte[] bytes, int length) {

  /** Whether nothing but blanks, line breaks and zero bytes stands in it. */
  boolean isBlank() {
    for (int i = 0; i < length; i++) {
      if (bytes[i] < 0 || bytes[i] > ' ') {
        return false;
      }
    }
    return true;
  }

  static TextHead of(byte[] head, TextEncoding encoding, boolean whole) {
    int bom = encoding.bomBytes();
    if (encoding.isUtf16()) {
      int even = whole ? head.length : head.length & ~1;
      byte[] text =
          new String(head, bom, Math.max(0, even - bom), encoding.utf16())
              .getBytes(StandardCharsets.UTF_8);
      return new TextHead(text, text.length);
    }
    byte[] text = bom == 0 ? head : Arrays.copyOfRange(head, bom, head.length);
    return new TextHead(text, text.length);
  }
}
