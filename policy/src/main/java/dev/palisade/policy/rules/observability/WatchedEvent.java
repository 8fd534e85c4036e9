package dev.palisade.policy.rules.observability;

import dev.palisade.policy.graph.JsonText;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import dev.palisade.policy.graph.Values;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What somebody must hear of, with examples as the log writes them: whatever patterns say, each of these has to count.
 *
 * @param words for example {@code use of the root user}
 */
record WatchedEvent(String words, List<Value> examples) {
    private static final List<String> CALLERS = List.of("admin/alice", "developer/bob");

    static final WatchedEvent UNAUTHENTICATED = of("answers 401", """
            [{"verb": "get", "requestURI": "/api", "user": {}, "responseStatus": {"code": 401}}]
            """);
    static final WatchedEvent FORBIDDEN = of("answers 403", """
            [{"verb": "get", "objectRef": {"resource": "secrets"},
              "user": {"username": "alice"}, "responseStatus": {"code": 403}},
             {"verb": "list", "objectRef": {"resource": "pods"},
              "user": {"username": "kubernetes-admin"}, "responseStatus": {"code": 403}}]
            """);
    static final WatchedEvent POD_EXEC = of("commands in pods", """
            [{"verb": "create", "objectRef": {"resource": "pods", "subresource": "exec", "namespace": "default"},
              "user": {"username": "alice"}, "responseStatus": {"code": 101}},
             {"verb": "get", "objectRef": {"resource": "pods", "subresource": "exec", "namespace": "palisade"},
              "user": {"username": "kubernetes-admin"}, "responseStatus": {"code": 101}}]
            """);
    static final WatchedEvent SECRET_READ = of("secrets that persons read", """
            [{"verb": "get", "objectRef": {"resource": "secrets", "namespace": "default"},
              "user": {"username": "alice"}, "responseStatus": {"code": 200}},
             {"verb": "list", "objectRef": {"resource": "secrets", "namespace": "palisade"},
              "user": {"username": "kubernetes-admin"}, "responseStatus": {"code": 200}}]
            """);
    static final WatchedEvent ROOT_USE = of("use of the root user", """
            [{"eventType": "AwsConsoleSignIn", "eventSource": "signin.amazonaws.com", "eventName": "ConsoleLogin",
              "userIdentity": {"type": "Root", "arn": "arn:aws:iam::111122223333:root"},
              "readOnly": false, "additionalEventData": {"MFAUsed": "Yes"}},
             {"eventType": "AwsApiCall", "eventSource": "ec2.amazonaws.com", "eventName": "DescribeInstances",
              "userIdentity": {"type": "Root", "arn": "arn:aws:iam::111122223333:root"}, "readOnly": true}]
            """);
    static final WatchedEvent RIGHTS =
            changes("changes of rights", "iam", "PutRolePolicy", "AttachRolePolicy", "CreatePolicyVersion");
    static final WatchedEvent END_OF_TRAIL =
            changes("its own end", "cloudtrail", "StopLogging", "DeleteTrail", "UpdateTrail");

    WatchedEvent {
        examples = List.copyOf(examples);
    }

    private static WatchedEvent of(String words, String examples) {
        return new WatchedEvent(words, JsonText.read(examples).orElseThrow().items());
    }

    /** Calls that change something, each by two callers. */
    private static WatchedEvent changes(String words, String service, String... calls) {
        return new WatchedEvent(
                words,
                Stream.of(calls)
                        .flatMap(call -> CALLERS.stream().map(caller -> change(service, call, caller)))
                        .toList());
    }

    private static Value change(String service, String call, String caller) {
        return Values.ofJson(Map.of(
                "eventType",
                "AwsApiCall",
                "eventSource",
                service + ".amazonaws.com",
                "eventName",
                call,
                "readOnly",
                false,
                "userIdentity",
                Map.of("type", "AssumedRole", "arn", "arn:aws:sts::111122223333:assumed-role/" + caller)));
    }

    /**
     * Whether each example is counted.
     *
     * @param counted whether an alarm watches what is counted by some pattern that satisfies the test
     */
    Truth isHeard(Function<Predicate<String>, Truth> counted) {
        return examples.stream()
                .map(example -> counted.apply(pattern -> counts(pattern, example)))
                .reduce(Truth.TRUE, Truth::and);
    }

    /** Whether a pattern counts one of such events, perhaps among others. */
    boolean isAmong(String pattern) {
        return examples.stream().anyMatch(example -> counts(pattern, example));
    }

    private static boolean counts(String pattern, Value example) {
        return FilterPattern.read(pattern).stream().anyMatch(fits -> fits.test(example));
    }
}
