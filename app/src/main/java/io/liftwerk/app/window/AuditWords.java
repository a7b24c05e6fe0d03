package io.liftwerk.app.window;

import io.liftwerk.app.window.base.Engine;
import io.liftwerk.workspace.AuditVerification;
import java.util.ArrayList;

/** The check of the audit trail in sentences. */
final class AuditWords {
  private AuditWords() {}

  static Engine.Audit of(AuditVerification check) {
    var findings = new ArrayList<String>();
    check.findings().forEach(finding -> findings.add(finding.sentence()));
    return new Engine.Audit(
        check.ok(), check.entries(), check.sealed(), check.keyId(), findings, check.limits());
  }
}
