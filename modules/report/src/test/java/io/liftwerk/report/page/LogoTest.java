package io.liftwerk.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.workspace.WorkbenchException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogoTest {
  private static final String SVG = "<svg xmlns='http://www.w3.org/2000/svg'";

  @TempDir private Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg"})
  void pixelsAreWrittenAnewAndNoLargerThanShown(String kind) throws IOException {
    Path file = folder.resolve("logo." + kind);
    ImageIO.write(new BufferedImage(2000, 500, BufferedImage.TYPE_INT_RGB), kind, file.toFile());
    Logo logo = Logo.read(file);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(logo.bytes()));
    assertEquals("image/png", logo.type());
    assertEquals(800, image.getWidth());
    assertEquals(200, image.getHeight());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<rect onclick='alert(1)' width='1' height='1'/>",
        "<image href='https://evil.example/x.png' width='9' height='9'/>",
        "<use href='https://evil.example/x.svg#a'/>",
        "<a href='https://evil.example/'><rect width='1' height='1'/></a>",
        "<style>@import url(https://evil.example/x.css);</style>",
        "<rect style='fill:url(https://evil.example/x#y)' width='1' height='1'/>",
        "<rect fill='url( \"//evil.example/x#y\")' width='1' height='1'/>",
        "<foreignObject><body"
            + " xmlns='http://www.w3.org/1999/xhtml'>evil.example</body></foreignObject>",
        "<animate attributeName='href' values='https://evil.example/'/>",
        "<g xml:base='https://evil.example/'><rect width='1' height='1'/></g>",
      })
  void aDrawingKeepsOnlyWhatDraws(String inside) throws IOException {
    Path file =
        file("logo.svg", SVG + " viewBox='0 0 20 10'>" + inside + "<path d='M0 0L9 9'/></svg>");
    Logo logo = Logo.read(file);
    String svg = new String(logo.bytes(), StandardCharsets.UTF_8);
    assertTrue(logo.isDrawing());
    assertTrue(svg.contains("M0 0L9 9"), svg);
    assertTrue(svg.contains("width=\"20\""), svg);
    assertFalse(svg.contains("evil") || svg.contains("alert") || svg.contains("@import"), svg);
  }

  @Test
  void gradientsOfTheDrawingItselfStay() throws IOException {
    Path file =
        file(
            "logo.svg",
            SVG
                + "><defs><linearGradient id='g'><stop offset='0' stop-color='#00f'/>"
                + "</linearGradient></defs><rect fill='url(#g)' width='9' height='9'/></svg>");
    assertTrue(new String(Logo.read(file).bytes(), StandardCharsets.UTF_8).contains("url(#g)"));
  }

  @Test
  void entitiesOfOtherFilesAreNotRead() throws IOException {
    Path secret = file("secret.txt", "the secret");
    Path file =
        file(
            "logo.svg",
            "<!DOCTYPE svg [<!ENTITY x SYSTEM '"
                + secret.toUri()
                + "'>]>"
                + SVG
                + "><text>&x;</text></svg>");
    try {
      String svg = new String(Logo.read(file).bytes(), StandardCharsets.UTF_8);
      assertFalse(svg.contains("secret"), svg);
    } catch (WorkbenchException refused) {
      assertEquals("logo-no-picture", refused.code());
    }
  }

  @Test
  void whatIsNoLogoIsRefusedInASentence() throws IOException {
    assertEquals("logo-no-picture", code(file("a.png", "no picture at all")));
    assertEquals("logo-no-picture", code(file("b.svg", "<html><body/></html>")));
    assertEquals("logo-missing", code(folder.resolve("nowhere.png")));
    assertEquals("logo-missing", code(folder));
    Path broken = folder.resolve("c.png");
    Files.write(broken, new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 1});
    assertEquals("logo-no-picture", code(broken));
    Path large = folder.resolve("large.png");
    try (var file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(50_000_000);
    }
    assertEquals("logo-too-large", code(large));
  }

  private static String code(Path file) {
    return assertThrows(WorkbenchException.class, () -> Logo.read(file)).code();
  }
}
