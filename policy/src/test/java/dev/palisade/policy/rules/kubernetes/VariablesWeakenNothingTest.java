package dev.palisade.policy.rules.kubernetes;

import static dev.palisade.policy.rules.PolicyCases.fails;
import static dev.palisade.policy.rules.PolicyCases.notApplicable;
import static dev.palisade.policy.rules.PolicyCases.passes;
import static dev.palisade.policy.rules.PolicyCases.unknown;
import static dev.palisade.policy.testkit.ResourceBuilder.resource;
import static dev.palisade.policy.testkit.StackBuilder.stack;

import dev.palisade.policy.framework.Policy;
import dev.palisade.policy.rules.PolicyCases;
import dev.palisade.policy.testkit.ResourceBuilder;
import java.util.List;
import java.util.Map;

class VariablesWeakenNothingTest implements PolicyCases {
    @Override
    public Policy policy() {
        return new VariablesWeakenNothing();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                passes("settings", stack(env("LOG_LEVEL", "info"))),
                passes("a protection that is on", stack(env("TLS_VERIFY", "true"))),
                passes("a weakness that is off", stack(env("AUTH_DISABLED", "false"))),
                fails("no authentication", stack(env("AUTH_ENABLED", "false")), "AUTH_ENABLED"),
                fails(
                        "any certificate",
                        stack(env("NODE_TLS_REJECT_UNAUTHORIZED", "0")),
                        "NODE_TLS_REJECT_UNAUTHORIZED"),
                fails("no rate limit", stack(env("RATE_LIMIT_ENABLED", "off")), "RATE_LIMIT_ENABLED"),
                fails("any origin", stack(env("CORS_ALLOW_ALL", "true")), "CORS_ALLOW_ALL"),
                fails("a mode for development", stack(env("DEV_MODE", "1")), "DEV_MODE"),
                fails("a proxy", stack(env("HTTP_PROXY", "http://proxy.example.com")), "HTTP_PROXY"),
                fails("foreign code", stack(env("LD_PRELOAD", "/tmp/x.so")), "LD_PRELOAD"),
                passes("memory", stack(env("JAVA_TOOL_OPTIONS", "-Xmx256m -Djdk.tls.client.protocols=TLSv1.3"))),
                fails(
                        "an agent in the JVM",
                        stack(env("JAVA_TOOL_OPTIONS", "-javaagent:/tmp/x.jar")),
                        "JAVA_TOOL_OPTIONS"),
                fails(
                        "old TLS",
                        stack(env("JDK_JAVA_OPTIONS", "-Djdk.tls.client.protocols=TLSv1")),
                        "JDK_JAVA_OPTIONS"),
                fails("another AWS", stack(env("AWS_ENDPOINT_URL", "http://203.0.113.1")), "AWS_ENDPOINT_URL"),
                fails("another role", stack(env("AWS_ROLE_ARN", "arn:aws:iam::1:role/node")), "AWS_ROLE_ARN"),
                fails("another token", stack(env("AWS_WEB_IDENTITY_TOKEN_FILE", "/t")), "AWS_WEB_IDENTITY_TOKEN_FILE"),
                fails(
                        "another giver of credentials",
                        stack(env("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://203.0.113.1")),
                        "AWS_CONTAINER_CREDENTIALS_FULL_URI"),
                fails(
                        "another role, from a ConfigMap",
                        stack(
                                resource("kubernetes:core/v1:Pod", "p")
                                        .set(
                                                "spec.containers",
                                                List.of(Map.of(
                                                        "envFrom",
                                                        List.of(Map.of("configMapRef", Map.of("name", "settings")))))),
                                resource(ConfigMaps.TYPE, "settings")
                                        .set("metadata.name", "settings")
                                        .set("data", Map.of("AWS_ROLE_ARN", "arn:aws:iam::1:role/node"))),
                        "AWS_ROLE_ARN, which a ConfigMap"),
                passes("the region", stack(env("AWS_REGION", "eu-central-1"))),
                unknown(
                        "not known yet",
                        stack(resource("kubernetes:core/v1:Pod", "p").unknown("spec.containers"))),
                notApplicable("no pods", stack()));
    }

    private static ResourceBuilder env(String name, String value) {
        return resource("kubernetes:core/v1:Pod", "p")
                .set(
                        "spec.containers",
                        List.of(Map.of("name", "c", "env", List.of(Map.of("name", name, "value", value)))));
    }
}
