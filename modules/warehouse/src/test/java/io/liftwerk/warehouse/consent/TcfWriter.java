package io.liftwerk.warehouse.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes TCF strings as the specification says, right or wrong on purpose. */
final class TcfWriter {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private record Restriction(int purpose, int type, int[] vendors) {}

  int version = 2;
  Instant created = day("2024-05-06");
  Instant updated = created;
  int policy = 4;
  boolean serviceSpecific = true;
  int[] purposes = {};
  int[] interests = {};
  int[] vendors = {};
  int[] vendorInterests = {};
  boolean ranges;
  int @Nullable [] disclosed;
  private final List<Restriction> restrictions = new ArrayList<>();

  static Instant day(String day) {
    return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  TcfWriter created(String day) {
    created = day(day);
    updated = created;
    return this;
  }

  TcfWriter policy(int number) {
    policy = number;
    return this;
  }

  TcfWriter purposes(int... numbers) {
    purposes = numbers;
    return this;
  }

  TcfWriter interests(int... numbers) {
    interests = numbers;
    return this;
  }

  TcfWriter vendors(int... numbers) {
    vendors = numbers;
    return this;
  }

  TcfWriter vendorInterests(int... numbers) {
    vendorInterests = numbers;
    return this;
  }

  TcfWriter disclosed(int... numbers) {
    disclosed = numbers;
    return this;
  }

  TcfWriter restrict(int purpose, int type, int... to) {
    restrictions.add(new Restriction(purpose, type, to));
    return this;
  }

  String write() {
    return disclosed == null ? core() : core() + "." + disclosedVendors();
  }

  String core() {
    var bits = new StringBuilder();
    add(bits, version, 6);
    add(bits, created.toEpochMilli() / 100, 36);
    add(bits, updated.toEpochMilli() / 100, 36);
    add(bits, 31, 12);
    add(bits, 1, 12);
    add(bits, 1, 6);
    add(bits, 'D' - 'A', 6);
    add(bits, 'E' - 'A', 6);
    add(bits, 200, 12);
    add(bits, policy, 6);
    add(bits, serviceSpecific ? 1 : 0, 1);
    add(bits, 0, 1);
    add(bits, 0, 12);
    field(bits, purposes, 24);
    field(bits, interests, 24);
    add(bits, 0, 1);
    add(bits, 'D' - 'A', 6);
    add(bits, 'E' - 'A', 6);
    list(bits, vendors, ranges);
    list(bits, vendorInterests, ranges);
    add(bits, restrictions.size(), 12);
    for (Restriction restriction : restrictions) {
      add(bits, restriction.purpose(), 6);
      add(bits, restriction.type(), 2);
      entries(bits, restriction.vendors());
    }
    return base64(bits);
  }

  String disclosedVendors() {
    var bits = new StringBuilder();
    add(bits, 1, 3);
    list(bits, disclosed == null ? new int[0] : disclosed, true);
    return base64(bits);
  }

  private static void list(StringBuilder bits, int[] numbers, boolean ranges) {
    int most = Arrays.stream(numbers).max().orElse(0);
    add(bits, most, 16);
    add(bits, ranges ? 1 : 0, 1);
    if (ranges) {
      entries(bits, numbers);
    } else {
      field(bits, numbers, most);
    }
  }

  private static void entries(StringBuilder bits, int[] numbers) {
    add(bits, numbers.length, 12);
    for (int number : numbers) {
      add(bits, 0, 1);
      add(bits, number, 16);
    }
  }

  private static void field(StringBuilder bits, int[] numbers, int length) {
    int start = bits.length();
    add(bits, 0, length);
    for (int number : numbers) {
      bits.setCharAt(start + number - 1, '1');
    }
  }

  static void add(StringBuilder bits, long value, int length) {
    for (int i = length - 1; i >= 0; i--) {
      bits.append(value >> i & 1);
    }
  }

  static String base64(StringBuilder bits) {
    while (bits.length() % 6 != 0) {
      bits.append('0');
    }
    var text = new StringBuilder();
    for (int i = 0; i < bits.length(); i += 6) {
      text.append(ALPHABET.charAt(Integer.parseInt(bits.substring(i, i + 6), 2)));
    }
    return text.toString();
  }
}
