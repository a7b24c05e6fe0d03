package io.liftwerk.text.identifiers;

import io.liftwerk.text.IdentifierKind;
import java.util.ArrayList;
import java.util.List;

/**
 * What follows a street: postcode, town, state, country, in the order of many countries.
 *
 * @param end index of the word behind it
 * @param places first and last word of each place
 * @param codes the words that are postcodes
 * @param country whether one of the places is a country
 * @param sameLine whether no line ends before or within it
 */
record Town(int end, List<int[]> places, List<Integer> codes, boolean country, boolean sameLine) {
  private static final int MOST = 3;

  /** What follows the word before {@code i}, line by line if each line stands by itself. */
  static Town behind(Scan scan, int i, boolean lines) {
    List<int[]> places = new ArrayList<>(2);
    List<Integer> codes = new ArrayList<>(1);
    boolean country = false;
    int next = i;
    boolean same = true;
    while (next < scan.count() && places.size() <= MOST && Addresses.isNear(scan, next - 1)) {
      boolean breaks = scan.gap(next - 1).indexOf('\n') >= 0;
      int words = words(scan, next);
      boolean code = isCode(scan, next) && codes.isEmpty();
      if (!code && words == next) {
        break;
      }
      same &= !breaks;
      if (code) {
        codes.add(next);
        next++;
      } else {
        country |= isCountry(scan, next, words);
        places.add(new int[] {next, words});
        next = words;
      }
    }
    return new Town(next, places, codes, country, same);
  }

  boolean isComplete() {
    return country || (!codes.isEmpty() && !places.isEmpty());
  }

  void add(Scan scan, Candidates found) {
    for (int[] place : places) {
      Places.add(scan, place[0], place[1], 0.72, found);
    }
    for (int code : codes) {
      found.add(
          IdentifierKind.POSTCODE,
          scan.start(code),
          scan.end(code),
          scan.word(code, code + 1),
          0.7);
    }
  }

  private static boolean isCode(Scan scan, int i) {
    int length = scan.length(i);
    return scan.isDigits(i) && length >= 4 && length <= 6 && scan.before(i) != '-';
  }

  private static boolean isCountry(Scan scan, int from, int to) {
    for (int i = from; i < to; i++) {
      if (scan.is(i, Lexicon.COUNTRY) || scan.phrase(i, Lexicon.COUNTRY) > 0) {
        return true;
      }
    }
    return false;
  }

  /** Where the words of a town's name from {@code i} on end, {@code i} if there are none. */
  private static int words(Scan scan, int i) {
    int end = i;
    int no = Lexicon.ENGLISH | Lexicon.GERMAN | Lexicon.TITLE | Lexicon.GREET | Lexicon.UNIT;
    while (end < scan.count() && end - i < 5 && !scan.hasDigit(end)) {
      boolean inner = end > i && NameRun.isParticle(scan, end);
      boolean apart = end > i && !scan.isDotted(end - 1);
      if (apart || (!scan.isCapital(end) && !inner) || (scan.is(end, no) && !inner)) {
        break;
      }
      end++;
    }
    while (end > i && !scan.isCapital(end - 1)) {
      end--;
    }
    boolean sentence = scan.is(i, Lexicon.COMMON) && end - i == 1 && !scan.is(i, Lexicon.PLACE);
    return sentence ? i : end;
  }
}
