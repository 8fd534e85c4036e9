package dev.palisade.policy.flow;

/**
 * One rule of a filter.
 *
 * @param match what it is about; where that is not known, the most that it may be about
 * @param exact whether {@code match} is known to be just that
 * @param text the rule's name or number and what it says, for people
 */
record Rule(Traffic match, boolean allows, boolean exact, String text) {
    static Rule allow(Traffic match, String text) {
        return new Rule(match, true, true, text);
    }

    static Rule deny(Traffic match, String text) {
        return new Rule(match, false, true, text);
    }

    /** May let all of this through, or nothing. */
    static Rule maybe(Traffic match, String why) {
        return new Rule(match, true, false, why);
    }
}
