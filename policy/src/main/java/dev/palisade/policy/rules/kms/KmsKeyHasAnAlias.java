package dev.palisade.policy.rules.kms;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import java.util.Set;
import java.util.regex.Pattern;

@PolicyInfo(
        title = "Every key has an alias that says what it is for",
        severity = Severity.LOW,
        rows = {Row.C5},
        controls = {"NIST 800-53 CM-8", "PCI DSS 3.7.1", "SOC 2 CC6.1"},
        why = "A key that nobody can tell from another is the one that gets deleted or reused.",
        remedy = "Give each key an alias of its own.",
        snippet = "AliasArgs.builder().name(\"alias/palisade/logs\").targetKeyId(key.keyId())")
public final class KmsKeyHasAnAlias implements RelationPolicy {

    private static final Property ALIASED = Property.of("aws:kms/alias:Alias", "targetKeyId");
    private static final Property NAME = Property.of("aws:kms/alias:Alias", "name");

    /** Those that begin with aws are of AWS's own keys. */
    private static final Pattern OWN = Pattern.compile("alias/(?!aws/)[A-Za-z0-9/_-]+");

    @Override
    public Set<String> types() {
        return Set.of(Keys.KEY);
    }

    @Override
    public Verdict check(Resource key, Graph graph) {
        return Verdict.require(
                graph.referrers(key, ALIASED)
                        .any(alias -> alias.get(NAME).isMissing()
                                ? Truth.TRUE
                                : alias.get(NAME)
                                        .matches(name -> OWN.matcher(name).matches())),
                "has no alias");
    }
}
