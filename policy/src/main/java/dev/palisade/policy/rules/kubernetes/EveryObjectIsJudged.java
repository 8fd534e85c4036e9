package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.StackPolicy;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Resource;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@PolicyInfo(
        title = "Every Kubernetes object is of a kind that the policies look into",
        severity = Severity.HIGH,
        rows = {Row.C2, Row.C9},
        controls = {"NIST 800-53 CM-6", "NIST 800-53 CM-3", "PCI DSS 6.5.1", "SOC 2 CC8.1"},
        why =
                "A patch or a list carries what the kind itself would be refused for; an old version of a kind is looked at by no policy.",
        remedy = "Declare the object itself, in the current version of its kind.",
        snippet = "new Deployment(\"service\", DeploymentArgs.builder().spec(spec).build())")
public final class EveryObjectIsJudged implements StackPolicy {
    private static final Pattern PATCH = Pattern.compile("kubernetes:[\\w./-]+:\\w+Patch");
    private static final Pattern LIST = Pattern.compile("kubernetes:[\\w./-]+:\\w+List");
    private static final Pattern OLD = Pattern.compile(
            "kubernetes:((extensions|apps|batch|policy|networking[.]k8s[.]io|rbac[.]authorization[.]k8s[.]io|storage[.]k8s[.]io)/v\\d(alpha|beta)\\d|autoscaling/v(1|2beta\\d)):\\w+");

    /** What is rendered from elsewhere: the objects that it makes are resources below it. */
    private static final Pattern PACKAGED =
            Pattern.compile("kubernetes:(yaml|yaml/v2|kustomize|kustomize/v2|helm[.]sh/v\\d):(?!Release$)\\w+");

    /** Groups of Kubernetes, and those of controllers that some policy reads. */
    private static final Pattern KNOWN = Pattern.compile(
            "kubernetes:(core|apps|batch|policy|autoscaling|extensions|internal|[a-z.]+[.]k8s[.]io|helm[.]sh"
                    + "|policy[.]sigstore[.]dev|secrets-store[.]csi[.]x-k8s[.]io|external-secrets[.]io|elbv2[.]k8s[.]aws"
                    + "|vpcresources[.]k8s[.]aws|crd[.]k8s[.]amazonaws[.]com|networking[.]k8s[.]aws|cilium[.]io"
                    + "|projectcalico[.]org|karpenter[.]sh|karpenter[.]k8s[.]aws|eks[.]amazonaws[.]com"
                    + "|monitoring[.]coreos[.]com|kyverno[.]io|wgpolicyk8s[.]io)(/v\\w+)?:\\w+");

    @Override
    public Verdict check(Graph graph) {
        Verdict verdict = Verdict.NOT_APPLICABLE;
        Set<String> makers = graph.resources().stream()
                .flatMap(object -> Stream.ofNullable(object.parent()))
                .collect(Collectors.toUnmodifiableSet());
        for (Resource object : graph.resources()) {
            if (object.type().startsWith("kubernetes:")) {
                verdict = verdict.and(judge(object, makers));
            }
        }
        return verdict;
    }

    private static Verdict judge(Resource object, Set<String> makers) {
        String type = object.type();
        if (PATCH.matcher(type).matches()) {
            return Verdict.fail(object + " changes an object from outside of its declaration");
        }
        if (LIST.matcher(type).matches()) {
            return object.inputs().hasUnknown()
                    ? Verdict.unknown("not known yet: what " + object + " holds")
                    : Verdict.fail(object + " holds objects that no policy looks into");
        }
        if (PACKAGED.matcher(type).matches()) {
            return makers.contains(object.urn())
                    ? Verdict.PASS
                    : Verdict.fail(object + " makes objects that no policy looks into");
        }
        if (!KNOWN.matcher(type).matches()) {
            return Verdict.fail("no policy looks into " + object);
        }
        return OLD.matcher(type).matches() ? Verdict.fail(object + " is of an old version of its kind") : Verdict.PASS;
    }
}
