package dev.palisade.policy.flow;

import java.util.List;

/** The APIs of AWS that nodes cannot do without. */
final class AwsServices {
    /** By the names that end the names of their VPC endpoint services. */
    static final List<String> NAMES = List.of("ecr.api", "ecr.dkr", "ec2", "logs", "s3", "sts");

    private AwsServices() {}
}
