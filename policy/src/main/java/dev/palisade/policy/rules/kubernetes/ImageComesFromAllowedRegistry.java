package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.Arguments;
import dev.palisade.policy.framework.Parameter;
import dev.palisade.policy.framework.Parameterised;
import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import java.util.List;
import java.util.regex.Pattern;

/** Without a parameter: the private registry of an AWS account. Other accounts' are told apart by the parameter. */
@PolicyInfo(
        title = "Images come from a registry that is allowed",
        severity = Severity.HIGH,
        rows = {Row.C8, Row.X11},
        controls = {"CIS EKS 5.1.4", "NIST 800-53 CM-7(5)", "NIST 800-53 SR-4", "PCI DSS 6.3.2", "SOC 2 CC6.8"},
        why = "Nobody has scanned or signed what comes from elsewhere.",
        remedy = "Push the image to the stack's ECR repository, or add the registry to the policy's parameter.",
        snippet = "ContainerArgs.builder().image(registry.url().applyValue(url -> url + \"@\" + digest))")
public final class ImageComesFromAllowedRegistry extends ContainerPolicy implements Parameterised {
    private static final Property IMAGE = Property.of(Workloads.POD, "spec.containers[].image");
    private static final Parameter REGISTRIES = Parameter.texts(
            "allowedRegistries",
            List.of("*.dkr.ecr.*.amazonaws.com"),
            "Registries that images may come from, with * for any part of a host name.");

    private final List<Pattern> registries;

    public ImageComesFromAllowedRegistry() {
        this(Arguments.fallbacks(List.of(REGISTRIES)));
    }

    private ImageComesFromAllowedRegistry(Arguments arguments) {
        registries = arguments.texts(REGISTRIES).stream()
                .map(registry -> Pattern.compile(Pattern.quote(registry).replace("*", "\\E[a-z0-9-]+\\Q")))
                .toList();
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(REGISTRIES);
    }

    @Override
    public Policy with(Arguments arguments) {
        return new ImageComesFromAllowedRegistry(arguments);
    }

    @Override
    Verdict check(Container container) {
        return container.require(
                container.get(IMAGE).matches(this::isAllowed),
                "runs an image of a registry that is not allowed: image");
    }

    /** A name without a dot before the first slash is one of Docker Hub. */
    private boolean isAllowed(String image) {
        String host = image.contains("/") ? image.substring(0, image.indexOf('/')) : "";
        return registries.stream().anyMatch(registry -> registry.matcher(host).matches());
    }
}
