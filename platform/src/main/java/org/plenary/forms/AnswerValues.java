package org.plenary.forms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plenary.files.StoredFile;
import org.plenary.forms.FormDefinition.Field;
import org.plenary.kernel.Violations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Checks single answers as their fields' types want them, and gives them as they are kept; null for a wrong one. */
final class AnswerValues {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Set<String> IMAGES = Set.of("image/png", "image/jpeg");

    private final Function<String, Optional<StoredFile>> sentFiles;
    private final LocalDate today;
    private final AnswerRules.Checked checked;
    private final Violations found;

    AnswerValues(
            Function<String, Optional<StoredFile>> sentFiles,
            LocalDate today,
            AnswerRules.Checked checked,
            Violations found) {
        this.sentFiles = sentFiles;
        this.today = today;
        this.checked = checked;
        this.found = found;
    }

    /** @param current the field as it stands in the newest version */
    @Nullable
    JsonNode value(Field field, Field current, JsonNode answer, String at) {
        return switch (field.type().family()) {
            case TEXT -> accepted(AnswerTexts.isFine(field, answer, at, found), answer);
            case TIME -> accepted(AnswerTimes.isFine(field, answer, at, found), answer);
            case NUMBER -> number(field, answer, at);
            case YES_NO -> accepted(isBoolean(answer, at), answer);
            case CONSENT -> consent(field, answer, at);
            case COUNTRY -> accepted(isCountry(answer, at), answer);
            case CHOICE -> accepted(isChoice(field, current, answer, at), answer);
            case CHOICES -> choices(field, current, answer, at);
            case FILE -> file(field, answer, at);
            case PARTS -> parts(field, current, answer, at);
            case PERSONS -> persons(field, current, answer, at);
        };
    }

    private static @Nullable JsonNode accepted(boolean isFine, JsonNode answer) {
        return isFine ? answer : null;
    }

    private @Nullable JsonNode number(Field field, JsonNode answer, String at) {
        if (!answer.isNumber()) return refuse(at, "type", "This must be a number.");
        var number = answer.decimalValue();
        if (number.precision() > Ranges.MAXIMUM_DIGITS || Math.abs(number.scale()) > Ranges.MAXIMUM_DIGITS)
            return refuse(at, "range", "This number has too many digits.");
        return Ranges.isWithin(field.range(), number, BigDecimal::new, at, found) ? answer : null;
    }

    private boolean isBoolean(JsonNode answer, String at) {
        if (answer.isBoolean()) return true;
        found.add(at, "type", "This must be true or false.");
        return false;
    }

    private @Nullable JsonNode consent(Field field, JsonNode answer, String at) {
        if (!isBoolean(answer, at)) return null;
        return field.mandatory() && !answer.asBoolean() ? refuse(at, "required", AnswerRules.REQUIRED) : answer;
    }

    private boolean isCountry(JsonNode answer, String at) {
        return AnswerTexts.isString(answer, at, found)
                && AnswerTexts.isClean(new Violations().country(at, answer.asString()), found);
    }

    private boolean isChoice(Field field, Field current, JsonNode answer, String at) {
        if (!AnswerTexts.isString(answer, at, found)) return false;
        var option = current.option(answer.asString());
        if (field.option(answer.asString()).isEmpty() || option.isEmpty()) {
            found.add(at, "not_offered", "This option is not offered.");
            return false;
        }
        if (!option.get().isOpenOn(today)) {
            found.add(at, "option_closed", "This option cannot be chosen any more.");
            return false;
        }
        checked.picked().add(new AnswerRules.Picked(current, option.get(), at));
        return true;
    }

    private @Nullable JsonNode choices(Field field, Field current, JsonNode answer, String at) {
        if (!answer.isArray() || answer.size() > FormRules.MAXIMUM_OPTIONS)
            return refuse(at, "type", "This must be a list of options.");
        var seen = new HashSet<String>();
        var fine = true;
        for (var i = 0; i < answer.size(); i++) {
            var one = answer.get(i);
            if (one.isString() && !seen.add(one.asString()))
                fine = refuse(at + "/" + i, "duplicate", "This is picked twice.") != null;
            else if (!isChoice(field, current, one, at + "/" + i)) fine = false;
        }
        return fine && hasAllowedCount(field, answer.size(), at) ? answer : null;
    }

