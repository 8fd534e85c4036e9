package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.graph.Value;
import dev.palisade.policy.graph.Values;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.StackBuilder;
import java.util.List;
import java.util.Map;

class ObjectFieldsAreOfItsKindTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new ObjectFieldsAreOfItsKind();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("fields of a pod", pod("{containers: [{name: a, securityContext: {runAsNonRoot: true}}]}")),
                passes("labels of any name", object(Workloads.POD, "{metadata: {labels: {runAsNonroot: 'true'}}}")),
                passes(
                        "a field newer than the SDK",
                        pod("{securityContext: {appArmorProfile: {type: RuntimeDefault}}}")),
                passes("a quantity as a number", pod("{volumes: [{name: a, emptyDir: {sizeLimit: 1048576}}]}")),
                passes(
                        "a port by name and by number",
                        service("[{port: 80, targetPort: http}, {port: 81, targetPort: 1}]")),
                passes("nothing in a field", pod("{nodeName: null}")),
                passes(
                        "a chart's own values",
                        stack(resource("kubernetes:helm.sh/v3:Release", "r")
                                .set("values", Map.of("anything", Map.of("goes", true))))),
                passes(
                        "a text from outputs",
                        Manifest.of(Workloads.POD, "p", "{spec: {}}")
                                .unknown("spec.serviceAccountName")
                                .alone()),
                fails(
                        "a misspelt field",
                        pod("{containers: [{name: a, securityContext: {runAsNonroot: true}}]}"),
                        "spec.containers[0].securityContext.runAsNonroot is no field of Kubernetes: did you mean runAsNonRoot"),
                fails(
                        "a field of another object",
                        object(Workloads.DEPLOYMENT, "{spec: {template: {metadata: {securityContext: {}}}}}"),
                        "spec.template.metadata.securityContext is no field of Kubernetes: did you mean spec.template.spec.securityContext"),
                fails(
                        "letters that changed places",
                        object(ClusterObjects.NETWORK_POLICY, "{spec: {ingress: [{form: []}]}}"),
                        "did you mean from"),
                fails("a field of nobody", object(ClusterObjects.SERVICE, "{backdoor: 1}"), "backdoor is no field"),
                fails(
                        "a field of a controller's kind",
                        object("kubernetes:elbv2.k8s.aws/v1beta1:TargetGroupBinding", "{spec: {servceRef: {}}}"),
                        "did you mean serviceRef"),
                fails("an object for a list", pod("{containers: {a: {image: b}}}"), "spec.containers is no list"),
                fails("a text for an object", pod("{securityContext: none}"), "spec.securityContext is no object"),
                fails("a list for a text", pod("{nodeName: [a]}"), "spec.nodeName is no text"),
                fails("a text for a boolean", pod("{hostNetwork: 'no'}"), "spec.hostNetwork is no boolean"),
                fails(
                        "a fraction",
                        object(Workloads.DEPLOYMENT, "{spec: {replicas: 1.5}}"),
                        "spec.replicas is no number"),
                fails("a field of an object that is secret", secret(), "a field in spec is none"),
                unknown(
                        "an object from outputs",
                        Manifest.of(Workloads.POD, "p", "{metadata: {}}")
                                .unknown("spec")
                                .alone()),
                notApplicable("no objects", stack(resource("aws:kms/key:Key", "k"))));
    }

    private static StackBuilder pod(String spec) {
        return object(Workloads.POD, "{spec: " + spec + "}");
    }

    private static StackBuilder service(String ports) {
        return object(ClusterObjects.SERVICE, "{spec: {ports: " + ports + "}}");
    }

    private static StackBuilder object(String type, String yaml) {
        return Manifest.of(type, "o", yaml).alone();
    }

    private static StackBuilder secret() {
        return stack(resource(Workloads.POD, "p")
                .set("spec", new Value.Secret(Values.ofJson(Map.of("runAsNonroot", true)))));
    }
}
