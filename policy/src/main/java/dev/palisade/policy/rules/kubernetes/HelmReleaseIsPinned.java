package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.flow.HelmRelease;
import dev.palisade.policy.framework.Arguments;
import dev.palisade.policy.framework.Parameter;
import dev.palisade.policy.framework.Parameterised;
import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import java.util.List;
import java.util.Set;

@PolicyInfo(
        title = "Helm releases name chart, version and a trusted repository over https",
        severity = Severity.HIGH,
        rows = {Row.C6, Row.X11},
        controls = {"NIST 800-53 SR-4", "NIST 800-53 CM-2", "PCI DSS 6.3.2", "SOC 2 CC8.1"},
        why =
                "A chart without a version, or from anywhere, changes what runs with the rights of an administrator, and nobody reviews it.",
        remedy = "Set an exact version and a repository that the policy's parameter lists.",
        snippet =
                "ReleaseArgs.builder().version(\"1.14.1\").repositoryOpts(RepositoryOptsArgs.builder().repo(\"https://aws.github.io/eks-charts\").build())")
public final class HelmReleaseIsPinned implements ResourcePolicy, Parameterised {
    private static final Property VERSION = Property.of(HelmRelease.TYPE, "version");
    private static final Property REPOSITORY = Property.of(HelmRelease.TYPE, "repositoryOpts.repo");
    private static final Property DEVEL = Property.of(HelmRelease.TYPE, "devel");
    private static final Parameter REPOSITORIES = Parameter.texts(
            "trustedRepositories",
            List.of(
                    "https://aws.github.io/eks-charts",
                    "https://kyverno.github.io/kyverno",
                    "https://sigstore.github.io/helm-charts",
                    "https://kubernetes-sigs.github.io/metrics-server",
                    "https://charts.external-secrets.io",
                    "https://kubernetes-sigs.github.io/secrets-store-csi-driver/charts",
                    "https://aws.github.io/secrets-store-csi-driver-provider-aws"),
            "Addresses of chart repositories that releases may come from.");

    private final List<String> repositories;

    public HelmReleaseIsPinned() {
        this(Arguments.fallbacks(List.of(REPOSITORIES)));
    }

    private HelmReleaseIsPinned(Arguments arguments) {
        repositories = arguments.texts(REPOSITORIES);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(REPOSITORIES);
    }

    @Override
    public Policy with(Arguments arguments) {
        return new HelmReleaseIsPinned(arguments);
    }

    @Override
    public Set<String> types() {
        return Set.of(HelmRelease.TYPE);
    }

    @Override
    public Verdict check(Resource release) {
        return Verdict.require(
                        release.get(VERSION)
                                .matches(version ->
                                        version.matches("v?\\d{1,9}\\.\\d{1,9}\\.\\d{1,9}([-+][\\w.+-]{1,99})?")),
                        "takes whatever version is newest: version is not exact")
                .and(Verdict.require(Paths.isOff(release.get(DEVEL)), "takes versions under development: devel"))
                .and(Verdict.require(
                        release.get(REPOSITORY)
                                .matches(repo -> repositories.contains(repo.replaceAll("/+$", "")))
                                .and(release.get(HelmRelease.CHART)
                                        .matches(chart -> chart.matches("[a-z0-9][a-z0-9.-]*")))
                                .or(oci(release)),
                        "comes from a repository that is not trusted: repositoryOpts.repo"));
    }

    private Truth oci(Resource release) {
        return release.get(HelmRelease.CHART).matches(chart -> repositories.stream()
                .anyMatch(repository -> repository.startsWith("oci://") && chart.startsWith(repository + "/")));
    }
}
