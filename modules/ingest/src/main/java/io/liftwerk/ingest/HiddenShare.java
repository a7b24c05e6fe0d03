package io.liftwerk.ingest;

import java.math.BigDecimal;

/**
 * What a report counts but does not list.
 *
 * @param column column of the file
 * @param value the part that no row shows
 * @param total the whole of which it is a part
 * @param share value by total, 0 to 1
 */
public record HiddenShare(String column, BigDecimal value, BigDecimal total, double share) {}
