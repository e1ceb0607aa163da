package org.plenary.identity.apidoc;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.plenary.identity.Permission;
import org.plenary.identity.Public;
import org.plenary.identity.Requires;
import org.plenary.kernel.web.Page;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Says of every operation what its handler alone does not tell: its name, its scope, its paging and how it fails. */
@Component
class DescribedOperations implements OperationCustomizer, OpenApiCustomizer {
    private static final int LONGEST_KEY = 255;

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        var scope = scope(handler);
        // an empty list says that nothing is needed, where none would mean what is said for the whole document
        operation.setSecurity(
                scope == null
                        ? List.of()
                        : List.of(new SecurityRequirement().addList(ApiDocument.OAUTH, scope.scope())));
        return operation;
    }

    private static @org.jspecify.annotations.Nullable Permission scope(HandlerMethod handler) {
        if (AnnotatedElementUtils.hasAnnotation(handler.getMethod(), Public.class)) return null;
        var requires = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Requires.class);
        if (requires == null)
            requires = AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Requires.class);
        return requires == null ? null : requires.value();
    }

    @Override
    public void customise(OpenAPI document) {
        // each operation names its own group
        document.setTags(null);
        document.getPaths()
                .forEach((path, item) ->
                        item.readOperationsMap().forEach((method, operation) -> describe(path, method, operation)));
    }

    private static void describe(String path, PathItem.HttpMethod method, Operation operation) {
        var parameters = operation.getParameters() == null ? List.<Parameter>of() : operation.getParameters();
        var isPage = parameters.stream().anyMatch(each -> each.getName().equals("after"));
        operation.setOperationId(OperationNames.of(method.name(), path, isPage));
        operation.setTags(List.of(OperationNames.group(path)));
        parameters.forEach(DescribedOperations::describe);
        if (method == PathItem.HttpMethod.POST && path.startsWith("/api/")) operation.addParametersItem(repeatable());
        var answers = operation.getResponses() == null ? new ApiResponses() : operation.getResponses();
        for (var status : failures(path, method, operation, parameters))
            answers.addApiResponse(status, SharedAnswers.reference(status));
        operation.setResponses(answers);
    }

    private static void describe(Parameter parameter) {
        switch (parameter.getName()) {
            case "limit" -> {
                var schema = new IntegerSchema();
                schema.setMinimum(BigDecimal.ONE);
                schema.setMaximum(BigDecimal.valueOf(Page.MAXIMUM_LIMIT));
                schema.setDefault(Page.DEFAULT_LIMIT);
                parameter.setSchema(schema);
                parameter.setDescription("How many items at most.");
            }
            case "after" -> {
                parameter.setSchema(new StringSchema());
                parameter.setDescription("`next` of the page before; left out for the first one.");
            }
            case "If-Match" ->
                parameter.setDescription("The `ETag` that was read: with another one nothing is changed.");
            default -> {
                // its name says enough
            }
        }
    }

    private static Parameter repeatable() {
        var schema = new StringSchema();
        schema.setMaxLength(LONGEST_KEY);
        return new HeaderParameter()
                .name("Idempotency-Key")
                .required(false)
                .schema(schema)
                .description("The same key with the same body gives the first answer again for 24 hours.");
    }

    private static List<String> failures(
            String path, PathItem.HttpMethod method, Operation operation, List<Parameter> parameters) {
        var isChange = method != PathItem.HttpMethod.GET;
        var hasBody = operation.getRequestBody() != null;
        var failures = new ArrayList<String>();
        if (hasBody) failures.add("400");
        if (operation.getSecurity() != null && !operation.getSecurity().isEmpty())
            failures.addAll(List.of("401", "403"));
        if (path.contains("{")) failures.add("404");
        if (isChange) failures.add("409");
        if (parameters.stream().anyMatch(each -> each.getName().equals("If-Match"))) failures.add("412");
        if (hasBody || parameters.stream().anyMatch(each -> "query".equals(each.getIn()))) failures.add("422");
        failures.addAll(List.of("429", "503"));
        return failures;
    }
}
