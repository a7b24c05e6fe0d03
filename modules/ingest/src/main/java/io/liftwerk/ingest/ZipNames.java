package io.liftwerk.ingest;

import java.lang.Character.UnicodeScript;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The names of an archive's members: how their bytes read, and whether they stay inside. */
final class ZipNames {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /** Bytes 0x80 to 0xFF of code page 437, the archives' first character set. */
  private static final String CP437 =
      "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀"
          + "αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0";

  private ZipNames() {}

  /**
   * UTF-8 when the bytes are that, whatever the archive says about itself. Else the one of the two
   * old character sets in which more of the name is Latin letters: {@code März.csv} with an 0x84
   * was packed under code page 437, with an 0xE4 under Windows-1252.
   */
  static String decode(byte[] bytes) {
    String text;
    if (TextEncoding.isUtf8(bytes, 0, bytes.length)) {
      text = new String(bytes, StandardCharsets.UTF_8);
    } else {
      String dos = cp437(bytes);
      String windows = new String(bytes, WINDOWS);
      text = letters(windows) > letters(dos) ? windows : dos;
    }
    return text.replace('\\', '/');
  }

  private static String cp437(byte[] bytes) {
    var text = new StringBuilder(bytes.length);
    for (byte b : bytes) {
      text.append(b >= 0 ? (char) b : CP437.charAt(b & 0x7F));
    }
    return text.toString();
  }

  private static long letters(String text) {
    return text.chars()
        .filter(c -> Character.isLetter(c) && UnicodeScript.of(c) == UnicodeScript.LATIN)
        .count();
  }

  /** Whether a member of this name would lie inside the folder it is unpacked into. */
  static boolean staysInside(String name) {
    if (name.isEmpty() || name.startsWith("/") || name.matches("(?s)[A-Za-z]:.*")) {
      return false;
    }
    for (String part : name.split("/", -1)) {
      if (part.equals("..")) {
        return false;
      }
    }
    return name.chars().noneMatch(c -> c < ' ');
  }
}
