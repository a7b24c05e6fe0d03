/**
 * Formats of server logs, and how their lines are read.
 *
 * <p>{@link io.liftwerk.ingest.log.LogDetector} looks at the first lines of a text and names the
 * {@link io.liftwerk.ingest.log.LogFormat} they are in, with how many of them fit. The format makes
 * a {@link io.liftwerk.ingest.log.LineReader}, which takes one line after the other and puts their
 * fields into {@link io.liftwerk.ingest.log.LogValues}, or says why a line is no record.
 *
 * <p>There are three kinds. Formats in which a line is a row of words, quoted texts and a time in
 * brackets (common, combined and their relatives, Traefik, HAProxy, Amazon's load balancers and S3)
 * are a {@code Template} each, listed in {@code Templates}; what a server was told to write behind
 * the last field is told by {@code Tail} from the first lines. W3C logs ({@code W3cReader}) name
 * their fields themselves and may change them on the way. JSON logs ({@code JsonLogReader}) name
 * them in every line.
 *
 * <p>Whatever the format, a field of the same meaning has the same name: {@code ip}, {@code user},
 * {@code time}, {@code method}, {@code path}, {@code query}, {@code protocol}, {@code status},
 * {@code bytes}, {@code referrer}, {@code user_agent}, {@code host}, {@code duration_ms}; all
 * others keep their own in snake_case. A {@code -} is no value. Times keep the offset the line
 * states; a line without one is in UTC. Lines are UTF-8 here: the caller sees to it.
 */
@NullMarked
package io.liftwerk.ingest.log;

import org.jspecify.annotations.NullMarked;
