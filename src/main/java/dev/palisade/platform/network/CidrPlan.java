package dev.palisade.platform.network;

/**
 * Cuts the VPC's block into tiers and each tier into slots for eight zones, so that a zone's subnets depend on its
 * letter alone: adding or dropping another zone moves nothing.
 *
 * <pre>
 * first half       private   eight slots, for a /16: /20 each
 * fifth eighth     public    eight slots, for a /16: /22 each
 * sixth eighth     data      eight slots, for a /16: /22 each
 * seventh eighth   intra     eight slots of /28
 * last eighth      free, for a tier to come
 * </pre>
 *
 * <p>A block larger than /16, which AWS refuses, or smaller than /20 is an {@link IllegalArgumentException}.
 */
public record CidrPlan(Cidr vpc) {

    private static final int SLOT_BITS = 3;
    private static final int INTRA_PREFIX = 28;

    public CidrPlan {
        if (vpc.prefix() < 16 || vpc.prefix() > 20) {
            throw new IllegalArgumentException(vpc + " is not between /16 and /20");
        }
    }

    /** The block that holds all of a tier's subnets, present and future. */
    public Cidr tier(Tier tier) {
        var eighth = vpc.prefix() + 3;
        return switch (tier) {
            case PRIVATE -> vpc.block(vpc.prefix() + 1, 0);
            case PUBLIC -> vpc.block(eighth, 4);
            case DATA -> vpc.block(eighth, 5);
            case INTRA -> vpc.block(eighth, 6).block(INTRA_PREFIX - SLOT_BITS, 0);
        };
    }

    /** The subnet of a tier in a zone, e.g. {@code eu-central-1b}. */
    public Cidr subnet(Tier tier, String zone) {
        var block = tier(tier);
        return block.block(block.prefix() + SLOT_BITS, slot(zone));
    }

    /** The upper half of a private subnet, kept for pods: nodes take their own addresses from the lower one. */
    public Cidr pods(String zone) {
        var subnet = subnet(Tier.PRIVATE, zone);
        return subnet.block(subnet.prefix() + 1, 1);
    }

    private static int slot(String zone) {
        var slot = zone.charAt(zone.length() - 1) - 'a';
        if (slot < 0 || slot >= 1 << SLOT_BITS) {
            throw new IllegalArgumentException("zone " + zone + " does not end in a letter from a to h");
        }
        return slot;
    }
}