    private boolean hasAllowedCount(Field field, int picked, String at) {
        var picks = field.picks();
        if (picks == null) return true;
        var minimum = picks.minimum();
        if (minimum != null && picked < minimum) {
            found.add(at, "too_few_picks", "Pick at least " + minimum + ".", Map.of("minimum", minimum));
            return false;
        }
        var maximum = picks.maximum();
        if (maximum == null || picked <= maximum) return true;
        found.add(at, "too_many_picks", "Pick at most " + maximum + ".", Map.of("maximum", maximum));
        return false;
    }

    private @Nullable JsonNode file(Field field, JsonNode answer, String at) {
        if (!AnswerTexts.isString(answer, at, found)) return null;
        var file = sentFiles.apply(answer.asString());
        if (file.isEmpty()) return refuse(at, "unknown_file", "Send the file again: there is none of this token.");
        if (field.type() == FieldType.IMAGE && !IMAGES.contains(file.get().type()))
            return refuse(at, "file_type", "Send a picture: PNG or JPEG.");
        return JSON.objectNode()
                .put("file", file.get().id().toString())
                .put("name", file.get().name());
    }

    private @Nullable JsonNode parts(Field field, Field current, JsonNode answer, String at) {
        var currentParts = Parts.of(current);
        var kept = members(field, Parts.of(field), currentParts, answer, at);
        if (kept == null || field.type() != FieldType.PASSPORT) return kept;
        return AnswerTimes.isOrdered(kept, at, found, "birth_date", "issued_on", "expires_on") ? kept : null;
    }

    private @Nullable JsonNode persons(Field field, Field current, JsonNode answer, String at) {
        var asked = field.accompanying();
        var sold = current.accompanying();
        if (asked == null || sold == null) return refuse(at, "not_offered", "Nobody can be brought along.");
        var maximum = Math.min(asked.maximum(), sold.maximum());
        if (!answer.isArray()) return refuse(at, "type", "This must be a list of persons.");
        if (answer.size() > maximum) {
            found.add(at, "too_many_persons", "At most " + maximum + " persons.", Map.of("maximum", maximum));
            return null;
        }
        var kept = JSON.arrayNode();
        for (var i = 0; i < answer.size(); i++) {
            var person = members(field, asked.fields(), asked.fields(), answer.get(i), at + "/" + i);
            if (person != null) kept.add(person);
        }
        if (kept.size() < answer.size()) return null;
        checked.brought().add(new AnswerRules.Brought(current, kept.size(), at));
        return kept;
    }

    /** The members of an object, each checked as the field it is. */
    private @Nullable ObjectNode members(
            Field owner, List<Field> parts, List<Field> currentParts, JsonNode answer, String at) {
        if (!answer.isObject()) {
            refuse(at, "type", "This must be an object.");
            return null;
        }
        var before = found.list().size();
        answer.propertyNames().stream()
                .filter(name -> parts.stream().noneMatch(part -> part.key().equals(name)))
                .forEach(name ->
                        found.add(at + "/" + AnswerRules.escape(name), "unknown_field", "This has no such part."));
        var kept = JSON.objectNode();
        for (var part : parts) {
            var given = Visibility.present(answer.get(part.key()));
            if (given == null) {
                found.check(!part.mandatory(), at + "/" + part.key(), "required", AnswerRules.REQUIRED);
                continue;
            }
            var current = currentParts.stream()
                    .filter(other -> other.key().equals(part.key()))
                    .findFirst()
                    .orElse(part);
            var value = value(part, sold(owner, current), given, at + "/" + part.key());
            if (value != null) kept.set(part.key(), value);
        }
        return found.list().size() == before ? kept : null;
    }

    /** What is picked in a part is counted and charged as an option of the field that it is a part of. */
    private static Field sold(Field owner, Field part) {
        return part.type().offersOptions() && owner.type() == FieldType.MEAL_AND_DIET
                ? new Field(owner.key(), FieldType.CHOICE, owner.label(), null, null, null, part.options(), null)
                : part;
    }

    private @Nullable JsonNode refuse(String at, String code, String detail) {
        found.add(at, code, detail);
        return null;
    }
}
