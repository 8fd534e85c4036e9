package dev.palisade.policy.rules.iam;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.PolicyPrincipal;
import dev.palisade.policy.graph.PolicyStatement;
import dev.palisade.policy.graph.Resource;
import java.util.Set;

/** EC2 sends no source when it assumes the role of an instance. */
@PolicyInfo(
        title = "A role that an AWS service assumes is assumed for this account alone",
        severity = Severity.HIGH,
        rows = {Row.X1, Row.C13},
        controls = {"NIST 800-53 AC-4", "PCI DSS 7.2.5", "SOC 2 CC6.1", "HIPAA 164.312(a)(1)"},
        why = "Without a source, another account can make the service use the role for it: the confused deputy.",
        remedy = "Compare aws:SourceAccount, or aws:SourceArn with the account in it.",
        snippet = "TrustPolicy.service(\"vpc-flow-logs.amazonaws.com\", settings.account().id())")
public final class ServiceTrustNamesItsSource implements ResourcePolicy {

    private static final Set<String> WITHOUT_SOURCE = Set.of("ec2.amazonaws.com");

    @Override
    public Set<String> types() {
        return Set.of(Roles.ROLE);
    }

    @Override
    public Verdict check(Resource role) {
        return Documents.judge(Roles.trust(role), document -> document.statements().stream()
                .filter(PolicyStatement::allow)
                .flatMap(statement -> statement
                        .principals(PolicyPrincipal::isService)
                        .map(principal -> judge(principal.name(), statement)))
                .reduce(Verdict.NOT_APPLICABLE, Verdict::and));
    }

    private static Verdict judge(String service, PolicyStatement statement) {
        return WITHOUT_SOURCE.contains(service) || Deputies.isGuarded(statement)
                ? Verdict.PASS
                : Verdict.fail("lets " + service + " assume it for any account: no aws:SourceAccount or aws:SourceArn");
    }
}
