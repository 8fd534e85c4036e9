package dev.palisade.policy.flow;

import java.math.BigInteger;
import java.util.List;
import java.util.function.Function;

/**
 * What is missing until a flow works as a whole. A network ACL may turn single blocks of the internet away, as one does
 * with attackers: a flow with nearly all of it works.
 */
final class Shortfall {
    /** More addresses than a VPC can have: as many are those of the internet. */
    private static final BigInteger INTERNET = BigInteger.ONE.shiftLeft(25);
    /** The part of the internet that may be missing: a 256th, which is a /8 of IPv4. */
    private static final int BITS = 8;

    private Shortfall() {}

    /** The packets that were asked for and do not pass, without those of such blocks. */
    static Traffic of(Traffic asked, Traffic passing) {
        Traffic missing = asked.minus(passing);
        if (missing.isEmpty()) {
            return missing;
        }
        List<Traffic.Box> counting = missing.boxes().stream()
                .filter(box -> !isSmall(List.of(box), asked))
                .toList();
        List<Traffic.Box> small =
                missing.boxes().stream().filter(box -> !counting.contains(box)).toList();
        return isSmall(small, asked) ? new Traffic(counting) : missing;
    }

    private static boolean isSmall(List<Traffic.Box> boxes, Traffic asked) {
        return isSmall(boxes, asked, Traffic.Box::from) || isSmall(boxes, asked, Traffic.Box::to);
    }

    private static boolean isSmall(List<Traffic.Box> boxes, Traffic asked, Function<Traffic.Box, AddressSet> side) {
        AddressSet lost = AddressSet.union(boxes.stream().map(side).toList());
        AddressSet whole = AddressSet.union(asked.boxes().stream().map(side).toList());
        return isSmall(lost, whole, AddressSet.IPV4) && isSmall(lost, whole, AddressSet.IPV6);
    }

    private static boolean isSmall(AddressSet lost, AddressSet whole, AddressSet family) {
        BigInteger missing = lost.intersect(family).size();
        BigInteger all = whole.intersect(family).size();
        return missing.signum() == 0
                || (all.compareTo(INTERNET) > 0 && missing.shiftLeft(BITS).compareTo(all) <= 0);
    }
}
