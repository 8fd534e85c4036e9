package dev.palisade.policy.framework;

import java.util.Arrays;
import java.util.Optional;

/** The standards that controls come from. */
public enum Framework {
    CIS_EKS("cis-eks", "CIS EKS", "CIS Amazon EKS Benchmark 1.8"),
    CIS_AWS("cis-aws", "CIS AWS", "CIS AWS Foundations Benchmark 5.0"),
    NIST_800_53("nist", "NIST 800-53", "NIST SP 800-53 Revision 5"),
    PCI_DSS("pci", "PCI DSS", "PCI DSS 4.0.1"),
    HIPAA("hipaa", "HIPAA", "HIPAA Security Rule, 45 CFR 164"),
    SOC_2("soc2", "SOC 2", "SOC 2 Trust Services Criteria 2017"),
    GDPR("gdpr", "GDPR", "GDPR, Regulation (EU) 2016/679"),
    SECURITY_HUB("securityhub", "Security Hub", "AWS Security Hub controls");

    private final String key;
    private final String prefix;
    private final String title;

    Framework(String key, String prefix, String title) {
        this.key = key;
        this.prefix = prefix;
        this.title = title;
    }

    /** The name on the command line. */
    public String key() {
        return key;
    }

    public String prefix() {
        return prefix;
    }

    public String title() {
        return title;
    }

    public static Optional<Framework> byKey(String key) {
        return Arrays.stream(values())
                .filter(framework -> framework.key.equals(key))
                .findFirst();
    }
}
