package io.liftwerk.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftwerk.workspace.WorkbenchException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;

class FigureExportTest {
  private final List<Figure> figures = new LeadFigures(LeadResults.sample(), Locale.GERMANY).all();
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(ChartTheme.class)
  void pngHasThePixelsAskedForAndIsNotBlank(ChartTheme theme) throws Exception {
    for (Figure figure : figures) {
      Path file = folder.resolve(figure.name() + ".png");
      FigureExport.write(figure, FigureExport.Kind.PNG, theme, 560, 300, 2, file);
      BufferedImage image = ImageIO.read(file.toFile());
      assertEquals(1120, image.getWidth());
      assertEquals(600, image.getHeight());
      assertEquals(theme.background().getRGB(), image.getRGB(2, 2));
      var colours = new HashSet<Integer>();
      for (int x = 0; x < 1120; x += 2) {
        for (int y = 0; y < 600; y += 2) {
          colours.add(image.getRGB(x, y));
        }
      }
      assertTrue(colours.contains(theme.of(Layer.Tone.FIRST).getRGB()), figure.name());
      assertTrue(colours.size() > 20, figure.name() + " has " + colours.size() + " colours");
    }
  }

  @ParameterizedTest
  @EnumSource(ChartTheme.class)
  void svgIsWellFormedNeedsNothingFromOutsideAndKeepsText(ChartTheme theme) throws Exception {
    for (Figure figure : figures) {
      String svg = FigureExport.svg(figure, theme, 560, 300);
      Document document =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
      assertEquals("svg", document.getDocumentElement().getNodeName());
      assertEquals("0 0 560 300", document.getDocumentElement().getAttribute("viewBox"));
      assertFalse(svg.contains("href=\"http") || svg.contains("DOCTYPE"), "asks outside");
      assertTrue(document.getElementsByTagName("text").getLength() > 8, "text stays text");
      assertTrue(svg.contains("Roboto, Arial, sans-serif"), "names a fallback typeface");
    }
  }

  @Test
  void csvHoldsEveryPoint() {
    for (Figure figure : figures) {
      long points = figure.layers().stream().mapToLong(layer -> layer.points().size()).sum();
      assertEquals(points + 1, FigureExport.csv(figure).lines().count());
    }
    assertTrue(
        FigureExport.csv(figures.get(3)).startsWith("series,\"Zehntel der Leads, beste zuerst\","));
  }

  @Test
  void aFolderThatIsNotThereIsOneSentenceAndLeavesNothing() throws Exception {
    Path file = folder.resolve("missing/gains.svg");
    var problem =
        assertThrows(
            WorkbenchException.class,
            () ->
                FigureExport.write(
                    figures.getFirst(),
                    FigureExport.Kind.SVG,
                    ChartTheme.LIGHT,
                    560,
                    300,
                    1,
                    file));
    assertEquals("export-unwritable", problem.code());
    try (var left = Files.list(folder)) {
      assertEquals(0, left.count());
    }
  }
}
