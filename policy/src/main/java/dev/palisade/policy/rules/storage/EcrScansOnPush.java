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
        title = "Images are scanned when they are pushed",
        severity = Severity.HIGH,
        rows = {Row.C8, Row.X11},
        controls = {
            "CIS EKS 5.1.1",
            "NIST 800-53 RA-5",
            "PCI DSS 6.3.1",
            "PCI DSS 11.3.1",
            "SOC 2 CC7.1",
            "Security Hub ECR.1"
        },
        why = "An image with a known hole runs until somebody looks.",
        remedy = "Scan on push, and let Inspector scan again as holes become known.",
        snippet = "RepositoryImageScanningConfigurationArgs.builder().scanOnPush(true)")
public final class EcrScansOnPush implements ResourcePolicy {
    private static final String REPOSITORY = "aws:ecr/repository:Repository";
    private static final Property ON_PUSH = Property.of(REPOSITORY, "imageScanningConfiguration.scanOnPush");
    private static final String REGISTRY = "aws:ecr/registryScanningConfiguration:RegistryScanningConfiguration";
    private static final Property TYPE = Property.of(REGISTRY, "scanType");
    private static final Property RULES = Property.of(REGISTRY, "rules");
    private static final Property FREQUENCY = Property.of(REGISTRY, "rules[].scanFrequency");

    @Override
    public Set<String> types() {
        return Set.of(REPOSITORY, REGISTRY);
    }

    @Override
    public Verdict check(Resource resource) {
        if (resource.is(REPOSITORY)) {
            return Verdict.require(resource.get(ON_PUSH).isTrue(), "does not scan on push");
        }
        return Verdict.require(resource.get(TYPE).is("ENHANCED"), "scans without Inspector: scanType is not ENHANCED")
                .and(Verdict.require(
                        resource.get(RULES).any(rule -> rule.get(FREQUENCY).isOneOf("SCAN_ON_PUSH", "CONTINUOUS_SCAN")),
                        "has no rule that scans"));
    }
}
