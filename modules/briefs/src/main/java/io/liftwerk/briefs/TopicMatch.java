package io.liftwerk.briefs;

/**
 * Whether a document is on the topic.
 *
 * @param inTitle whether its title names the subject
 * @param passages how many of its sections name the subject
 * @param reason one sentence
 */
record TopicMatch(boolean onTopic, boolean inTitle, int passages, String reason) {

  /** Sections that must name the subject where the title does not. */
  private static final int ENOUGH = 2;

  static TopicMatch of(Topic topic, ReadDocument document) {
    boolean inTitle = topic.isNamed(document.titleStems());
    int named = 0;
    double best = topic.in(document.titleStems());
    for (ReadSection section : document.sections()) {
      boolean here = topic.isNamed(section.stems());
      best = Math.max(best, topic.in(section.stems()));
      for (ReadSentence sentence : section.sentences()) {
        here |= topic.isNamed(sentence.stems());
        best = Math.max(best, topic.in(sentence.stems()));
      }
      named += here ? 1 : 0;
    }
    boolean on = inTitle || named >= ENOUGH;
    return new TopicMatch(on, inTitle, named, reason(topic, inTitle, named, best));
  }

  private static String reason(Topic topic, boolean inTitle, int named, double best) {
    String subject = topic.subject();
    if (inTitle) {
      return "Its title names '%s'.".formatted(subject);
    }
    if (named >= ENOUGH) {
      return "%d of its sections name '%s'.".formatted(named, subject);
    }
    if (named == 1) {
      return "It names '%s' in one section only.".formatted(subject);
    }
    return best > 0
        ? "It speaks of a part of '%s', not of the whole.".formatted(subject)
        : "It does not name '%s'.".formatted(subject);
  }
}
