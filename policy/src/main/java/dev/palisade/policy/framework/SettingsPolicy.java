package dev.palisade.policy.framework;

import dev.palisade.policy.graph.Resource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A policy that is a table: what the properties of some types have to be, each by itself. */
public interface SettingsPolicy extends ResourcePolicy {
    List<Setting> settings();

    @Override
    default Set<String> types() {
        return settings().stream().map(setting -> setting.property().type()).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    default Verdict check(Resource resource) {
        Verdict verdict = Verdict.PASS;
        for (Setting setting : settings()) {
            if (resource.is(setting.property().type())) {
                verdict = verdict.and(setting.judge(resource.get(setting.property())));
            }
        }
        return verdict;
    }
}
