package dev.palisade.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ObservabilityTest {

    private static final String ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
    private static final String FILTER = "aws:cloudwatch/logMetricFilter:LogMetricFilter";
    private static final String TOPIC_ARN = "arn:aws:mock:eu-central-1:111122223333:alerts";

    @Test
    void everyAlarmTellsThePeopleBehindTheTopicAndNamesItsRunbook() {
        assertThat(Platforms.of("prod").ofType(ALARM)).hasSizeGreaterThan(15).allSatisfy(alarm -> {
            assertThat(alarm.input("alarmActions")).isEqualTo(List.of(TOPIC_ARN));
            assertThat(alarm.input("alarmDescription").toString()).endsWith("docs/runbooks.md#" + alarm.name());
        });
        assertThat(Platforms.of("prod")
                        .one("aws:sns/topicSubscription:TopicSubscription", "alerts")
                        .input("protocol"))
                .isEqualTo("email");
    }

    @Test
    void everyMetricThatIsCountedFromALogHasItsAlarm() {
        var alarms = Platforms.of("prod").ofType(ALARM).stream()
                .map(alarm -> alarm.input("metricName"))
                .toList();

        assertThat(Platforms.of("prod").ofType(FILTER)).hasSizeGreaterThan(5).allSatisfy(filter -> assertThat(alarms)
                .contains(((Map<?, ?>) filter.input("metricTransformation")).get("name")));
    }

    @Test
    void theTrailCoversEveryRegionAndShowsWhetherItWasChanged() {
        var trail = Platforms.of("prod").one("aws:cloudtrail/trail:Trail", "account");

        assertThat(trail.inputs())
                .containsEntry("isMultiRegionTrail", true)
                .containsEntry("enableLogFileValidation", true)
                .containsEntry("includeGlobalServiceEvents", true)
                .containsEntry("kmsKeyId", "arn:aws:mock:eu-central-1:111122223333:trail");
        assertThat(Platforms.of("prod").one(FILTER, "root-use").input("logGroupName"))
                .isEqualTo("/palisade/palisade-prod/trail");
    }

    @Test
    void theBudgetTellsBeforeTheMonthIsOver() {
        var budget = Platforms.of("dev").one("aws:budgets/budget:Budget", "monthly");

        assertThat(((List<?>) budget.input("notifications"))
                        .stream()
                                .map(notification ->
                                        String.valueOf(((Map<?, ?>) notification).get("notificationType"))))
                .containsExactly("ACTUAL", "FORECASTED");
    }

    @Test
    void theDashboardIsAPageOfCharts() {
        var body = Platforms.of("dev")
                .one("aws:cloudwatch/dashboard:Dashboard", "platform")
                .input("dashboardBody");
        JsonArray widgets =
                JsonParser.parseString(body.toString()).getAsJsonObject().getAsJsonArray("widgets");

        assertThat(StreamSupport.stream(widgets.spliterator(), false))
                .extracting(widget -> widget.getAsJsonObject()
                        .getAsJsonObject("properties")
                        .get("title")
                        .getAsString())
                .contains("Requests", "Errors", "Latency (s)", "Firewall", "Nodes (%)", "Audit");
    }

    @Test
    void findingsOfAwsGoTheSameWayAsAlarms() {
        assertThat(Platforms.of("dev").ofType("aws:cloudwatch/eventTarget:EventTarget"))
                .hasSize(4)
                .allSatisfy(target -> assertThat(target.input("arn")).isEqualTo(TOPIC_ARN));
        assertThat(Platforms.of("dev").ofType("aws:guardduty/detectorFeature:DetectorFeature"))
                .allSatisfy(feature -> assertThat(feature.input("status")).isEqualTo("ENABLED"));
    }
}
