package io.liftwerk.ingest;

/**
 * An entry of a ZIP archive, as its central directory describes it.
 *
 * @param name path inside the archive, {@code /} between its parts
 * @param method how it is packed: 0 stored, 8 deflated, others see APPNOTE.TXT 4.4.5
 * @param locked whether it is encrypted
 * @param special whether it is a link or a device and no file
 * @param crc CRC-32 of its content
 * @param packed bytes in the archive
 * @param size bytes unpacked
 * @param offset where its local header stands in the file
 */
record ZipMember(
    String name,
    int method,
    boolean locked,
    boolean special,
    long crc,
    long packed,
    long size,
    long offset) {

  boolean isFolder() {
    return name.endsWith("/");
  }

  boolean sameContent(ZipMember other) {
    return crc == other.crc && size == other.size;
  }
}
