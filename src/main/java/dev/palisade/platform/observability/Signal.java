package dev.palisade.platform.observability;

import com.pulumi.aws.cloudwatch.LogMetricFilterArgs;
import com.pulumi.aws.cloudwatch.inputs.LogMetricFilterMetricTransformationArgs;
import com.pulumi.core.Output;
import dev.palisade.platform.settings.StackSettings;
import java.util.Locale;

/** What a log tells of the platform's guards: counted by a metric filter, with an alarm on the count. */
interface Signal {

    /** The name of the constant. */
    String name();

    /** What has happened, for the people that the alarm tells. */
    String meaning();

    /** Which events count, in the filter language of CloudWatch Logs. */
    String pattern();

    /** How many in five minutes are still no alarm. */
    int threshold();

    /** The name of the metric, its filter and its alarm. */
    default String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The filter that counts it in a log group. */
    default LogMetricFilterArgs filter(StackSettings settings, Output<String> logGroup) {
        return LogMetricFilterArgs.builder()
                .name(settings.name() + "-" + label())
                .logGroupName(logGroup)
                .pattern(pattern())
                .metricTransformation(LogMetricFilterMetricTransformationArgs.builder()
                        .namespace(namespace(settings))
                        .name(label())
                        .value("1")
                        .defaultValue("0")
                        .build())
                .build();
    }

    /** Of all metrics that are counted here. */
    static String namespace(StackSettings settings) {
        return "Palisade/" + settings.name();
    }
}
