package io.liftwerk.briefs;

import org.jspecify.annotations.Nullable;

/**
 * Who publishes the text, where and when; what is not known is null.
 *
 * @param author a person or an editorial team
 * @param publisher the client's name
 * @param site absolute address of the client's site, without a slash at the end
 * @param url absolute address that the text has or is to have
 * @param date of the newest own source it rests on, ISO 8601: the run's own moment would make two
 *     runs differ
 */
public record Publication(
    @Nullable String author,
    @Nullable String publisher,
    @Nullable String site,
    @Nullable String url,
    @Nullable String date) {}
