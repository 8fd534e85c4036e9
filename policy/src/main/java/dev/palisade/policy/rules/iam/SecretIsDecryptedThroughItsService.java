package dev.palisade.policy.rules.iam;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.PolicyDocument;
import dev.palisade.policy.graph.PolicyStatement;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import java.util.List;
import java.util.Set;

@PolicyInfo(
        title = "A role that reads secrets decrypts through their service alone",
        severity = Severity.MEDIUM,
        rows = {Row.X1, Row.X6, Row.C5},
        controls = {"NIST 800-53 AC-6", "NIST 800-53 SC-12", "PCI DSS 3.6.1", "SOC 2 CC6.1", "Security Hub KMS.1"},
        why = "A bare kms:Decrypt opens whatever the key ever encrypted, past the service that logs who read it.",
        remedy = "Add the condition kms:ViaService with the service that keeps the secrets.",
        snippet = ".when(\"StringEquals\", \"kms:ViaService\", \"secretsmanager.eu-central-1.amazonaws.com\")")
public final class SecretIsDecryptedThroughItsService implements ResourcePolicy {
    private static final List<String> READING = List.of(
            "secretsmanager:GetSecretValue", "ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath");

    @Override
    public Set<String> types() {
        return IdentityPolicies.TYPES;
    }

    @Override
    public Verdict check(Resource resource) {
        return IdentityPolicies.documents(resource).stream()
                .map(document -> Documents.judge(document, SecretIsDecryptedThroughItsService::judge))
                .reduce(Verdict.NOT_APPLICABLE, Verdict::and);
    }

    private static Verdict judge(PolicyDocument.Parsed document) {
        if (READING.stream().noneMatch(action -> isAllowed(document, action))) {
            return Verdict.NOT_APPLICABLE;
        }
        return document.statements().stream()
                .filter(statement -> statement.allows("kms:Decrypt"))
                .map(statement -> Verdict.require(
                        Truth.of(isThroughTheService(statement)),
                        "decrypts past the service that keeps the secret: kms:Decrypt without kms:ViaService"))
                .reduce(Verdict.PASS, Verdict::and);
    }

    private static boolean isThroughTheService(PolicyStatement statement) {
        return statement
                .conditionsOn("kms:ViaService")
                .anyMatch(condition -> condition.bounds()
                        && condition.values().stream().allMatch(host -> host.matches("(secretsmanager|ssm)[.].+")));
    }

    private static boolean isAllowed(PolicyDocument.Parsed document, String action) {
        return document.statements().stream().anyMatch(statement -> statement.allows(action));
    }
}
