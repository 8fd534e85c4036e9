package dev.palisade.policy.report;

import dev.palisade.policy.framework.Control;
import dev.palisade.policy.framework.Framework;
import dev.palisade.policy.framework.Policy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The requirements of a standard in the order of their numbers, each with the policies that judge it. */
final class Requirements {
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    /** 5.4.2 before 5.4.10. */
    private static final Comparator<String> NUMBERED = Comparator.comparing(Requirements::padded);

    private Requirements() {}

    static Map<String, List<Policy>> of(Framework framework, Collection<Policy> policies) {
        Map<String, List<Policy>> requirements = new TreeMap<>(NUMBERED);
        for (Policy policy : policies) {
            for (Control control : policy.controls()) {
                if (control.framework() == framework) {
                    requirements
                            .computeIfAbsent(control.reference(), key -> new ArrayList<>())
                            .add(policy);
                }
            }
        }
        return requirements;
    }

    private static String padded(String reference) {
        return NUMBER.matcher(reference)
                .replaceAll(number -> "0".repeat(Math.max(0, 6 - number.group().length())) + number.group());
    }
}
