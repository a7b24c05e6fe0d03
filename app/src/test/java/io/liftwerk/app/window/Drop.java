package io.liftwerk.app.window;

import com.sun.javafx.scene.SceneHelper;
import com.sun.javafx.tk.TKClipboard;
import com.sun.javafx.tk.TKDropTargetListener;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.input.DataFormat;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;

/**
 * Drags files over a window and lets them go, from where the operating system's events enter the
 * toolkit: what is under the pointer, and who takes the drop, is decided as for a hand.
 */
final class Drop {
  private Drop() {}

  /**
   * Drops {@code files} on the middle of the window; on the screen's thread.
   *
   * @return whether the window took them
   */
  static boolean files(Scene scene, List<Path> files) {
    return drop(scene, DataFormat.FILES, files.stream().map(Path::toFile).toList());
  }

  /** Drops a text, which no page takes. */
  static boolean text(Scene scene, String text) {
    return drop(scene, DataFormat.PLAIN_TEXT, text);
  }

  private static boolean drop(Scene scene, DataFormat format, Object content) {
    double x = scene.getWidth() / 2;
    double y = scene.getHeight() / 2;
    TKDropTargetListener target = target(scene);
    TransferMode offered =
        target.dragEnter(x, y, x, y, TransferMode.MOVE, clipboard(format, content));
    @Nullable TransferMode over = target.dragOver(x, y, x, y, TransferMode.MOVE);
    if (offered == null || over == null) {
      target.dragExit(x, y, x, y);
      return false;
    }
    return target.drop(x, y, x, y, over) != null;
  }

  private static TKDropTargetListener target(Scene scene) {
    Object peer = SceneHelper.getPeer(scene);
    for (Class<?> kind = peer.getClass(); kind != null; kind = kind.getSuperclass()) {
      try {
        Field field = kind.getDeclaredField("dropTargetListener");
        field.setAccessible(true);
        return (TKDropTargetListener) field.get(peer);
      } catch (NoSuchFieldException e) {
        continue;
      } catch (IllegalAccessException e) {
        throw new AssertionError(e);
      }
    }
    throw new AssertionError("the scene takes no drops");
  }

  private static TKClipboard clipboard(DataFormat format, Object content) {
    return (TKClipboard)
        Proxy.newProxyInstance(
            Drop.class.getClassLoader(),
            new Class<?>[] {TKClipboard.class},
            (self, method, arguments) ->
                switch (method.getName()) {
                  case "getContentTypes" -> Set.of(format);
                  case "hasContent" -> format.equals(arguments[0]);
                  case "getContent" -> format.equals(arguments[0]) ? content : null;
                  case "getTransferModes" -> Set.of(TransferMode.COPY, TransferMode.MOVE);
                  case "getDragViewOffsetX", "getDragViewOffsetY" -> 0.0;
                  case "putContent" -> false;
                  default -> null;
                });
  }
}
