package io.liftwerk.briefs;

/**
 * What window, command line and report show of a brief.
 *
 * @param verdict the finding in one sentence
 * @param gap what competitors have beside what the client has
 * @param document the brief and its draft, as it is exported
 */
public record BriefResult(String verdict, SerpGap gap, BriefDocument document) {}
