package dev.palisade.policy.rules.pulumi;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.graph.Value;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.ResourceBuilder;
import java.util.List;
import java.util.Map;

class OutputsAreMarkedSecretTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new OutputsAreMarkedSecret();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("an address", stack(outputs().output("url", "https://api.example.com"))),
                passes("a secret", stack(outputs().output("kubeconfig", new Value.Secret(Value.of("x"))))),
                passes("where a secret is", stack(outputs().output("secretArn", "arn:aws:secretsmanager:x"))),
                fails(
                        "a kubeconfig",
                        stack(outputs().output("kubeconfig", Map.of("users", List.of("x")))),
                        "kubeconfig"),
                fails("a password", stack(outputs().output("dbPassword", "x")), "dbPassword"),
                fails(
                        "an access key under another name",
                        stack(outputs().output("x", "AKIAABCDEFGHIJKLMNOP")),
                        "the output x"),
                fails(
                        "one deep inside",
                        stack(outputs().output("x", Map.of("y", List.of("postgresql://u:p@h/db")))),
                        "the output x"),
                unknown("not known yet", stack(outputs().output("kubeconfig", Value.unknown()))),
                notApplicable("no outputs", stack()));
    }

    private static ResourceBuilder outputs() {
        return resource("pulumi:pulumi:Stack", "palisade-other");
    }
}
