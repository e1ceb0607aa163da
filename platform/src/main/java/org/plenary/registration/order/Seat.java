package org.plenary.registration.order;

import java.util.List;
import java.util.Map;
import org.plenary.forms.AnswerRules;
import tools.jackson.databind.JsonNode;

/** Who takes a place that was ordered without a name. @param picked options, of which those that are counted are taken */
public record Seat(
        String name,
        String email,
        String country,
        int formVersion,
        Map<String, JsonNode> answers,
        List<AnswerRules.Picked> picked) {}
