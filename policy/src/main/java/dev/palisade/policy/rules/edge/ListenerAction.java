package dev.palisade.policy.rules.edge;

import dev.palisade.policy.graph.Property;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Truth;
import dev.palisade.policy.graph.Value;
import java.util.List;

/** What a listener, or a rule of one, does with a request. The provider names the parts alike in both. */
record ListenerAction(Value action) {
    private static final String LISTENER = "aws:lb/listener:Listener";
    private static final Property ACTIONS = Property.of(LISTENER, "defaultActions");
    private static final Property TYPE = Property.of(LISTENER, "defaultActions[].type");
    private static final Property REDIRECT = Property.of(LISTENER, "defaultActions[].redirect");
    private static final Property PROTOCOL = Property.of(LISTENER, "defaultActions[].redirect.protocol");
    private static final Property PORT = Property.of(LISTENER, "defaultActions[].redirect.port");
    private static final Property HOST = Property.of(LISTENER, "defaultActions[].redirect.host");
    private static final Property STATUS = Property.of(LISTENER, "defaultActions[].redirect.statusCode");
    private static final Property RULE_ACTIONS = Property.of("aws:lb/listenerRule:ListenerRule", "actions");

    static List<ListenerAction> of(Resource listenerOrRule) {
        Property actions = listenerOrRule.is(LISTENER) ? ACTIONS : RULE_ACTIONS;
        return listenerOrRule.get(actions).items().stream()
                .map(ListenerAction::new)
                .toList();
    }

    /** Whether the client is sent to the same host by HTTPS, for good, and nowhere else. */
    Truth redirectsToHttps() {
        Value redirect = action.get(REDIRECT);
        return action.get(TYPE)
                .is("redirect")
                .and(redirect.get(PROTOCOL).is("HTTPS"))
                .and(redirect.get(PORT).is("443"))
                .and(redirect.get(STATUS).is("HTTP_301"))
                .and(staysAtHost());
    }

    /** Whether it is no redirect to another host. */
    Truth staysAtHost() {
        Value host = action.get(REDIRECT).get(HOST);
        return host.isPresent().not().or(host.is("#{host}"));
    }

    Truth forwards() {
        return action.get(TYPE).is("forward");
    }

    /** Whether nothing behind the listener is asked: a fixed answer. */
    Truth answersByItself() {
        return action.get(TYPE).is("fixed-response");
    }

    /** Whether the client is sent away from HTTPS. */
    Truth redirectsToHttp() {
        return action.get(TYPE)
                .is("redirect")
                .and(action.get(REDIRECT).get(PROTOCOL).is("HTTP"));
    }
}
