package dev.palisade.policy.pack;

import dev.palisade.policy.framework.Control;
import dev.palisade.policy.framework.Parameterised;
import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.graph.StructPatch;
import dev.palisade.policy.graph.Value;
import dev.palisade.policy.graph.Values;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pulumirpc.AnalyzerOuterClass.AnalyzerInfo;
import pulumirpc.AnalyzerOuterClass.EnforcementLevel;
import pulumirpc.AnalyzerOuterClass.PolicyComplianceFramework;
import pulumirpc.AnalyzerOuterClass.PolicyConfigSchema;
import pulumirpc.AnalyzerOuterClass.PolicyInfo;
import pulumirpc.AnalyzerOuterClass.PolicyType;

/** What the pack tells the engine of itself. */
final class PackInfo {
    static final String NAME = "palisade";
    static final String VERSION = "0.1.0";

    private PackInfo() {}

    static AnalyzerInfo of(List<Policy> policies) {
        AnalyzerInfo.Builder info = AnalyzerInfo.newBuilder()
                .setName(NAME)
                .setDisplayName("Palisade")
                .setDescription("The Palisade security checklist")
                .setVersion(VERSION)
                .setSupportsConfig(true);
        policies.forEach(policy -> info.addPolicies(policy(policy)));
        return info.build();
    }

    private static PolicyInfo policy(Policy policy) {
        var told = policy.info();
        PolicyInfo.Builder info = PolicyInfo.newBuilder()
                .setName(policy.id())
                .setDisplayName(told.title())
                .setDescription(told.why())
                .setMessage(told.title())
                .setEnforcementLevel(EnforcementLevel.MANDATORY)
                .setPolicyType(
                        policy instanceof ResourcePolicy
                                ? PolicyType.POLICY_TYPE_RESOURCE
                                : PolicyType.POLICY_TYPE_STACK)
                .setSeverity(Diagnostics.severity(told.severity()))
                .addAllTags(Arrays.stream(told.rows()).map(Row::name).toList())
                .setRemediationSteps(told.remedy());
        if (policy instanceof Parameterised parameterised) {
            info.setConfigSchema(schema(parameterised));
        }
        policy.controls().stream().findFirst().map(PackInfo::framework).ifPresent(info::setFramework);
        return info.build();
    }

    private static PolicyConfigSchema schema(Parameterised policy) {
        Map<String, Value> parameters = new LinkedHashMap<>();
        policy.parameters().forEach(parameter -> parameters.put(parameter.name(), Values.ofJson(parameter.schema())));
        return PolicyConfigSchema.newBuilder()
                .setProperties(StructPatch.of(new Value.Fields(parameters)))
                .build();
    }

    private static PolicyComplianceFramework framework(Control control) {
        return PolicyComplianceFramework.newBuilder()
                .setName(control.framework().title())
                .setReference(control.reference())
                .build();
    }
}
