package org.plenary.embedded.conformance;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Stripe's types say of one call or one event. What of the schema is needed is compiled when it first is. */
final class StripeTypes {
    private static final int TOLD = 6;

    private final Set<String> stripes = lines("routes.txt");
    private final Set<String> known;
    private final Schema strict;
    private final Schema loose;

    StripeTypes() {
        JsonNode document = JsonMapper.shared().readTree(text("schemas.json.gz"));
        known = Set.copyOf(document.path("properties").propertyNames());
        strict = schema(document, false);
        loose = schema(document, true);
    }

    private static Schema schema(JsonNode document, boolean loose) {
        return SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_7,
                        builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .typeLoose(loose)
                                .preloadSchema(false)
                                .build()))
                .getSchema(document);
    }

    /** Stripe's route of this call, if it has one. Words go before variables: {@code /v1/invoices/create_preview}. */
    Optional<String> route(String method, String path) {
        List<String> steps = List.of((method + " " + path).split("/"));
        return stripes.stream()
                .filter(route -> fits(route.split("/"), steps))
                .min(Comparator.comparingLong(
                        route -> route.chars().filter(one -> one == '*').count()));
    }

    private static boolean fits(String[] route, List<String> steps) {
        if (route.length != steps.size()) return false;
        for (int i = 0; i < route.length; i++) {
            if (!route[i].equals("*") && !route[i].equals(steps.get(i))) return false;
        }
        return true;
    }

    boolean described(String route) {
        return known.contains("answer " + route);
    }

    /** @param form whether numbers and booleans are sent as text */
    List<String> params(String route, JsonNode params, boolean form) {
        return differences(form ? loose : strict, "params " + route, params);
    }

    List<String> answer(String route, JsonNode answer) {
        return differences(strict, "answer " + route, answer);
    }

    List<String> error(JsonNode answer) {
        return differences(strict, "error", answer.path("error"));
    }

    List<String> event(JsonNode event) {
        String name = "event " + event.path("type").asString("");
        return known.contains(name)
                ? differences(strict, name, event)
                : List.of("Stripe has no " + name + ", or it has no schema here");
    }

    private static List<String> differences(Schema schema, String name, JsonNode value) {
        return told(schema.validate(JsonMapper.shared().createObjectNode().set(name, value)));
    }

    /** Of a choice, every way that does not fit is an error: those that came nearest to fitting say what is wrong. */
    private static List<String> told(List<Error> errors) {
        return new ArrayList<>(errors.stream()
                .sorted(Comparator.comparingInt(
                        error -> -error.getInstanceLocation().getNameCount()))
                .map(error ->
                        String.valueOf(error.getInstanceLocation()).substring(1).replace("~1", "/") + ": "
                                + error.getMessage())
                .limit(TOLD)
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private static Set<String> lines(String resource) {
        return Set.copyOf(text(resource).lines().toList());
    }

    private static String text(String resource) {
        try (InputStream in = StripeTypes.class.getResourceAsStream(resource)) {
            if (in == null) throw new IllegalStateException("No resource " + resource);
            InputStream plain = resource.endsWith(".gz") ? new GZIPInputStream(in) : in;
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
