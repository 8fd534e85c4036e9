package dev.palisade.platform.observability;

/** What CloudTrail tells of the account's guards, counted by a metric filter; each event is an alarm. */
enum AccountSignal implements Signal {
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

    @Override
    public String meaning() {
        return meaning;
    }

    @Override
    public String pattern() {
        return pattern;
    }

    @Override
    public int threshold() {
        return 0;
    }
}
