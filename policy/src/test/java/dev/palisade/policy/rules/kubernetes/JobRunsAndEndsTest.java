package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import java.util.List;

class JobRunsAndEndsTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new JobRunsAndEnds();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("a job with the API's defaults", job("").alone()),
                passes(
                        "a few tries, two at once",
                        job("backoffLimit: 3, parallelism: 2,").alone()),
                passes("every night", nightly("'0 3 * * *'").alone()),
                passes(
                        "in fields of ranges and names",
                        nightly("'*/5 8-18 * JAN,JUL MON-FRI'").alone()),
                passes("by a word", nightly("'@hourly'").alone()),
                fails("a thousand tries", job("backoffLimit: 1000,").alone(), "backoffLimit"),
                fails("a crowd", job("parallelism: 500,").alone(), "parallelism"),
                fails(
                        "pods that start anew",
                        job("").without("spec.template.spec.restartPolicy").alone(),
                        "restartPolicy"),
                fails("a sentence for a schedule", nightly("'every night'").alone(), "schedule"),
                fails("no schedule", nightly("null").alone(), "schedule"),
                fails(
                        "a thousand tries every night",
                        nightly("'0 3 * * *'")
                                .with("spec.jobTemplate.spec.backoffLimit", 1000)
                                .alone(),
                        "backoffLimit"),
                unknown(
                        "a number of tries from outputs",
                        job("").unknown("spec.backoffLimit").alone()),
                notApplicable("no job", stack()));
    }

    private static Manifest job(String more) {
        return Manifest.of(Workloads.JOB, "j", "{spec: {" + more + " template: {spec: {restartPolicy: Never}}}}");
    }

    private static Manifest nightly(String schedule) {
        return Manifest.of(
                Workloads.CRON_JOB,
                "c",
                "{spec: {schedule: " + schedule
                        + ", jobTemplate: {spec: {template: {spec: {restartPolicy: Never}}}}}}");
    }
}
