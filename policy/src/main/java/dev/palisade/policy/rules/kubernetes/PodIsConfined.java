package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.kubernetes.Paths.absentOr;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;

/** The kernel's own fences: seccomp, AppArmor, SELinux and the masks of {@code /proc}. */
@PolicyInfo(
        title = "Containers stay within the runtime's seccomp, AppArmor and SELinux profiles",
        severity = Severity.HIGH,
        rows = Row.C2,
        controls = {"NIST 800-53 SC-39", "NIST 800-53 CM-7", "PCI DSS 2.2.6", "SOC 2 CC6.8"},
        why = "Without the profiles every system call is open, and most ways out of a container begin with a rare one.",
        remedy = "Use seccomp's RuntimeDefault, and leave AppArmor, SELinux and procMount at their defaults.",
        snippet = """
                PodSecurityContextArgs.builder()
                        .seccompProfile(SeccompProfileArgs.builder().type("RuntimeDefault").build())""")
public final class PodIsConfined extends ContainerPolicy {
    private static final String POD_CONTEXT = "spec.securityContext.";
    private static final String OWN_CONTEXT = "spec.containers[].securityContext.";
    private static final Property POD_SECCOMP = Property.of(Workloads.POD, POD_CONTEXT + "seccompProfile.type");
    private static final Property SECCOMP = Property.of(Workloads.POD, OWN_CONTEXT + "seccompProfile.type");
    private static final Property POD_SECURITY = Property.of(Workloads.POD, "spec.securityContext");
    private static final Property SECURITY = Property.of(Workloads.POD, "spec.containers[].securityContext");
    private static final Property POD_SELINUX = Property.of(Workloads.POD, POD_CONTEXT + "seLinuxOptions");
    private static final Property SELINUX = Property.of(Workloads.POD, OWN_CONTEXT + "seLinuxOptions");
    private static final Property SELINUX_TYPE = Property.of(Workloads.POD, OWN_CONTEXT + "seLinuxOptions.type");
    private static final Property SELINUX_USER = Property.of(Workloads.POD, OWN_CONTEXT + "seLinuxOptions.user");
    private static final Property SELINUX_ROLE = Property.of(Workloads.POD, OWN_CONTEXT + "seLinuxOptions.role");
    private static final Property PROC_MOUNT = Property.of(Workloads.POD, OWN_CONTEXT + "procMount");
    private static final Property ANNOTATIONS = Property.of(Workloads.POD, "metadata.annotations");

    @Override
    Verdict check(Container container) {
        Value appArmor = appArmor(container.get(SECURITY));
        Value podAppArmor = appArmor(container.pod().get(POD_SECURITY));
        Value procMount = container.get(PROC_MOUNT);
        return container
                .require(
                        container.get(SECCOMP, POD_SECCOMP).is("RuntimeDefault"),
                        "may make any system call: seccompProfile.type is not RuntimeDefault")
                .and(Verdict.require(
                        container.pod().get(POD_SECCOMP).is("Unconfined").not(),
                        "the pod lets containers that are added to it make any system call: seccompProfile.type"))
                .and(container.require(
                        appArmor.is("Unconfined")
                                .or(appArmor.isPresent().not().and(podAppArmor.is("Unconfined")))
                                .or(annotated(container))
                                .not(),
                        "is not confined by AppArmor"))
                .and(container.require(
                        isConfined(container.get(SELINUX, POD_SELINUX)),
                        "leaves SELinux's confinement: seLinuxOptions"))
                .and(container.require(
                        absentOr(procMount, procMount.is("Default")), "sees all of /proc: procMount is not Default"));
    }

    /** Before Kubernetes 1.30 an annotation named the profile; it still counts. */
    private static Truth annotated(Container container) {
        Value profile = container
                .pod()
                .metadata()
                .get(ANNOTATIONS)
                .field("container.apparmor.security.beta.kubernetes.io/" + container.name());
        return profile.is("unconfined");
    }

    /** A field that is newer than the SDK, which has no name for it. */
    private static Value appArmor(Value securityContext) {
        return securityContext.field("appArmorProfile").field("type");
    }

    /** The types that the profile "baseline" allows. */
    private static Truth isConfined(Value options) {
        Value type = options.get(SELINUX_TYPE);
        return absentOr(
                        type,
                        type.isOneOf("", "container_t", "container_init_t", "container_kvm_t", "container_engine_t"))
                .and(() -> absentOr(
                        options.get(SELINUX_USER), options.get(SELINUX_USER).is("")))
                .and(() -> absentOr(
                        options.get(SELINUX_ROLE), options.get(SELINUX_ROLE).is("")));
    }
}
