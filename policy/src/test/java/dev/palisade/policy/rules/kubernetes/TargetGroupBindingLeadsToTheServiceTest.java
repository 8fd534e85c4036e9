package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.ResourceBuilder;
import dev.palisade.policy.testkit.StackBuilder;
import java.util.List;
import java.util.Map;

class TargetGroupBindingLeadsToTheServiceTest implements PolicyCases {
    private static final ResourceBuilder GROUP = resource("aws:lb/targetGroup:TargetGroup", "service");

    @Override
    public Policy policy() {
        return new TargetGroupBindingLeadsToTheService();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("group and Service of the stack", with(binding())),
                passes("the port by its name", with(binding().set("spec.serviceRef.port", "http"))),
                passes("the group is not made yet", with(binding().unknown("spec.targetGroupARN", GROUP))),
                fails(
                        "a foreign group",
                        with(binding().set("spec.targetGroupARN", "arn:aws:elasticloadbalancing:x")),
                        "targetGroupARN"),
                fails("no group", with(binding().unset("spec.targetGroupARN")), "targetGroupARN"),
                fails("another Service", with(binding().set("spec.serviceRef.name", "x")), "serviceRef"),
                fails("another port", with(binding().set("spec.serviceRef.port", 81)), "serviceRef"),
                fails("another namespace", with(binding().set("metadata.namespace", "other")), "serviceRef"),
                fails("through the nodes", with(binding().set("spec.targetType", "instance")), "targetType"),
                fails(
                        "rules of its own",
                        with(binding().set("spec.networking", Map.of("ingress", List.of()))),
                        "networking"),
                unknown("not known yet", with(binding().unknown("spec.serviceRef"))),
                notApplicable("no binding", stack(GROUP)));
    }

    private static StackBuilder with(ResourceBuilder binding) {
        return stack(GROUP, Compliant.service().resource(), binding);
    }

    private static ResourceBuilder binding() {
        return resource("kubernetes:elbv2.k8s.aws/v1beta1:TargetGroupBinding", "service")
                .set("metadata.name", "service")
                .set("metadata.namespace", "palisade")
                .set("spec.serviceRef.name", "service")
                .set("spec.serviceRef.port", 80)
                .set("spec.targetType", "ip")
                .refer("spec.targetGroupARN", GROUP);
    }
}
