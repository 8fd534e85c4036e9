package dev.palisade.platform.observability;

import java.util.Locale;

/** What CloudTrail tells of the account's guards, counted by a metric filter; each event is an alarm. */
enum AccountSignal {
    ROOT_USE(
            "Somebody uses the account's root user.",
            "{ ($.userIdentity.type = \"Root\") && ($.userIdentity.invokedBy NOT EXISTS)"
                    + " && ($.eventType != \"AwsServiceEvent\") }"),
    IAM_CHANGES(
            "Rights changed by hand, not by a pipeline.",
            "{ ($.eventSource = \"iam.amazonaws.com\") && ($.readOnly IS FALSE)"
                    + " && ($.userIdentity.arn != \"*-github-deploy/*\") }"),
    TRAIL_CHANGES(
            "Somebody changes or stops the trail.",
            "{ ($.eventName = \"CreateTrail\") || ($.eventName = \"UpdateTrail\") || ($.eventName = \"DeleteTrail\")"
                    + " || ($.eventName = \"StartLogging\") || ($.eventName = \"StopLogging\") }");

    private final String meaning;
    private final String pattern;

    AccountSignal(String meaning, String pattern) {
        this.meaning = meaning;
        this.pattern = pattern;
    }

    /** The name of the metric, its filter and its alarm. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String meaning() {
        return meaning;
    }

    /** Which events count, in the filter language of CloudWatch Logs. */
    String pattern() {
        return pattern;
    }
}
