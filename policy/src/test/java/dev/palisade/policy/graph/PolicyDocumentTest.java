package dev.palisade.policy.graph;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyDocumentTest {
    @Test
    void singleElementsAndListsMeanTheSame() {
        assertThat(read("{'Statement':{'Effect':'Allow','Action':'s3:GetObject','Resource':'*','Principal':'*'}}"))
                .isEqualTo(read("{'Statement':[{'Effect':'Allow','Action':['s3:GetObject'],'Resource':['*'],"
                        + "'Principal':{'AWS':['*']}}]}"));
    }

    @Test
    void conditionsAreTakenApart() {
        var document = (PolicyDocument.Parsed)
                read(
                        "{'Statement':[{'Effect':'Deny','NotAction':'s3:*','NotResource':'arn:aws:s3:::logs',"
                                + "'NotPrincipal':{'Service':'a.amazonaws.com'},"
                                + "'Condition':{'ForAllValues:StringLikeIfExists':{'AWS:SourceArn':['a*']},'Bool':{'aws:SecureTransport':false}}}]}");
        PolicyStatement statement = document.statements().get(0);
        assertThat(statement.allow()).isFalse();
        assertThat(statement.notAction() && statement.notResource() && statement.notPrincipal())
                .isTrue();
        assertThat(statement.conditionsOn("aws:sourcearn"))
                .containsExactly(new PolicyCondition(
                        "stringlike", "forallvalues", true, "aws:sourcearn", java.util.List.of("a*")));
        assertThat(statement
                        .conditionsOn("aws:SecureTransport")
                        .findFirst()
                        .orElseThrow()
                        .values())
                .containsExactly("false");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "'text'",
                "{}",
                "{'Statement':[]}",
                "{'Statement':[{}]}",
                "{'Statement':[{'Effect':'allow','Action':'*'}]}",
                "{'Statement':[{'Effect':'Allow'}]}",
                "{'Statement':[{'Effect':'Allow','Action':'*','NotAction':'*'}]}",
                "{'Statement':[{'Effect':'Allow','Action':{}}]}",
                "{'Statement':[{'Effect':'Allow','Action':['*'],'Resources':'*'}]}",
                "{'Statement':[{'Effect':'Allow','Action':'*','Principal':{'Everybody':'*'}}]}",
                "{'Statement':[{'Effect':'Allow','Action':'*','Condition':{'StringEquals':'x'}}]}",
                "{'Statement':[{'Effect':'Allow','Effect':'Deny','Action':'*'}]}",
                "{'Statement':[{'Effect':'Deny','Action':'*'}]} {}",
                "{'Version':'2012-10-17*','Statement':[{'Effect':'Deny','Action':'*'}]}",
                "{'Statement':[{'Effect':'Allow','Action':''}]}",
                "{'Statement':[{'Effect':'Allow','Action':'**'}]}",
                "{'Statement':[{'Effect':'Deny','NotAction':'*'}]}",
                "{'Statement':[{'Effect':'Deny','Action':'*','NotResource':'*'}]}",
                "{'Statement':[{'Effect':'Deny','Action':'*','NotPrincipal':'*'}]}",
                "{'Statement':[{'Effect':'Allow','Action':'*','Resource':[]}]}",
                "{'Statement':[{'Effect':'Allow','Action':'*','Resource':'ARN:AWS:S3:::LOGS'}]}",
                "{'Statement':[{'Effect':'Allow','Action':'*','Principal':{'AWS':'**'}}]}",
                "{'Statement':[{'Effect':'Allow','Action':'*','Principal':{'Service':''}}]}",
                "{'Statement':[{'Effect':'Deny','Action':'*','Condition':{'StringEquals':{'aws:SourceArn':[]}}}]}"
            })
    void whatAwsWouldRefuseIsMalformed(String document) {
        assertThat(read(document)).isInstanceOf(PolicyDocument.Malformed.class);
    }

    @Test
    void aPartThatIsNotKnownYetMakesTheWholeUndetermined() {
        assertThat(read("{'Statement':[{'Effect':'Allow','Action':'s3:*','Resource':'" + Signatures.UNKNOWN + "'}]}"))
                .isInstanceOf(PolicyDocument.Undetermined.class);
        assertThat(PolicyDocument.of(Value.unknown())).isInstanceOf(PolicyDocument.Undetermined.class);
        assertThat(PolicyDocument.of(Value.missing())).isInstanceOf(PolicyDocument.Absent.class);
    }

    @ParameterizedTest
    @CsvSource({
        "StringEquals, a, true, true",
        "StringLike, a, true, true",
        "StringLike, a*, false, true",
        "StringEquals, *, false, false",
        "ArnLike, arn:aws:s3:::*, false, true",
        "StringLike, *:*, false, false",
        "StringEqualsIfExists, a, false, false",
        "ForAllValues:StringEquals, a, false, false",
        "ForAnyValue:StringEquals, a, true, true",
        "StringNotEquals, a, false, false",
        "Bool, true, false, false"
    })
    void aConditionPinsOrBounds(String operator, String value, boolean pins, boolean bounds) {
        PolicyCondition condition = PolicyCondition.of(operator, "aws:SourceArn", java.util.List.of(value));
        assertThat(condition.pins()).isEqualTo(pins);
        assertThat(condition.bounds()).isEqualTo(bounds);
    }

    @Property
    void anyTextAtAllIsAnswered(@ForAll String text) {
        assertThat(PolicyDocument.of(Value.of(text))).isNotNull();
    }

    private static PolicyDocument read(String quoted) {
        return PolicyDocument.of(Value.of(quoted.replace('\'', '"')));
    }
}
