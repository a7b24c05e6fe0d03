package io.liftwerk.briefs;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Schema.org's terms for a page.
 *
 * @param type the {@code @type}: Article, Product, HowTo, FAQPage, BreadcrumbList, Organization
 * @param data the JSON-LD object, with {@code @context}
 * @param note what to know of it, one sentence; null for nothing
 */
public record StructuredData(String type, JsonNode data, @Nullable String note) {}
