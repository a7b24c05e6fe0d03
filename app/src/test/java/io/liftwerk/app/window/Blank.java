package io.liftwerk.app.window;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Records with nothing in them, where a test needs one and does not look into it. */
final class Blank {
  private Blank() {}

  static <R> R of(Class<R> type) {
    return type.cast(Objects.requireNonNull(value(type)));
  }

  private static @Nullable Object value(Class<?> type) {
    if (type.isRecord()) {
      return made(type);
    } else if (type.isPrimitive()) {
      return primitive(type);
    } else if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    return List.of(
            "",
            List.of(),
            Set.of(),
            Map.of(),
            BigDecimal.ZERO,
            LocalDate.of(2026, 1, 1),
            Instant.EPOCH,
            Duration.ZERO)
        .stream()
        .filter(type::isInstance)
        .findFirst()
        .orElse(null);
  }

  private static Object primitive(Class<?> type) {
    if (type == boolean.class) {
      return false;
    } else if (type == double.class) {
      return 0.0;
    }
    return type == long.class ? (Object) 0L : 0;
  }

  private static Object made(Class<?> type) {
    RecordComponent[] parts = type.getRecordComponents();
    try {
      var constructor =
          type.getDeclaredConstructor(
              Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      return constructor.newInstance(Arrays.stream(parts).map(Blank::part).toArray());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("no blank " + type, e);
    }
  }

  private static @Nullable Object part(RecordComponent part) {
    AnnotatedType type = part.getAnnotatedType();
    return type.isAnnotationPresent(Nullable.class) ? null : value(part.getType());
  }
}
