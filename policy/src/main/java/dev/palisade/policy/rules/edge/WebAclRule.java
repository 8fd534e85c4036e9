package dev.palisade.policy.rules.edge;

import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.Comparator;
import java.util.List;

/** One rule of a web ACL, as far as its effect goes. */
record WebAclRule(Value rule) {
    static final String ACL = "aws:wafv2/webAcl:WebAcl";

    private static final Property RULES = Property.of(ACL, "rules");
    private static final Property NAME = Property.of(ACL, "rules[].name");
    private static final Property PRIORITY = Property.of(ACL, "rules[].priority");
    private static final Property ACTION = Property.of(ACL, "rules[].action");
    private static final Property OVERRIDE = Property.of(ACL, "rules[].overrideAction");
    private static final Property ALLOW = Property.of(ACL, "rules[].action.allow");
    private static final Property BLOCK = Property.of(ACL, "rules[].action.block");
    private static final Property COUNT = Property.of(ACL, "rules[].action.count");
    private static final Property CAPTCHA = Property.of(ACL, "rules[].action.captcha");
    private static final Property CHALLENGE = Property.of(ACL, "rules[].action.challenge");
    private static final Property NONE = Property.of(ACL, "rules[].overrideAction.none");
    private static final Property STATEMENT = Property.of(ACL, "rules[].statement");
    private static final Property MANAGED = Property.of(ACL, "rules[].statement.managedRuleGroupStatement");
    private static final Property REFERENCED = Property.of(ACL, "rules[].statement.ruleGroupReferenceStatement");
    private static final Property RATE = Property.of(ACL, "rules[].statement.rateBasedStatement");

    /** The rules in the order in which WAF asks them; where a priority is not known, as the program states them. */
    static List<WebAclRule> of(Resource acl) {
        return acl.get(RULES).items().stream()
                .map(WebAclRule::new)
                .sorted(Comparator.comparing(rule -> rule.priority()))
                .toList();
    }

    double priority() {
        return rule.get(PRIORITY).number().orElse(0d);
    }

    boolean hasUnknownPriority() {
        return rule.get(PRIORITY).isUnknown();
    }

    String name() {
        return rule.get(NAME).text().orElse("of no known name");
    }

    Value statement() {
        return rule.get(STATEMENT);
    }

    Value managedGroup() {
        return statement().get(MANAGED);
    }

    Value referencedGroup() {
        return statement().get(REFERENCED);
    }

    Value rate() {
        return statement().get(RATE);
    }

    /** Whether it is a group of rules, which has an override where others have an action. */
    Truth isGroup() {
        return managedGroup().isPresent().or(referencedGroup().isPresent());
    }

    Truth allows() {
        return rule.get(ACTION).get(ALLOW).isPresent();
    }

    Truth blocks() {
        return rule.get(ACTION).get(BLOCK).isPresent();
    }

    /** Whether it ends the evaluation of a request that it matches, and does not merely count it. */
    Truth decides() {
        Value action = rule.get(ACTION);
        return action.get(BLOCK)
                .isPresent()
                .or(action.get(CAPTCHA).isPresent())
                .or(action.get(CHALLENGE).isPresent())
                .or(action.get(ALLOW).isPresent())
                .and(action.get(COUNT).isPresent().not());
    }

    /** Whether the group's own actions apply. */
    Truth keepsActions() {
        return rule.get(OVERRIDE)
                .get(NONE)
                .isPresent()
                .and(rule.get(OVERRIDE).get(COUNT).isPresent().not());
    }
}
