package dev.palisade.platform.network;

/** The ports that the platform speaks on. */
public final class Ports {

    /** Only to be redirected to HTTPS. */
    public static final int HTTP = 80;

    public static final int HTTPS = 443;

    /** Where the service's pods listen. */
    public static final int SERVICE = 5000;

    public static final int DNS = 53;

    /** PostgreSQL. */
    public static final int DATABASE = 5432;

    public static final int KUBELET = 10_250;

    /** Where controllers serve their admission webhooks to the API server. */
    public static final int WEBHOOK = 9443;

    /** Where Sigstore's policy-controller serves its own; its chart leaves no choice. */
    public static final int SIGNATURE_WEBHOOK = 8443;

    /** Where the metrics-server add-on serves the aggregated metrics API. */
    public static final int METRICS_SERVER = 10_251;

    private Ports() {}
}
