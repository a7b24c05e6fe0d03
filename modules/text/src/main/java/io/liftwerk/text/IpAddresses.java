package io.liftwerk.text;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads and writes IP addresses (RFC 4291, RFC 5952); never asks a name server. */
final class IpAddresses {
  private IpAddresses() {}

  /** The canonical form of what {@code text} holds, with or without port, zone, prefix, or null. */
  static @Nullable String canonical(String text) {
    String bare = text;
    if (bare.startsWith("[")) {
      int close = bare.indexOf(']');
      bare = close < 0 ? bare.substring(1) : bare.substring(1, close);
    }
    bare = until(until(bare, '/'), '%');
    int colon = bare.indexOf(':');
    if (colon < 0 || (colon == bare.lastIndexOf(':') && bare.indexOf('.') > 0)) {
      int[] octets = four(until(bare, ':'));
      return octets == null ? null : dotted(octets);
    }
    int[] groups = eight(bare);
    return groups == null ? null : written(groups);
  }

  private static String until(String text, char end) {
    int at = text.indexOf(end);
    return at < 0 ? text : text.substring(0, at);
  }

  /** The four numbers of an IPv4 address, or null if it is none. */
  static int @Nullable [] four(String text) {
    int[] octets = new int[4];
    int index = 0;
    int digits = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : '.';
      if (c == '.') {
        if (digits == 0 || index == 4 || octets[index] > 255) {
          return null;
        }
        index++;
        digits = 0;
      } else if (c >= '0' && c <= '9' && index < 4) {
        boolean leadingZero = digits > 0 && octets[index] == 0;
        if (leadingZero || digits == 3) {
          return null;
        }
        octets[index] = octets[index] * 10 + c - '0';
        digits++;
      } else {
        return null;
      }
    }
    return index == 4 ? octets : null;
  }

  /** The eight groups of an IPv6 address, or null if it is none. */
  static int @Nullable [] eight(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      int[] all = groups(text);
      return all != null && all.length == 8 ? all : null;
    }
    if (text.indexOf("::", gap + 1) >= 0) {
      return null;
    }
    int[] before = groups(text.substring(0, gap));
    int[] after = groups(text.substring(gap + 2));
    if (before == null || after == null || before.length + after.length > 7) {
      return null;
    }
    int[] all = new int[8];
    System.arraycopy(before, 0, all, 0, before.length);
    System.arraycopy(after, 0, all, 8 - after.length, after.length);
    return all;
  }

  /** Groups between colons; an IPv4 address at the end counts as two. */
  private static int @Nullable [] groups(String text) {
    if (text.isEmpty()) {
      return new int[0];
    }
    String[] parts = text.split(":", -1);
    String last = parts[parts.length - 1];
    int[] octets = last.indexOf('.') < 0 ? null : four(last);
    if (octets == null && last.indexOf('.') >= 0) {
      return null;
    }
    int hex = octets == null ? parts.length : parts.length - 1;
    int[] groups = new int[octets == null ? hex : hex + 2];
    for (int i = 0; i < hex; i++) {
      if (parts[i].isEmpty() || parts[i].length() > 4) {
        return null;
      }
      int group = 0;
      for (int k = 0; k < parts[i].length(); k++) {
        int digit = Character.digit(parts[i].charAt(k), 16);
        if (digit < 0) {
          return null;
        }
        group = group * 16 + digit;
      }
      groups[i] = group;
    }
    if (octets != null) {
      groups[hex] = octets[0] << 8 | octets[1];
      groups[hex + 1] = octets[2] << 8 | octets[3];
    }
    return groups;
  }

  private static String dotted(int[] octets) {
    return octets[0] + "." + octets[1] + "." + octets[2] + "." + octets[3];
  }

  /** RFC 5952: lower case, no leading zeros, the longest run of zeros left out. */
  private static String written(int[] groups) {
    if (isMapped(groups)) {
      return dotted(new int[] {groups[6] >> 8, groups[6] & 255, groups[7] >> 8, groups[7] & 255});
    }
    int longest = 1;
    int gap = -1;
    for (int i = 0; i < 8; i++) {
      int zeros = 0;
      while (i + zeros < 8 && groups[i + zeros] == 0) {
        zeros++;
      }
      if (zeros > longest) {
        longest = zeros;
        gap = i;
      }
      i += Math.max(0, zeros - 1);
    }
    StringBuilder written = new StringBuilder(39);
    for (int i = 0; i < 8; i++) {
      if (i == gap) {
        written.append("::");
        i += longest - 1;
      } else {
        if (!written.isEmpty() && written.charAt(written.length() - 1) != ':') {
          written.append(':');
        }
        written.append(Integer.toHexString(groups[i]));
      }
    }
    return written.toString().toLowerCase(Locale.ROOT);
  }

  private static boolean isMapped(int[] groups) {
    for (int i = 0; i < 5; i++) {
      if (groups[i] != 0) {
        return false;
      }
    }
    return groups[5] == 0xFFFF;
  }
}
