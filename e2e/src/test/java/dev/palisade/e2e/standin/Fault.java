package dev.palisade.e2e.standin;

import java.time.Duration;

/** What goes wrong in a stand-in; counted over the calls of Create, Update and Delete of all providers. */
public sealed interface Fault {

    /** The n-th call (from 1) fails with an error, and nothing has happened. */
    record Fails(int nth) implements Fault {}

    /** Every call takes this much longer. */
    record Slow(Duration delay) implements Fault {}

    /** The provider dies during the n-th call (from 1), after the work is done and before it is answered. */
    record Dies(int nth) implements Fault {}

    /** The n-th call (from 1) is done and answered with bytes that are no message. */
    record Garbage(int nth) implements Fault {}

    /** All is well. */
    record None() implements Fault {}
}
