package dev.palisade.policy.rules.storage;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.ResourceBuilder;
import java.util.List;
import java.util.Map;

class EcrScansOnPushTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new EcrScansOnPush();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("on push", stack(repository().set("imageScanningConfiguration.scanOnPush", true))),
                passes("by Inspector", stack(registry("ENHANCED", "CONTINUOUS_SCAN"))),
                fails("off", stack(repository().set("imageScanningConfiguration.scanOnPush", false)), "on push"),
                fails("by default", stack(repository()), "on push"),
                fails("the basic scan", stack(registry("BASIC", "SCAN_ON_PUSH")), "ENHANCED"),
                fails("by hand", stack(registry("ENHANCED", "MANUAL")), "no rule"),
                unknown("not known yet", stack(repository().unknown("imageScanningConfiguration"))),
                notApplicable("no repository", stack()));
    }

    private static ResourceBuilder repository() {
        return resource("aws:ecr/repository:Repository", "service");
    }

    private static ResourceBuilder registry(String type, String frequency) {
        return resource("aws:ecr/registryScanningConfiguration:RegistryScanningConfiguration", "registry")
                .set("scanType", type)
                .set("rules", List.of(Map.of("scanFrequency", frequency)));
    }
}
