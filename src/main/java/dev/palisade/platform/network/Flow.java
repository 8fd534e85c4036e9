package dev.palisade.platform.network;

import dev.palisade.platform.settings.StackSettings;
import java.util.List;

/**
 * Traffic that must pass between tiers, or between a tier and the internet; the answers pass by the ephemeral ports.
 *
 * @param number fixes the flow's place among the packet filter's rules; never reuse or change one
 */
public record Flow(int number, End from, End to, String protocol, int port) {

    /** One side of a flow. */
    public sealed interface End {}

    /** All subnets of a tier. */
    public record Inside(Tier tier) implements End {}

    /** Everything beyond the VPC. */
    public record Internet() implements End {}

    private static final End INTERNET = new Internet();
    private static final End PUBLIC = new Inside(Tier.PUBLIC);
    private static final End PRIVATE = new Inside(Tier.PRIVATE);
    private static final End INTRA = new Inside(Tier.INTRA);
    private static final End DATA = new Inside(Tier.DATA);

    /** Needed only where signatures are checked before pods are admitted. */
    private static final Flow SIGNATURES = tcp(16, INTRA, PRIVATE, Ports.SIGNATURE_WEBHOOK);

    /** All flows that a platform may need; whatever is not among them is dropped at the subnet's border. */
    public static final List<Flow> ALL = List.of(
            tcp(1, INTERNET, PUBLIC, Ports.HTTP),
            tcp(2, INTERNET, PUBLIC, Ports.HTTPS),
            tcp(3, PUBLIC, PRIVATE, Ports.SERVICE),
            // Through NAT a packet crosses the public tier on its way, so both legs are named.
            tcp(4, PRIVATE, INTERNET, Ports.HTTPS),
            tcp(5, PRIVATE, PUBLIC, Ports.HTTPS),
            tcp(6, PUBLIC, INTERNET, Ports.HTTPS),
            tcp(7, PRIVATE, INTRA, Ports.HTTPS),
            tcp(8, INTRA, PRIVATE, Ports.KUBELET),
            tcp(9, INTRA, PRIVATE, Ports.WEBHOOK),
            tcp(10, INTRA, PRIVATE, Ports.METRICS_SERVER),
            tcp(11, PRIVATE, PRIVATE, Ports.HTTPS),
            tcp(12, PRIVATE, PRIVATE, Ports.KUBELET),
            tcp(13, PRIVATE, PRIVATE, Ports.DNS),
            new Flow(14, PRIVATE, PRIVATE, "udp", Ports.DNS),
            tcp(15, PRIVATE, DATA, Ports.DATABASE),
            SIGNATURES);

    /** Those that this stack needs. */
    static List<Flow> of(StackSettings settings) {
        return settings.signer().isPresent()
                ? ALL
                : ALL.stream().filter(flow -> !flow.equals(SIGNATURES)).toList();
    }

    private static Flow tcp(int number, End from, End to, int port) {
        return new Flow(number, from, to, "tcp", port);
    }
}
