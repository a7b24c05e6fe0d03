package io.liftwerk.workspace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some consecutive rows of a table. A cell is null (missing), {@link Long}, {@link
 * java.math.BigDecimal} (money, and integers beyond a long), {@link Double}, {@link Boolean},
 * {@link java.time.LocalDate}, {@link java.time.LocalTime}, {@link java.time.LocalDateTime}, {@link
 * java.time.OffsetDateTime} (UTC), or {@link String} for text and everything else.
 *
 * @param columns names in their order
 * @param rows one list of cells per row, as wide as {@code columns}; fewer than asked at the end
 * @param offset position of the first row in the table, counted from 0
 */
public record Page(List<String> columns, List<List<@Nullable Object>> rows, long offset) {}
