package dev.palisade.platform.observability;

import com.pulumi.aws.cloudwatch.MetricAlarmArgs;
import com.pulumi.core.Output;
import java.util.List;
import java.util.Map;

/**
 * One alarm: it fires when the statistic is above the threshold in {@code periods} periods of five minutes one after
 * the other, and says again when it is over.
 *
 * @param statistic {@code Sum}, {@code Average}, {@code Maximum} or a percentile such as {@code p95}
 * @param meaning what has happened, and which runbook tells what to do
 */
record Alarm(
        String name,
        String meaning,
        String namespace,
        String metric,
        Output<Map<String, String>> dimensions,
        String statistic,
        double threshold,
        int periods) {

    private static final int PERIOD_SECONDS = 300;

    MetricAlarmArgs args(String stack, Output<String> topicArn) {
        var args = MetricAlarmArgs.builder()
                .name(stack + "-" + name)
                .alarmDescription(meaning + " Runbook: docs/runbooks.md#" + name)
                .namespace(namespace)
                .metricName(metric)
                .dimensions(dimensions)
                .comparisonOperator("GreaterThanThreshold")
                .threshold(threshold)
                .period(PERIOD_SECONDS)
                .evaluationPeriods(periods)
                .treatMissingData("notBreaching")
                .actionsEnabled(true)
                .alarmActions(topicArn.applyValue(List::of))
                .okActions(topicArn.applyValue(List::of));
        if (statistic.startsWith("p")) {
            args.extendedStatistic(statistic);
        } else {
            args.statistic(statistic);
        }
        return args.build();
    }
}
