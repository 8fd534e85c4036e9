package dev.palisade.policy.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * Which places of two endpoints have to be looked at: those in one VPC, and those that a route may join. Of a place, or
 * of places in a VPC, that meet no other one pair is kept, which shows that no route leads there.
 */
final class Meetings {
    private final Predicate<Place> leavesItsVpc;

    /** By the endpoint's name: its places are asked for once for each other endpoint. */
    private final Map<String, Map<Set<String>, List<Place>>> known = new HashMap<>();

    /** Where a route of the places that pass may lead into other networks. */
    Meetings(Predicate<Place> leavesItsVpc) {
        this.leavesItsVpc = leavesItsVpc;
    }

    /** Those between which a packet may get: no route joins the pairs that are kept to show it. */
    void joined(Endpoint sender, Endpoint receiver, BiConsumer<Place, Place> pair) {
        Map<Set<String>, List<Place>> byVpc = byVpc(receiver);
        for (Place one : sender.places()) {
            near(one, receiver, byVpc).forEach(other -> pair.accept(one, other));
        }
    }

    private List<Place> near(Place one, Endpoint receiver, Map<Set<String>, List<Place>> byVpc) {
        return leavesItsVpc.test(one)
                ? receiver.places()
                : byVpc.getOrDefault(one.subnet().vpc(), List.of());
    }

    void each(Endpoint sender, Endpoint receiver, BiConsumer<Place, Place> pair) {
        List<Place> from = sender.places();
        List<Place> to = receiver.places();
        Map<Set<String>, List<Place>> byVpc = byVpc(receiver);
        Set<Set<String>> met = new HashSet<>();
        for (Place one : from) {
            Set<String> vpc = one.subnet().vpc();
            boolean everywhere = leavesItsVpc.test(one);
            List<Place> near = near(one, receiver, byVpc);
            near.forEach(other -> pair.accept(one, other));
            if (everywhere) {
                met.addAll(byVpc.keySet());
            } else if (near.isEmpty() && !to.isEmpty()) {
                pair.accept(one, to.get(0));
            } else {
                met.add(vpc);
            }
        }
        if (!from.isEmpty()) {
            byVpc.forEach((vpc, places) -> {
                if (!met.contains(vpc)) {
                    pair.accept(from.get(0), places.get(0));
                }
            });
        }
    }

    private Map<Set<String>, List<Place>> byVpc(Endpoint receiver) {
        return known.computeIfAbsent(receiver.name(), name -> {
            Map<Set<String>, List<Place>> byVpc = new LinkedHashMap<>();
            receiver.places()
                    .forEach(place -> byVpc.computeIfAbsent(place.subnet().vpc(), vpc -> new ArrayList<>())
                            .add(place));
            return byVpc;
        });
    }
}
