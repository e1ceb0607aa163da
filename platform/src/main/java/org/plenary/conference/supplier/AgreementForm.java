package org.plenary.conference.supplier;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.AgreementKind;
import org.plenary.kernel.Problem;
import org.plenary.kernel.TypedTime;
import org.plenary.kernel.web.Choice;
import org.springframework.context.MessageSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** An agreement's form as the browser sends it. */
final class AgreementForm {
    private final MultiValueMap<String, String> values;

    AgreementForm(MultiValueMap<String, String> values) {
        this.values = new LinkedMultiValueMap<>(values);
    }

    static AgreementForm blank(String kind) {
        var form = new AgreementForm(new LinkedMultiValueMap<>());
        form.values.set("kind", kind);
        form.values.set("status", Agreement.Status.DRAFT.wire());
        return form;
    }

    static AgreementForm of(Agreement agreement) {
        var form = new AgreementForm(new LinkedMultiValueMap<>());
        form.values.set("kind", agreement.kind().wire());
        form.values.set("supplier", agreement.supplier());
        form.values.set("status", agreement.status().wire());
        form.values.set(
                "signed_on",
                agreement.signedOn() == null ? "" : agreement.signedOn().toString());
        form.values.set("note", agreement.note() == null ? "" : agreement.note());
        form.values.set("version", String.valueOf(agreement.version()));
        if (agreement.file() != null)
            form.values.set("file_name", agreement.file().name());
        return form;
    }

    /** The value of a field; templates call it. */
    public String get(String field) {
        var value = values.getFirst(field);
        return value == null ? "" : value;
    }

    public boolean isOn(String field) {
        return get(field).equals("true");
    }

    /** The upload survives the form being drawn again. */
    void uploaded(String token, String name) {
        values.set("file_token", token);
        values.set("file_name", name);
        values.remove("remove_file");
    }

    @Nullable
    String ifMatch() {
        return get("version").isEmpty() ? null : "\"" + get("version") + "\"";
    }

    /** @throws Problem.InvalidInput for what is no date */
    AgreementInput asInput() {
        var token = get("file_token");
        return new AgreementInput(
                get("kind"),
                get("supplier"),
                get("status"),
                signedOn(),
                get("note"),
                isOn("remove_file") ? "" : token.isEmpty() ? null : token);
    }

    private @Nullable LocalDate signedOn() {
        if (get("signed_on").isBlank()) return null;
        try {
            return TypedTime.day(get("signed_on").strip());
        } catch (DateTimeException e) {
            throw new Problem.InvalidInput("/signed_on", "date", "This is not a date.");
        }
    }

    /** Brings messages to fields that are there. */
    static Map<String, String> onFields(Map<String, String> errors) {
        var placed = new LinkedHashMap<String, String>();
        errors.forEach((field, message) -> placed.putIfAbsent(field.equals("file_token") ? "file" : field, message));
        return placed;
    }

    static List<Choice> kinds(MessageSource messages, Locale locale) {
        return Arrays.stream(AgreementKind.values())
                .map(kind -> new Choice(kind.wire(), kind(messages, kind, locale)))
                .toList();
    }

    static String kind(MessageSource messages, AgreementKind kind, Locale locale) {
        return messages.getMessage("conference.agreement.kind-" + kind.wire().replace('_', '-'), null, locale);
    }

    static List<Choice> statuses(MessageSource messages, Locale locale) {
        return Arrays.stream(Agreement.Status.values())
                .map(status -> new Choice(
                        status.wire(),
                        messages.getMessage("conference.agreement.status-" + status.messageKey(), null, locale)))
                .toList();
    }
}
