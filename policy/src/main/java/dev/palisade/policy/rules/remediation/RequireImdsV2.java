package dev.palisade.policy.rules.remediation;

import dev.palisade.policy.framework.Remediation;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Session tokens for instance metadata: whoever asked for anything else, or for nothing, gets them. */
public final class RequireImdsV2 implements Remediation {
    private static final String TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
    private static final String INSTANCE = "aws:ec2/instance:Instance";
    private static final Property TEMPLATE_TOKENS = Property.of(TEMPLATE, "metadataOptions.httpTokens");
    private static final Property INSTANCE_TOKENS = Property.of(INSTANCE, "metadataOptions.httpTokens");
    private static final Map<String, Property> TOKENS = Map.of(TEMPLATE, TEMPLATE_TOKENS, INSTANCE, INSTANCE_TOKENS);

    @Override
    public Set<String> types() {
        return TOKENS.keySet();
    }

    @Override
    public Optional<Value.Fields> fix(Resource resource) {
        Property tokens = TOKENS.get(resource.type());
        return tokens != null && resource.get(tokens).is("required") == Truth.FALSE
                ? Optional.of(resource.inputs().with(tokens, Value.of("required")))
                : Optional.empty();
    }

    @Override
    public String done() {
        return "Switched IMDSv1 off: metadataOptions.httpTokens is required.";
    }
}
