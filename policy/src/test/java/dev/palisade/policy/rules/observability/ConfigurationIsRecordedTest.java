package dev.palisade.policy.rules.observability;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import java.util.List;

class ConfigurationIsRecordedTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new ConfigurationIsRecorded();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes(
                        "all of it",
                        stack(
                                resource("aws:cfg/recorder:Recorder", "r"),
                                resource("aws:cfg/recorderStatus:RecorderStatus", "s")
                                        .set("isEnabled", true))),
                fails(
                        "off",
                        stack(resource("aws:cfg/recorderStatus:RecorderStatus", "s")
                                .set("isEnabled", false)),
                        "isEnabled"),
                fails(
                        "some kinds",
                        stack(resource("aws:cfg/recorder:Recorder", "r")
                                .set("recordingGroup.resourceTypes", List.of("AWS::EC2::Instance"))),
                        "recordingGroup"),
                unknown(
                        "not known yet",
                        stack(resource("aws:cfg/recorderStatus:RecorderStatus", "s")
                                .unknown("isEnabled"))),
                notApplicable("no recorder", stack()));
    }
}
