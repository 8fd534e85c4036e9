package dev.palisade.platform.iam;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.pulumi.core.Output;
import java.util.List;

/** An IAM policy document of the version 2012-10-17. */
public final class PolicyDocument {

    private PolicyDocument() {}

    /** The document as JSON; it is known as soon as every ARN in it is. */
    public static Output<String> of(Statement... statements) {
        return of(List.of(statements));
    }

    /** The same for a list, in its order. */
    public static Output<String> of(List<Statement> statements) {
        return Output.all(statements.stream().map(Statement::toJson).toList()).applyValue(PolicyDocument::render);
    }

    private static String render(List<JsonObject> statements) {
        var array = new JsonArray();
        statements.forEach(array::add);
        var document = new JsonObject();
        document.addProperty("Version", "2012-10-17");
        document.add("Statement", array);
        return new GsonBuilder().disableHtmlEscaping().create().toJson(document);
    }
}
