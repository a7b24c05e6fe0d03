package io.liftwerk.app.window.briefs;

import io.liftwerk.app.window.base.AnalysisModel;
import io.liftwerk.briefs.BriefRequest;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is set where a brief is asked for.
 *
 * @param topic free text, may be empty
 * @param cluster of the last run on keywords; null for none
 * @param language {@code de} or {@code en}; null to go by the sources
 * @param audience may be empty
 * @param day on which claims must hold
 */
public record BriefSettings(
    String topic,
    @Nullable String cluster,
    @Nullable String language,
    String audience,
    @Nullable LocalDate day)
    implements AnalysisModel.Settings<BriefRequest> {

  static BriefSettings nothing() {
    return new BriefSettings("", null, null, "", LocalDate.now());
  }

  static BriefSettings of(BriefRequest request) {
    return new BriefSettings(
        request.topic() == null ? "" : request.topic(),
        request.cluster(),
        request.language(),
        request.audience() == null ? "" : request.audience(),
        request.day());
  }

  @Override
  public @Nullable String table() {
    return null;
  }

  @Override
  public @Nullable BriefRequest request() {
    if (topic.isBlank() && cluster == null) {
      return null;
    }
    return new BriefRequest(
        topic.isBlank() ? null : topic.strip(),
        cluster,
        language,
        audience.isBlank() ? null : audience.strip(),
        day);
  }

  BriefSettings withTopic(String next) {
    return new BriefSettings(next, cluster, language, audience, day);
  }

  BriefSettings withCluster(@Nullable String next) {
    return new BriefSettings(topic, next, language, audience, day);
  }

  BriefSettings withLanguage(@Nullable String next) {
    return new BriefSettings(topic, cluster, next, audience, day);
  }

  BriefSettings withAudience(String next) {
    return new BriefSettings(topic, cluster, language, next, day);
  }
}
