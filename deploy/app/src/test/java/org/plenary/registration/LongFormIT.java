package org.plenary.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plenary.forms.FieldType;

/** A form of many fields, sent with its file as browsers send it: every field is a part of the message then. */
class LongFormIT extends WaitingRoomFixture {
    private static final String TYPE = "multipart/form-data; boundary=XX";
    private static final int FIELDS = 80;

    @Test
    void isTakenAndWhatIsWrongInItIsToldAtOnceAndLosesNothing() {
        var texts = IntStream.range(0, FIELDS).mapToObj("""
                {"key": "f%1$d", "type": "text", "label": "Field %1$d"}"""::formatted).collect(Collectors.joining(","));
        owner.put(PATH + "/registration-form", """
                {"sections": [{"key": "s", "title": "S", "fields": [%s,
                  {"key": "name", "type": "text", "label": "Name", "required": true},
                  {"key": "home", "type": "address", "label": "Home"},
                  {"key": "guests", "type": "accompanying_persons", "label": "Guests", "accompanying": {
                    "price": {"amount": "30.00", "currency": "EUR"}, "maximum": 2,
                    "fields": [{"key": "who", "type": "text", "label": "Who"}]}},
                  {"key": "years", "type": "number", "label": "Years"},
                  {"key": "proof", "type": "file", "label": "Proof"}]}]}""".formatted(texts)).expect(200);
        owner.put(PATH + "/sales-rules", Map.of("donations", true)).expect(200);
        var visitor = new Visitor(anonymous(tenant));
        var page = visitor.get(REGISTER + "?lang=en");
        assertThat(page.body()).contains("€30.00 for each person; you can bring 2.");
        var filled = new LinkedHashMap<>(filled());
        for (var i = 0; i < FIELDS; i++) filled.put("delegates.0.answers.f" + i, "text " + i);
        var wrong = new LinkedHashMap<>(filled);
        wrong.put("contact.email", "nobody");
        wrong.put("delegates.0.answers.years", "many");
        wrong.put("donation", "a lot");
        wrong.remove("delegates.0.answers.name");

        var refused = visitor.send(REGISTER, TYPE, parts(withCsrf(page, wrong)));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("This is not an amount of money.", "This is not an e-mail address.", "This is required.")
                .contains("value=\"many\"", "value=\"nobody\"", "value=\"a lot\"", "value=\"text 79\"");
        assertThat(visitor.send(REGISTER, TYPE, parts(withCsrf(refused, filled)))
                        .status())
                .isEqualTo(302);
    }

    @Test
    void partsOfWhatMayBeLeftOutDoNotLookRequired() {
        owner.put(PATH + "/registration-form", """
                {"sections": [{"key": "s", "title": "S", "fields": [
                  {"key": "home", "type": "address", "label": "Home"},
                  {"key": "work", "type": "address", "label": "Work", "required": true}]}]}""").expect(200);

        var page = anonymous(tenant).get(REGISTER).body();

        assertThat(page).doesNotContainPattern("name=\"delegates.0.answers.home.city\"[^>]*required");
        assertThat(page).containsPattern("name=\"delegates.0.answers.work.city\"[^>]*required");
    }

    @ParameterizedTest
    @EnumSource(FieldType.class)
    void everyTypeOfFieldIsCalledSomethingAndHasAnInput(FieldType type) {
        owner.put(PATH + "/registration-form", """
                {"sections": [{"key": "s", "title": "S", "fields": [
                  {"key": "asked", "type": "%s", "label": "Asked"%s}]}]}""".formatted(type.wire(), needed(type)))
                .expect(200);

        assertThat(anonymous(tenant).get(REGISTER).body()).contains("=\"delegates.0.answers.asked");
        for (var language : List.of("", "_zh_CN"))
            assertThat(words(language))
                    .as("words" + language)
                    .containsKeys("registration.type." + type.dashed(), "registration.type." + type.dashed() + ".use");
    }

    /** What a field of the type must say besides. */
    private static String needed(FieldType type) {
        if (type == FieldType.PASSPORT) return ", \"personal\": {\"retention_months\": 6}";
        if (type.offersOptions()) return ", \"options\": [{\"key\": \"one\", \"label\": \"One\"}]";
        return switch (type.family()) {
            case CONSENT -> ", \"consent\": {\"version\": \"1\", \"text\": \"Agreed.\"}";
            case PERSONS -> """
                    , "accompanying": {"price": {"amount": "0.00", "currency": "EUR"}, "maximum": 1,
                      "fields": [{"key": "name", "type": "text", "label": "Name"}]}""";
            case TEXT, NUMBER, TIME, YES_NO, CHOICE, CHOICES, COUNTRY, FILE, PARTS -> "";
        };
    }

    private static Properties words(String language) {
        var words = new Properties();
        try (var file = FieldType.class.getResourceAsStream("/messages/registration" + language + ".properties")) {
            words.load(Objects.requireNonNull(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private static byte[] parts(Map<String, String> fields) {
        var body = new StringBuilder();
        fields.forEach((name, value) ->
                body.append("--XX\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n"));
        body.append(
                "--XX\r\nContent-Disposition: form-data; name=\"delegates.0.answers.proof\"; filename=\"a.pdf\"\r\n");
        body.append("Content-Type: application/pdf\r\n\r\n%PDF-1.4 proof\r\n--XX--\r\n");
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }
}
