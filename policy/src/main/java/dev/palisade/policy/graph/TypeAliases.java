package dev.palisade.policy.graph;

import java.util.Map;

/** The modules under which the AWS provider offers the same resources twice, with the one that policies know. */
final class TypeAliases {
    private static final Map<String, String> MODULES = Map.of(
            "aws:alb/", "aws:lb/",
            "aws:applicationloadbalancing/", "aws:lb/",
            "aws:elasticloadbalancingv2/", "aws:lb/",
            "aws:elasticloadbalancing/", "aws:elb/");

    private TypeAliases() {}

    static String current(String type) {
        int end = type.indexOf('/') + 1;
        String module = MODULES.get(type.substring(0, end));
        return module == null ? type : module + type.substring(end);
    }
}
