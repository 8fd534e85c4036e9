package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.StackPolicy;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Resource;
import java.util.regex.Pattern;

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

    @Override
    public Verdict check(Graph graph) {
        Verdict verdict = Verdict.NOT_APPLICABLE;
        for (Resource object : graph.resources()) {
            if (object.type().startsWith("kubernetes:")) {
                verdict = verdict.and(judge(object));
            }
        }
        return verdict;
    }

    private static Verdict judge(Resource object) {
        String type = object.type();
        if (PATCH.matcher(type).matches()) {
            return Verdict.fail(object + " changes an object from outside of its declaration");
        }
        if (LIST.matcher(type).matches()) {
            return object.inputs().hasUnknown()
                    ? Verdict.unknown("not known yet: what " + object + " holds")
                    : Verdict.fail(object + " holds objects that no policy looks into");
        }
        return OLD.matcher(type).matches() ? Verdict.fail(object + " is of an old version of its kind") : Verdict.PASS;
    }
}
