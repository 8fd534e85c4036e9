package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.rules.kubernetes.Compliant.CONTAINER;
import static dev.palisade.policy.rules.kubernetes.Compliant.POD;
import static dev.palisade.policy.rules.kubernetes.Compliant.deployment;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import java.util.List;

class PodIsConfinedTest implements PolicyCases {
    private static final String OWN = CONTAINER + "securityContext.";
    private static final String OF_POD = POD + "securityContext.";

    @Override
    public Policy policy() {
        return new PodIsConfined();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("the runtime's profile", deployment().alone()),
                passes(
                        "the pod's profile counts for the container",
                        deployment().without(OWN + "seccompProfile").alone()),
                passes(
                        "an AppArmor profile",
                        deployment()
                                .with(OWN + "appArmorProfile.type", "RuntimeDefault")
                                .alone()),
                passes(
                        "a confined SELinux type",
                        deployment()
                                .with(OWN + "seLinuxOptions.type", "container_t")
                                .alone()),
                fails(
                        "seccomp is off in the container",
                        deployment()
                                .with(OWN + "seccompProfile.type", "Unconfined")
                                .alone(),
                        "system call"),
                fails(
                        "seccomp is off in the pod",
                        deployment()
                                .without(OWN + "seccompProfile")
                                .with(OF_POD + "seccompProfile.type", "Unconfined")
                                .alone(),
                        "system call"),
                fails(
                        "seccomp is nowhere",
                        deployment()
                                .without(OWN + "seccompProfile")
                                .without(OF_POD + "seccompProfile")
                                .alone(),
                        "system call"),
                fails(
                        "AppArmor is off",
                        deployment()
                                .with(OF_POD + "appArmorProfile.type", "Unconfined")
                                .alone(),
                        "AppArmor"),
                fails(
                        "AppArmor is off by annotation",
                        deployment()
                                .yaml(
                                        "spec.template.metadata.annotations",
                                        "{container.apparmor.security.beta.kubernetes.io/service: unconfined}")
                                .alone(),
                        "AppArmor"),
                fails(
                        "an SELinux type of the node",
                        deployment()
                                .with(OF_POD + "seLinuxOptions.type", "spc_t")
                                .alone(),
                        "SELinux"),
                fails(
                        "an SELinux user",
                        deployment()
                                .with(OWN + "seLinuxOptions.user", "system_u")
                                .alone(),
                        "SELinux"),
                fails(
                        "an SELinux role",
                        deployment()
                                .with(OWN + "seLinuxOptions.role", "system_r")
                                .alone(),
                        "SELinux"),
                fails(
                        "all of /proc",
                        deployment().with(OWN + "procMount", "Unmasked").alone(),
                        "/proc"),
                unknown(
                        "the profile is not known yet",
                        deployment().unknown(OWN + "seccompProfile").alone()),
                notApplicable("no workload", stack()));
    }
}
