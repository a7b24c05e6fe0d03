package io.liftwerk.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PhoneNumbersTest {
  /** The short way for numbers of three countries must say what the plans of numbers say. */
  @Test
  void theShortWayAgreesWithThePlans() throws NumberParseException {
    Random random = new Random(1865);
    PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
    List<String> openings = List.of("0", "+49", "+43 ", "+41 (0)", "0049", "0043 ", "+49 0", "(0");
    for (int i = 0; i < 4000; i++) {
      String region = List.of("DE", "AT", "CH").get(random.nextInt(3));
      StringBuilder number = new StringBuilder(openings.get(random.nextInt(openings.size())));
      number.append(1 + random.nextInt(9));
      int digits = 6 + random.nextInt(5);
      for (int k = 0; k < digits; k++) {
        number.append(random.nextInt(5) == 0 ? " " : "").append(random.nextInt(10));
      }
      String text = number.toString();
      String expected = plans.format(plans.parse(text, region), PhoneNumberFormat.E164);
      assertEquals(expected, PhoneNumbers.e164(text, region), () -> text + " in " + region);
    }
  }
}
