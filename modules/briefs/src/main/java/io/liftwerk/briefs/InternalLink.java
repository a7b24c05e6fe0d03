package io.liftwerk.briefs;

/**
 * An own page worth a link.
 *
 * @param url of the page
 * @param title of the page
 * @param anchor words to set the link on, in the language of the text
 * @param relevance 0 to 1
 * @param why one sentence
 */
public record InternalLink(String url, String title, String anchor, double relevance, String why) {}
