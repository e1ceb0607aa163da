package org.plenary.forms;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Any form with its conditions and patterns is kept or refused, and any answers to one that is kept are taken or refused. */
class FormFuzzTests {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();
    private static final TypeReference<Map<String, JsonNode>> ANSWERS = new TypeReference<>() {};

    /** A form, and in the next line the answers. */
    @FuzzTest(maxDuration = "60s")
    void anyFormIsKeptOrRefusedAndAnyAnswersToIt(byte[] content) {
        var text = new String(content, StandardCharsets.UTF_8);
        var parts = text.split("\n", 2);
        try {
            var form = JSON.readValue(parts[0], FormDefinition.class);
            if (form == null) return;
            FormRules.check(form, CurrencyUnit.EUR);
            var answers = parts.length < 2 ? null : JSON.readValue(parts[1], ANSWERS);
            if (answers == null) return;
            Visibility.of(form, answers, Set.of("regular"), false).kept();
            new AnswerRules(token -> Optional.empty())
                    .check(
                            new AnswerRules.Asked(form, form, Set.of("regular"), LocalDate.of(2027, 5, 10), false),
                            answers,
                            "/answers",
                            new Violations());
        } catch (Problem.InvalidInput | JacksonException e) {
            // as it should be
        }
    }
}
