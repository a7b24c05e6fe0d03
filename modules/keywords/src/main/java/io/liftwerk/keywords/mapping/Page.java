package io.liftwerk.keywords.mapping;

/**
 * A page searches may lead to.
 *
 * @param url its address
 * @param title its title; may be empty, as the others
 * @param h1 its first heading
 * @param description its meta description
 */
public record Page(String url, String title, String h1, String description) {}
