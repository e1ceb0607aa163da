package org.plenary.identity.apidoc;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.List;
import java.util.Map;

/** Makes of what the records say what every generator of clients makes types of that compile. */
final class GeneratedTypes {
    /** A type may not have a method of this name that takes just anything. */
    private static final String EQUALS = "equals";

    private GeneratedTypes() {}

    static void make(OpenAPI document) {
        document.getComponents().getSchemas().values().forEach(GeneratedTypes::make);
    }

    private static void make(Schema<?> schema) {
        // sets of the members of an enum come out as sets of texts
        schema.setUniqueItems(null);
        if (schema.getItems() != null) make(schema.getItems());
        if (schema.getAdditionalProperties() instanceof Schema<?> values) make(values);
        if (schema.getProperties() != null) makeProperties(schema.getProperties());
    }

    @SuppressWarnings("rawtypes") // the library's own
    private static void makeProperties(Map<String, Schema> properties) {
        for (var property : properties.entrySet()) {
            var schema = (Schema<?>) property.getValue();
            if (property.getKey().equals(EQUALS) && ApiDocument.isAnything(schema)) property.setValue(scalar());
            else make(schema);
            // any JSON need not be an object
            if (ApiDocument.isAnything(schema)) schema.setType(null);
        }
    }

    private static Schema<?> scalar() {
        return new Schema<>().oneOf(List.of(new StringSchema(), new NumberSchema(), new BooleanSchema()));
    }
}
