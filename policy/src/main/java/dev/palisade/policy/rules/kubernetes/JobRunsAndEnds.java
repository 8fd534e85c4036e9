package dev.palisade.policy.rules.kubernetes;

import dev.palisade.policy.framework.PolicyInfo;
import dev.palisade.policy.framework.ResourcePolicy;
import dev.palisade.policy.framework.Row;
import dev.palisade.policy.framework.Severity;
import dev.palisade.policy.framework.Verdict;
import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Value;
import java.util.Set;
import java.util.regex.Pattern;

/** How long a job may take, and whether two runs may overlap, is its own affair. */
@PolicyInfo(
        title = "Jobs run when their schedule says, and give up after a few tries",
        severity = Severity.LOW,
        rows = {Row.C3, Row.C4},
        controls = {"NIST 800-53 SC-5", "NIST 800-53 CP-2", "SOC 2 A1.1"},
        why =
                "A job of a schedule that is none is refused; one that tries for ever, or in a crowd, takes the others' room.",
        remedy = "Write the schedule as five fields, and leave backoffLimit and parallelism at 10 or below.",
        snippet = "JobSpecArgs.builder().backoffLimit(3).parallelism(1)")
public final class JobRunsAndEnds implements ResourcePolicy {
    private static final Property TRIES = Property.of(Workloads.JOB, "spec.backoffLimit");
    private static final Property AT_ONCE = Property.of(Workloads.JOB, "spec.parallelism");
    private static final Property CRON_TRIES = Property.of(Workloads.CRON_JOB, "spec.jobTemplate.spec.backoffLimit");
    private static final Property CRON_AT_ONCE = Property.of(Workloads.CRON_JOB, "spec.jobTemplate.spec.parallelism");
    private static final Property SCHEDULE = Property.of(Workloads.CRON_JOB, "spec.schedule");
    private static final Property RESTART = Property.of(Workloads.POD, "spec.restartPolicy");
    private static final Pattern TIMES = Pattern.compile(
            "@(annually|yearly|monthly|weekly|daily|midnight|hourly|every \\S{1,20})|[\\w*/,?-]{1,99}( +[\\w*/,?-]{1,99}){4}");
    private static final double MOST = 10;

    @Override
    public Set<String> types() {
        return Set.of(Workloads.JOB, Workloads.CRON_JOB);
    }

    @Override
    public Verdict check(Resource job) {
        boolean again = job.is(Workloads.CRON_JOB);
        Value tries = job.get(again ? CRON_TRIES : TRIES);
        Value atOnce = job.get(again ? CRON_AT_ONCE : AT_ONCE);
        Verdict verdict = Verdict.require(
                        Paths.absentOr(tries, tries.atMost(MOST)), "tries over and over: backoffLimit is over 10")
                .and(Verdict.require(
                        Paths.absentOr(atOnce, atOnce.atMost(MOST)), "runs in a crowd: parallelism is over 10"))
                .and(Verdict.require(
                        PodSpec.of(job).get(RESTART).isOneOf("Never", "OnFailure"),
                        "is refused, as its pods never end: restartPolicy is not Never or OnFailure"));
        return again
                ? verdict.and(Verdict.require(
                        job.get(SCHEDULE).matches(TIMES.asMatchPredicate()), "has a schedule that is none"))
                : verdict;
    }
}
