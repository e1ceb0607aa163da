package org.plenary.identity.apidoc;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What every operation can answer when it cannot do what it was asked: problem details (RFC 9457). */
final class SharedAnswers {
    private static final String PROBLEM = "Problem";
    private static final String VIOLATION = "Violation";
    private static final String TOO_MANY = "429";

    private static final Map<String, String> MEANINGS = meanings();

    private SharedAnswers() {}

    private static Map<String, String> meanings() {
        var meanings = new LinkedHashMap<String, String>();
        meanings.put("400", "The body is not well-formed.");
        meanings.put("401", "The access token is missing, or is not valid on this host.");
        meanings.put("403", "The access token does not have the scope that this needs.");
        meanings.put("404", "There is none, or none that the caller may know of.");
        meanings.put("409", "It is well formed, but not possible as things stand; `code` says why.");
        meanings.put("412", "Somebody changed it since it was read: read it again.");
        meanings.put("422", "The input is wrong; `errors` names each member that is.");
        meanings.put(TOO_MANY, "Too many requests of this client in this time: wait as long as `Retry-After` says.");
        meanings.put("503", "Something that this needs cannot be reached now; nothing was lost.");
        return meanings;
    }

    static void describe(Components components) {
        components.addSchemas(VIOLATION, violation());
        components.addSchemas(PROBLEM, problem());
        MEANINGS.forEach((status, meaning) -> components.addResponses(name(status), answer(status, meaning)));
    }

    static ApiResponse reference(String status) {
        return new ApiResponse().$ref("#/components/responses/" + name(status));
    }

    private static String name(String status) {
        return PROBLEM + status;
    }

    private static ApiResponse answer(String status, String meaning) {
        var body = new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM));
        var answer = new ApiResponse()
                .description(meaning)
                .content(new Content().addMediaType("application/problem+json", body));
        if (!status.equals(TOO_MANY)) return answer;
        return answer.addHeaderObject("Retry-After", header("Seconds to wait.", new IntegerSchema()))
                .addHeaderObject(
                        "RateLimit-Policy",
                        header("How many requests are allowed (`q`) in how many seconds (`w`).", new StringSchema()))
                .addHeaderObject(
                        "RateLimit",
                        header(
                                "How many are left (`r`), and in how many seconds all are there again (`t`)."
                                        + " Every answer has it.",
                                new StringSchema()));
    }

    private static Header header(String meaning, Schema<?> schema) {
        return new Header().description(meaning).schema(schema);
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .description("A problem detail (RFC 9457).")
                .addProperty("type", new StringSchema().format("uri"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema().description("For people, in English."))
                .addProperty("code", new StringSchema().description("Stable: what programs decide by."))
                .addProperty(
                        "errors", new ArraySchema().items(new Schema<>().$ref("#/components/schemas/" + VIOLATION)))
                .required(List.of("type", "title", "status", "detail", "code"));
    }

    private static Schema<?> violation() {
        return new ObjectSchema()
                .description("One thing wrong with one member of the input.")
                .addProperty("pointer", new StringSchema().description("A JSON pointer (RFC 6901) to the member."))
                .addProperty("code", new StringSchema())
                .addProperty("detail", new StringSchema())
                .required(List.of("pointer", "code", "detail"));
    }
}
