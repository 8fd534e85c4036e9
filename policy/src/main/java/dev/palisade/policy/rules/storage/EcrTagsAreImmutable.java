package dev.palisade.policy.rules.storage;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import java.util.Set;

@PolicyInfo(
        title = "Image tags cannot be moved",
        severity = Severity.HIGH,
        rows = {Row.X11, Row.C8},
        controls = {"CIS EKS 5.1.1", "NIST 800-53 CM-14", "PCI DSS 6.3.2", "SOC 2 CC8.1", "Security Hub ECR.2"},
        why =
                "A tag that can be overwritten lets an image that nobody scanned or signed take the place of one that was.",
        remedy = "Make tags immutable.",
        snippet = "RepositoryArgs.builder().imageTagMutability(\"IMMUTABLE\")")
public final class EcrTagsAreImmutable implements ResourcePolicy {
    private static final String REPOSITORY = "aws:ecr/repository:Repository";
    private static final Property MUTABILITY = Property.of(REPOSITORY, "imageTagMutability");

    /** From which a repository is made when an image is pushed or pulled through. */
    private static final Property TEMPLATE =
            Property.of("aws:ecr/repositoryCreationTemplate:RepositoryCreationTemplate", "imageTagMutability");

    @Override
    public Set<String> types() {
        return Set.of(REPOSITORY, TEMPLATE.type());
    }

    @Override
    public Verdict check(Resource repository) {
        return Verdict.require(
                repository
                        .get(repository.is(REPOSITORY) ? MUTABILITY : TEMPLATE)
                        .is("IMMUTABLE"),
                "imageTagMutability is not IMMUTABLE");
    }
}
