package dev.palisade.policy.graph;

/**
 * The keys and sentinels by which Pulumi marks special values on the wire and in a stack's export.
 *
 * @see <a href="https://pkg.go.dev/github.com/pulumi/pulumi/sdk/v3/go/common/resource">sdk/go/common/resource</a>
 */
public final class Signatures {
    /** The key that makes an object special; its value is one of the signatures below. */
    public static final String KEY = "4dabf18193072939515e22adb298388d";

    public static final String SECRET = "1b47061264138c4ac30d75fd1eb44270";
    public static final String ASSET = "c44067f5952c0a294b673a41bacd8c17";
    public static final String ARCHIVE = "0def7320c3a5731c473e5ecbe6d01bc7";
    public static final String RESOURCE_REFERENCE = "5cf8f73096256a8f31e491e813e4eb8e";
    public static final String OUTPUT_VALUE = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

    /** The text that stands for a value that is not known yet, whatever its type. */
    public static final String UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    private Signatures() {}
}
