package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.Arguments;
import dev.palisade.policy.framework.Parameter;
import dev.palisade.policy.framework.Parameterised;
import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.RelationPolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Without a parameter the stack's own ECR repositories, to the letter: another account's registry looks the same. */
@PolicyInfo(
        title = "Images come from the stack's repository, or from a registry that is allowed",
        severity = Severity.HIGH,
        rows = {Row.C8, Row.X11},
        controls = {"CIS EKS 5.1.4", "NIST 800-53 CM-7(5)", "NIST 800-53 SR-4", "PCI DSS 6.3.2", "SOC 2 CC6.8"},
        why = "Nobody has scanned or signed what comes from elsewhere.",
        remedy = "Push the image to the stack's ECR repository, or add the registry to the policy's parameter.",
        snippet = "ContainerArgs.builder().image(registry.url().applyValue(url -> url + \"@\" + digest))")
public final class ImageComesFromAllowedRegistry implements RelationPolicy, Parameterised {
    private static final String REPOSITORY = "aws:ecr/repository:Repository";
    private static final Property IMAGE = Property.of(Workloads.POD, "spec.containers[].image");
    private static final Property URL = Property.of(REPOSITORY, "repositoryUrl");
    private static final Parameter REGISTRIES =
            Parameter.texts("allowedRegistries", List.of(), "Hosts of further registries that images may come from.");

    /** The hosts of private repositories, dual-stack and FIPS ones too. */
    private static final Pattern ECR = Pattern.compile("\\d{12}\\.dkr[.-]ecr(-fips)?\\.[a-z0-9.-]+/");

    private final List<String> registries;

    public ImageComesFromAllowedRegistry() {
        this(Arguments.fallbacks(List.of(REGISTRIES)));
    }

    private ImageComesFromAllowedRegistry(Arguments arguments) {
        registries = arguments.texts(REGISTRIES);
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
    public Set<String> types() {
        return Workloads.TYPES;
    }

    @Override
    public Verdict check(Resource workload, Graph graph) {
        return PodSpec.of(workload).containers().stream()
                .map(container -> container.require(
                        isAllowed(container.get(IMAGE), graph),
                        "runs an image of a repository that is not allowed: image"))
                .reduce(Verdict.PASS, Verdict::and);
    }

    private Truth isAllowed(Value image, Graph graph) {
        if (image.text().isEmpty()) {
            return image.isMissing() ? Truth.FALSE : Truth.UNKNOWN;
        }
        String name = image.text().get();
        if (name.contains("/") && registries.contains(name.substring(0, name.indexOf('/')))) {
            return Truth.TRUE;
        }
        String repository = name.replaceFirst("@.*$", "").replaceFirst(":[^:/]*$", "");
        Truth own = Truth.FALSE;
        for (Resource ecr : graph.ofType(REPOSITORY)) {
            // Before ECR has told a repository's address, it is sure to be one of ECR's.
            Truth is = ecr.get(URL).text().isPresent() ? ecr.get(URL).is(repository) : Truth.UNKNOWN;
            own = own.or(is == Truth.UNKNOWN && !ECR.matcher(name).lookingAt() ? Truth.FALSE : is);
        }
        return own;
    }
}
