package io.liftwerk.warehouse;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.liftwerk.ingest.HandedOver;
import io.liftwerk.warehouse.activation.CustomerMatch;
import io.liftwerk.warehouse.activation.MatchField;
import io.liftwerk.warehouse.activation.Platform;
import io.liftwerk.workspace.Identifier;
import io.liftwerk.workspace.Json;
import io.liftwerk.workspace.RunRecord;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The lists that {@link CustomerMatchExport} wrote, as an erasure looks for persons in them: by the
 * hashes of every platform.
 */
public final class CustomerMatchLists implements HandedOver {

  @Override
  public Set<String> keys(Identifier kind, String original) {
    var keys = new LinkedHashSet<String>();
    MatchField field =
        switch (kind) {
          case EMAIL -> MatchField.EMAIL;
          case PHONE -> MatchField.PHONE;
          case NAME, ADDRESS, IP, IBAN, ID -> null;
        };
    if (field != null) {
      for (Platform platform : Platform.values()) {
        CustomerMatch.key(platform, field, original, CustomerMatchExport.REGION)
            .ifPresent(key -> keys.add(key.upload()));
      }
    }
    return keys;
  }

  @Override
  public Optional<String> to(RunRecord run) {
    if (!run.job().equals(CustomerMatchExport.NAME)) {
      return Optional.empty();
    }
    try {
      var request = Json.mapper().treeToValue(run.parameters(), CustomerMatchRequest.class);
      return Optional.of(request.platform().shown());
    } catch (JsonProcessingException e) {
      // of another version: what it was asked is not known, but that it handed persons over is
      return Optional.of(String.valueOf(run.parameters().path("platform").asText("")));
    }
  }
}
