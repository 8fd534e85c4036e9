package dev.palisade.policy.rules.storage;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

@PolicyInfo(
        title = "What holds data is not destroyed with its content",
        severity = Severity.MEDIUM,
        rows = {Row.X12, Row.X11},
        controls = {"NIST 800-53 CP-9", "HIPAA 164.312(c)(1)", "SOC 2 A1.2", "GDPR 32(1)(b)"},
        why = "With the switch on, one destroy or rename of a resource takes every object, image or backup with it.",
        remedy = "Leave it off; empty the resource by hand when its time has come.",
        snippet = "BucketV2Args.builder().forceDestroy(false)")
public final class DataIsNotForceDestroyed implements ResourcePolicy {
    private static final Property BUCKET = Property.of(Buckets.BUCKET, "forceDestroy");
    private static final Property OLD_BUCKET = Property.of(Buckets.OLD_BUCKET, "forceDestroy");
    private static final Property REGISTRY = Property.of("aws:ecr/repository:Repository", "forceDelete");
    private static final Property VAULT = Property.of("aws:backup/vault:Vault", "forceDestroy");
    private static final Property ZONE = Property.of("aws:route53/zone:Zone", "forceDestroy");
    private static final Map<String, Property> SWITCHES = Map.of(
            BUCKET.type(), BUCKET,
            OLD_BUCKET.type(), OLD_BUCKET,
            REGISTRY.type(), REGISTRY,
            VAULT.type(), VAULT,
            ZONE.type(), ZONE);

    @Override
    public Set<String> types() {
        return SWITCHES.keySet();
    }

    @Override
    public Verdict check(Resource resource) {
        Property property = Objects.requireNonNull(SWITCHES.get(resource.type()));
        return Verdict.require(resource.get(property).isTrue().not(), property + " is true");
    }
}
