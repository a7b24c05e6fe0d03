package io.liftwerk.installers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class IconTest {
  @Test
  void theMarkIsWhiteOnTheAccentAndClearOutside() {
    BufferedImage image = Icon.image(256);
    assertEquals(0, image.getRGB(1, 1) >>> 24, "clear in the corner");
    assertEquals(0xff0072b2, image.getRGB(210, 200), "the ground");
    assertEquals(0xffffffff, image.getRGB(58, 198), "where the curve begins");
  }

  @Test
  void windowsContainerHoldsReadablePictures() throws IOException {
    ByteBuffer ico = ByteBuffer.wrap(Icon.ico()).order(ByteOrder.LITTLE_ENDIAN);
    int count = ico.getShort(4);
    assertTrue(count > 3);
    for (int i = 0; i < count; i++) {
      int entry = 6 + 16 * i;
      int side = ico.get(entry) == 0 ? 256 : ico.get(entry);
      var picture =
          ImageIO.read(
              new ByteArrayInputStream(ico.array(), ico.getInt(entry + 12), ico.getInt(entry + 8)));
      assertEquals(side, picture.getWidth());
    }
  }

  @Test
  void macContainerHoldsReadablePictures() throws IOException {
    ByteBuffer icns = ByteBuffer.wrap(Icon.icns());
    assertEquals(icns.capacity(), icns.getInt(4));
    int place = 8;
    int side = 0;
    while (place < icns.capacity()) {
      int length = icns.getInt(place + 4);
      side = ImageIO.read(new ByteArrayInputStream(icns.array(), place + 8, length - 8)).getWidth();
      place += length;
    }
    assertEquals(1024, side);
  }
}
