package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.kubernetes.Compliant.CONTAINER;
import static dev.palisade.policy.rules.kubernetes.Compliant.deployment;
import static dev.palisade.policy.rules.kubernetes.Compliant.imagePolicy;
import static dev.palisade.policy.rules.kubernetes.Compliant.namespace;
import static dev.palisade.policy.rules.kubernetes.Compliant.policyController;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.ResourceBuilder;
import java.util.List;
import java.util.Map;

class OnlySignedImagesAreAdmittedTest implements PolicyCases {
    private static final ResourceBuilder CONTROLLER = policyController().resource();
    private static final ResourceBuilder POLICY = imagePolicy().resource();
    private static final ResourceBuilder SERVICE = deployment().resource();
    private static final ResourceBuilder CHECKED = labelled("true");
    private static final ResourceBuilder WORKFLOW = resource("aws:iam/role:Role", "publish")
            .set("assumeRolePolicy", "{\"StringEquals\": {\"token.actions.githubusercontent.com:aud\": \"x\"}}");

    @Override
    public Policy policy() {
        return new OnlySignedImagesAreAdmitted();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("all of it", stack(WORKFLOW, CONTROLLER, POLICY, CHECKED, SERVICE)),
                passes("two stars", stack(CONTROLLER, glob("**/service@sha256:*"), CHECKED, SERVICE)),
                fails(
                        "a workflow delivers, and nothing is checked",
                        stack(WORKFLOW, namespace().resource(), SERVICE),
                        "no release of policy-controller"),
                fails("no controller", stack(POLICY, CHECKED, SERVICE), "no release of policy-controller"),
                fails("no policy", stack(CONTROLLER, CHECKED, SERVICE), "no ClusterImagePolicy"),
                fails("no label", stack(CONTROLLER, POLICY, namespace().resource(), SERVICE), "no label"),
                fails("another value of the label", stack(CONTROLLER, POLICY, labelled("false"), SERVICE), "no label"),
                fails("a namespace from elsewhere", stack(CONTROLLER, POLICY, SERVICE), "no label"),
                fails(
                        "a policy that warns",
                        stack(
                                CONTROLLER,
                                imagePolicy().with("spec.mode", "warn").resource(),
                                CHECKED,
                                SERVICE),
                        "no ClusterImagePolicy"),
                fails(
                        "a policy about another repository",
                        stack(CONTROLLER, glob("registry.example.com/service@sha256:*"), CHECKED, SERVICE),
                        "no ClusterImagePolicy"),
                fails("one star where a slash is", stack(CONTROLLER, glob("*"), CHECKED, SERVICE), "no ClusterImage"),
                fails(
                        "no image",
                        stack(
                                CONTROLLER,
                                POLICY,
                                CHECKED,
                                deployment().without(CONTAINER + "image").resource()),
                        "no ClusterImagePolicy"),
                passes(
                        "a tag beside the digest",
                        stack(
                                CONTROLLER,
                                POLICY,
                                CHECKED,
                                deployment()
                                        .with(CONTAINER + "image", Compliant.IMAGE.replace("@", ":v1.2.3@"))
                                        .resource())),
                unknown(
                        "the image is not built yet",
                        stack(
                                CONTROLLER,
                                POLICY,
                                CHECKED,
                                deployment().unknown(CONTAINER + "image").resource())),
                unknown(
                        "the policy is not known yet",
                        stack(CONTROLLER, imagePolicy().unknown("spec").resource(), CHECKED, SERVICE)),
                notApplicable(
                        "the program builds the image",
                        stack(WORKFLOW, resource("docker:index/image:Image", "service"), SERVICE)),
                notApplicable("nobody signs", stack(namespace().resource(), SERVICE)));
    }

    private static ResourceBuilder labelled(String value) {
        return namespace()
                .with("metadata.labels", Map.of("policy.sigstore.dev/include", value))
                .resource();
    }

    private static ResourceBuilder glob(String glob) {
        return imagePolicy().with("spec.images[0].glob", glob).resource();
    }
}
