package dev.palisade.policy.flow;

import dev.palisade.policy.graph.Truth;
import java.util.List;

/** A way that leads over a load balancer or a node: where a packet is taken and another one is sent on. */
record Way(Truth exists, Truth passesWaf, List<Decision> hops) {}
