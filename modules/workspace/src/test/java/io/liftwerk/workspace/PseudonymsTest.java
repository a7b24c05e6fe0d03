package io.liftwerk.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import io.liftwerk.testsupport.SharedData;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HexFormat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PseudonymsTest {
  private static final byte[] KEY =
      HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
  private final Pseudonyms pseudonyms = new Pseudonyms(KEY);

  @Test
  void anAddressBecomesTheFirst128BitsOfItsHmacInBase32() {
    byte[] mac = Pseudonyms.hmac(KEY, "EMAIL\0anna@post.example".getBytes(StandardCharsets.UTF_8));
    var bits = new StringBuilder();
    for (int i = 0; i < 16; i++) {
      bits.append(String.format("%8s", Integer.toBinaryString(mac[i] & 255)).replace(' ', '0'));
    }
    bits.append("00");
    var expected = new StringBuilder("em_");
    for (int i = 0; i < 130; i += 5) {
      int digit = Integer.parseInt(bits.substring(i, i + 5), 2);
      expected.append("abcdefghijklmnopqrstuvwxyz234567".charAt(digit));
    }
    assertEquals(expected.toString(), pseudonyms.of(Identifier.EMAIL, "anna@post.example"));
    assertEquals(Pseudonyms.LENGTH, expected.length());
    assertTrue(Pseudonyms.is(expected.toString()));
    assertFalse(Pseudonyms.is("em_" + "1".repeat(26)));
  }

  @Test
  void theSameTextOfAnotherKindOrAnotherKeyHasAnotherPseudonym() {
    String email = pseudonyms.of(Identifier.EMAIL, "anna");
    String name = pseudonyms.of(Identifier.NAME, "anna");
    assertNotEquals(email.substring(3), name.substring(3));
    assertNotEquals(email, new Pseudonyms(new byte[32]).of(Identifier.EMAIL, "anna"));
  }

  @Test
  @Tag("reference")
  void hmacGivesThePublishedValues() throws Exception {
    JsonNode cases =
        Json.mapper()
            .reader()
            .with(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .readTree(Files.readString(SharedData.file("reference/data_platform.json")))
            .at("/groups/hmac_fpe_vectors/cases");
    int checked = 0;
    for (JsonNode one : cases) {
      if (!one.path("alg").asText().equals("HmacSHA256")) {
        continue;
      }
      byte[] key =
          one.has("key_hex")
              ? HexFormat.of().parseHex(one.path("key_hex").asText())
              : one.path("key").asText().getBytes(StandardCharsets.UTF_8);
      byte[] mac = Pseudonyms.hmac(key, one.path("msg").asText().getBytes(StandardCharsets.UTF_8));
      assertEquals(one.path("mac").asText(), Hashes.hex(mac));
      checked++;
    }
    assertEquals(2, checked);
  }
}
