package io.liftwerk.guardrails;

import io.liftwerk.guardrails.citation.CitationRail;
import io.liftwerk.guardrails.claims.ClaimRail;
import io.liftwerk.guardrails.injection.Injection;
import io.liftwerk.guardrails.links.LinkRail;
import io.liftwerk.guardrails.moderation.Moderation;
import io.liftwerk.guardrails.personal.PersonalRail;
import io.liftwerk.guardrails.personal.SecretRail;
import io.liftwerk.guardrails.plain.Hit;
import io.liftwerk.guardrails.structure.StructureRail;
import io.liftwerk.guardrails.style.StyleRail;
import io.liftwerk.workspace.Pseudonyms;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rails in their order, set up as a policy says. */
final class Checks {
  private Checks() {}

  static List<Check> of(GuardPolicy policy, @Nullable Pseudonyms pseudonyms, LocalDate day) {
    var personal = new PersonalRail(policy.personal(), pseudonyms);
    var secrets = new SecretRail(policy.secrets());
    var injection = new Injection();
    var moderation = new Moderation(policy.moderation());
    var claims = new ClaimRail(policy.claims(), day);
    var structure = new StructureRail();
    var citation = new CitationRail(policy.citation());
    var style = new StyleRail(policy.style());
    var links = new LinkRail(policy.url());
    return List.of(
        new Check(
            Rail.PERSONAL_DATA,
            request -> true,
            // a draft is full of places and dates that are nobody's
            request -> personal.find(request.text(), request.direction() == Direction.INPUT)),
        new Check(Rail.SECRETS, request -> true, request -> secrets.find(request.text())),
        new Check(
            Rail.INJECTION,
            request -> true,
            request -> injection.find(request.text(), request.direction(), policy.injection())),
        new Check(Rail.MODERATION, request -> true, request -> moderation.find(request.text())),
        new Check(Rail.CLAIMS, Checks::leaves, claims::find),
        new Check(
            Rail.STRUCTURE,
            request -> leaves(request) && shape(request, policy) != null,
            request -> structure(structure, request, policy)),
        new Check(
            Rail.CITATION,
            request -> leaves(request) && request.evidence() != null,
            citation::find),
        new Check(Rail.STYLE, Checks::leaves, style::find),
        new Check(
            Rail.URL, Checks::leaves, request -> links.find(request.text(), sources(request))));
  }

  private static boolean leaves(GuardRequest request) {
    return request.direction() == Direction.OUTPUT;
  }

  private static @Nullable Shape shape(GuardRequest request, GuardPolicy policy) {
    return request.shape() == null ? policy.structure() : request.shape();
  }

  private static List<Hit> structure(
      StructureRail structure, GuardRequest request, GuardPolicy policy) {
    Shape shape = shape(request, policy);
    return shape == null ? List.of() : structure.find(request.text(), shape);
  }

  private static Set<String> sources(GuardRequest request) {
    var urls = new HashSet<>(request.urls());
    if (request.evidence() != null) {
      for (Evidence evidence : request.evidence()) {
        if (evidence.url() != null) {
          urls.add(evidence.url());
        }
      }
    }
    return urls;
  }
}
