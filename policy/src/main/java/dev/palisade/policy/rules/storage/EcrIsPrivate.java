package dev.palisade.policy.rules.storage;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.PolicyStatement;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.rules.iam.Documents;
import java.util.Set;

@PolicyInfo(
        title = "Image repositories are private",
        severity = Severity.CRITICAL,
        rows = {Row.X11, Row.X1},
        controls = {
            "CIS EKS 5.1.2",
            "CIS EKS 5.1.3",
            "NIST 800-53 AC-3",
            "NIST 800-53 AC-6",
            "PCI DSS 7.2.1",
            "SOC 2 CC6.1"
        },
        why = "Whoever pulls the image reads the code; whoever pushes one runs it in the cluster.",
        remedy = "Name the principals that may pull; nobody outside the account may push.",
        snippet = "RepositoryPolicyArgs.builder().repository(repository.name()).policy(pullersOnly)")
public final class EcrIsPrivate implements ResourcePolicy {
    private static final String POLICY = "aws:ecr/repositoryPolicy:RepositoryPolicy";
    private static final String REGISTRY = "aws:ecr/registryPolicy:RegistryPolicy";
    private static final String PUBLIC = "aws:ecrpublic/repository:Repository";
    private static final Property DOCUMENT = Property.of(POLICY, "policy");
    private static final Property REGISTRY_DOCUMENT = Property.of(REGISTRY, "policy");

    @Override
    public Set<String> types() {
        return Set.of(POLICY, REGISTRY, PUBLIC);
    }

    @Override
    public Verdict check(Resource resource) {
        return switch (resource.type()) {
            case POLICY -> Documents.each(resource.get(DOCUMENT), EcrIsPrivate::judge);
            case REGISTRY -> Documents.each(resource.get(REGISTRY_DOCUMENT), EcrIsPrivate::judge);
            default -> Verdict.fail("is a repository of the public registry");
        };
    }

    private static Verdict judge(PolicyStatement statement) {
        boolean open = statement.allow()
                && statement.isForEverybody()
                && !statement.isBoundedBy("aws:PrincipalOrgID", "aws:PrincipalArn");
        boolean every = statement.allow()
                && (statement.notAction()
                        || statement.actions().stream()
                                .anyMatch(action -> "*".equals(action) || "ecr:*".equalsIgnoreCase(action)));
        return Verdict.require(Truth.of(!open), "lets everybody in")
                .and(Verdict.require(Truth.of(!every), "allows every action"));
    }
}
