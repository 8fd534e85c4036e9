package dev.palisade.policy.framework;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the catalogue says of a policy. Its id is its class's name: {@code KmsKeyRotates} is {@code kms-key-rotates}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface PolicyInfo {
    /** The requirement as a sentence without a full stop: "KMS keys rotate every year". */
    String title();

    Severity severity();

    /** The rows of the security checklist that it stands behind. */
    Row[] rows();

    /** Requirements of standards, such as {@code "CIS EKS 5.3.1"}; see {@link Framework} for the prefixes. */
    String[] controls() default {};

    /** What goes wrong without it, in a sentence or two. */
    String why();

    /** What to do, in a sentence or two. */
    String remedy();

    /** The remedy as Java of the program. */
    String snippet();
}
