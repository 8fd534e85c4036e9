package dev.palisade.policy.framework;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamesTest {
    private static final class S3BucketIsKeptForAYear {}

    @Test
    void aWordOfOneLetterIsAWord() {
        assertThat(Names.kebab(S3BucketIsKeptForAYear.class)).isEqualTo("s3-bucket-is-kept-for-a-year");
    }
}
