package dev.palisade.policy.rules.eks;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import java.util.Set;
import java.util.regex.Pattern;

@PolicyInfo(
        title = "Every add-on has a pinned version and wins over what is there",
        severity = Severity.MEDIUM,
        rows = {Row.C6},
        controls = {"NIST 800-53 CM-2", "NIST 800-53 SI-2", "PCI DSS 6.3.3", "SOC 2 CC8.1"},
        why = "Without a version the add-on is whatever was newest on the day; a preview does not show it.",
        remedy = "Pin the add-on's version together with that of Kubernetes.",
        snippet = "AddonArgs.builder().addonVersion(version.addon(name))")
public final class EksAddonIsPinned implements ResourcePolicy {

    private static final Property ON_UPDATE = Property.of(Addons.ADDON, "resolveConflictsOnUpdate");
    private static final Property ON_CREATE = Property.of(Addons.ADDON, "resolveConflictsOnCreate");
    private static final Property PRESERVE = Property.of(Addons.ADDON, "preserve");
    private static final Pattern EXACT = Pattern.compile("v\\d+[.]\\d+[.]\\d+-eksbuild[.]\\d+");

    @Override
    public Set<String> types() {
        return Set.of(Addons.ADDON);
    }

    @Override
    public Verdict check(Resource addon) {
        return Verdict.require(
                        addon.get(Addons.VERSION)
                                .matches(version -> EXACT.matcher(version).matches()),
                        "has no exact addonVersion")
                .and(Verdict.require(
                        addon.get(ON_UPDATE)
                                .is("OVERWRITE")
                                .and(addon.get(ON_CREATE).is("OVERWRITE")),
                        "keeps what somebody changed in the cluster: conflicts are not resolved with OVERWRITE"))
                .and(Verdict.require(
                        addon.get(PRESERVE).isTrue().not(),
                        "runs on without updates when it is deleted: preserve is true"));
    }
}
