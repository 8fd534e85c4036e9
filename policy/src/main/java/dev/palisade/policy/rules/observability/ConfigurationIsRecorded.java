package dev.palisade.policy.rules.observability;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import java.util.Set;

@PolicyInfo(
        title = "Where AWS Config records, it records everything and is on",
        severity = Severity.MEDIUM,
        rows = {Row.X8, Row.X10},
        controls = {"CIS AWS 3.3", "NIST 800-53 CM-8", "PCI DSS 10.5.1", "SOC 2 CC7.1", "Security Hub Config.1"},
        why = "A recorder that is off, or that leaves kinds of resources out, shows no change by hand.",
        remedy = "Record all supported kinds, global ones too, and switch the recorder on.",
        snippet = "RecorderRecordingGroupArgs.builder().allSupported(true).includeGlobalResourceTypes(true)")
public final class ConfigurationIsRecorded implements ResourcePolicy {
    private static final String RECORDER = "aws:cfg/recorder:Recorder";
    private static final Property ALL = Property.of(RECORDER, "recordingGroup.allSupported");
    private static final Property KINDS = Property.of(RECORDER, "recordingGroup.resourceTypes");
    private static final Property ON = Property.of("aws:cfg/recorderStatus:RecorderStatus", "isEnabled");

    @Override
    public Set<String> types() {
        return Set.of(RECORDER, ON.type());
    }

    @Override
    public Verdict check(Resource recorder) {
        if (recorder.is(ON.type())) {
            return Verdict.require(recorder.get(ON).isTrue(), "is off: isEnabled is not true");
        }
        return Verdict.require(
                recorder.get(ALL)
                        .is("false")
                        .not()
                        .and(recorder.get(KINDS).hasItems().not()),
                "leaves kinds of resources out: recordingGroup");
    }
}
