package org.plenary.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.plenary.files.StoredFile;
import org.plenary.forms.FormDefinition.Field;
import org.plenary.forms.FormDefinition.Option;
import org.plenary.forms.FormDefinition.Section;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.Violations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

class AnswerRulesTests {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);

    private final AnswerRules rules = new AnswerRules(AnswerRulesTests::file);

    /** One is known, by the token {@code token}. */
    private static Optional<StoredFile> file(String token) {
        return Optional.of(new StoredFile(new UUID(0, 1), "cv.pdf", "application/pdf", 10, Instant.EPOCH))
                .filter(file -> token.equals("token"));
    }

    @Test
    void whatIsRequiredAndShownMustBeAnswered() {
        var form = form(field("name", FieldType.TEXT, true, null));

        assertThat(check(form, Map.of())).containsExactly("/answers/name required");
    }

    @Test
    void whatIsHiddenIsNotRequiredAndNotAccepted() {
        var form = form(
                choice("dinner", "yes", "no"),
                field("diet", FieldType.TEXT, true, Condition.in("dinner", List.of("yes"))));

        assertThat(check(form, Map.of("dinner", JSON.stringNode("no")))).isEmpty();
        assertThat(check(form, Map.of("dinner", JSON.stringNode("no"), "diet", JSON.stringNode("vegan"))))
                .containsExactly("/answers/diet not_visible");
        assertThat(check(form, Map.of("dinner", JSON.stringNode("yes")))).containsExactly("/answers/diet required");
    }

    @Test
    void unknownFieldsAndOptionsThatAreNotOfferedAreRefused() {
        var form = form(choice("dinner", "yes", "no"));

        assertThat(check(form, Map.of("price", JSON.numberNode(0), "dinner", JSON.stringNode("free"))))
                .containsExactlyInAnyOrder("/answers/price unknown_field", "/answers/dinner not_offered");
    }

    @Test
    void anOptionThatIsNoLongerOfferedIsRefusedOnAnOldVersionToo() {
        var old = form(choice("dinner", "yes", "early"));
        var newest = form(choice("dinner", "yes"));
        var found = new Violations();

        rules.check(asked(old, newest), Map.of("dinner", JSON.stringNode("early")), "/answers", found);

        assertThat(found.list()).extracting("code").containsExactly("not_offered");
    }

    @Test
    void everyTypeTakesItsOwnKindOfAnswerOnly() {
        var form = form(
                field("n", FieldType.NUMBER, false, null),
                field("d", FieldType.DATE, false, null),
                field("c", FieldType.COUNTRY, false, null),
                field("e", FieldType.EMAIL, false, null),
                field("f", FieldType.FILE, false, null),
                field("k", FieldType.CONSENT, true, null));
        var wrong = new LinkedHashMap<String, JsonNode>();
        wrong.put("n", JSON.stringNode("1"));
        wrong.put("d", JSON.stringNode("2027-02-30"));
        wrong.put("c", JSON.stringNode("XX"));
        wrong.put("e", JSON.stringNode("nobody"));
        wrong.put("f", JSON.stringNode("made up"));
        wrong.put("k", JSON.booleanNode(false));

        assertThat(check(form, wrong))
                .containsExactly(
                        "/answers/n type",
                        "/answers/d date",
                        "/answers/c country",
                        "/answers/e email",
                        "/answers/f unknown_file",
                        "/answers/k required");
    }

    @Test
    void textsKeepTheirPatternTheirLengthAndTheirKind() {
        var form = form(
                FieldChange.of("code", FieldType.TEXT, LocalizedText.of("Code"))
                        .pattern("[A-Z]{2}[0-9]+")
                        .patternHelp(LocalizedText.of("Two letters, then digits.", "两个字母加数字。"))
                        .field(),
                FieldChange.of("motto", FieldType.TEXT, LocalizedText.of("Motto"))
                        .minimum(5)
                        .field(),
                field("phone", FieldType.PHONE, false, null),
                field("home", FieldType.URL, false, null));
        var wrong = new LinkedHashMap<String, JsonNode>();
        wrong.put("code", JSON.stringNode("xAB12"));
        wrong.put("motto", JSON.stringNode("four"));
        wrong.put("phone", JSON.stringNode("call me"));
        wrong.put("home", JSON.stringNode("javascript:alert(1)"));
        var right = new LinkedHashMap<String, JsonNode>();
        right.put("code", JSON.stringNode("AB12"));
        right.put("phone", JSON.stringNode("+86 (10) 1234-5678 x12"));
        right.put("home", JSON.stringNode("https://example.org/~ada"));

        assertThat(check(form, wrong))
                .containsExactly(
                        "/answers/code pattern_hint",
                        "/answers/motto too_short",
                        "/answers/phone phone",
                        "/answers/home url");
        assertThat(check(form, right)).isEmpty();
    }

    @Test
    void aPatternThatWouldKeepABacktrackingEngineBusyForHoursIsAnsweredAtOnce() {
        var form = form(FieldChange.of("a", FieldType.TEXT, LocalizedText.of("A"))
                .pattern("(a+)+b")
                .maximum(2000)
                .field());

        assertThat(check(form, Map.of("a", JSON.stringNode("a".repeat(2000))))).containsExactly("/answers/a pattern");
    }

    @Test
    void numbersDatesAndPicksKeepTheirRanges() {
        var form = form(
                FieldChange.of("age", FieldType.NUMBER, LocalizedText.of("Age"))
                        .range(new FormDefinition.Range("18", "99.5"))
                        .field(),
                FieldChange.of("from", FieldType.DATETIME, LocalizedText.of("From"))
                        .range(new FormDefinition.Range("2027-05-01T08:00", null))
                        .field(),
                FieldChange.of("topics", FieldType.MULTIPLE_CHOICE, LocalizedText.of("Topics"))
                        .options(List.of(
                                new Option("a", LocalizedText.of("A")),
                                new Option("b", LocalizedText.of("B")),
                                new Option("c", LocalizedText.of("C"))))
                        .picks(new FormDefinition.Picks(2, 2))
                        .field());
        var wrong = new LinkedHashMap<String, JsonNode>();
        wrong.put("age", JSON.numberNode(100));
        wrong.put("from", JSON.stringNode("2027-05-01T07:59"));
        wrong.put("topics", JSON.arrayNode().add("a"));

        assertThat(check(form, wrong))
                .containsExactly(
                        "/answers/age above_range", "/answers/from below_range", "/answers/topics too_few_picks");
        assertThat(check(
                        form,
                        Map.of("topics", JSON.arrayNode().add("a").add("b").add("c"))))
                .containsExactly("/answers/topics too_many_picks");
        assertThat(check(form, Map.of("topics", JSON.arrayNode().add("a").add("a"))))
                .containsExactly("/answers/topics/1 duplicate");
    }

    @Test
    void aPassportHasAllItsPartsAndItsDatesRise() {
        var form = form(field("passport", FieldType.PASSPORT, true, null));
        var passport = JSON.objectNode()
                .put("surname", "Wang")
                .put("given_names", "Mei")
                .put("birth_date", "1990-01-01")
                .put("nationality", "CN")
                .put("number", "E12345678")
                .put("issued_on", "2026-01-01");

        assertThat(check(form, Map.of("passport", passport))).containsExactly("/answers/passport/expires_on required");
        passport.put("expires_on", "2025-01-01");
        assertThat(check(form, Map.of("passport", passport))).containsExactly("/answers/passport/expires_on not_after");
        passport.put("expires_on", "2036-01-01");
        assertThat(check(form, Map.of("passport", passport))).isEmpty();
    }

    @Test
    void anOptionIsTakenOnItsLastDayAndNotAfter() {
        var offered = List.of(
                new Option("today", LocalizedText.of("T"), null, null, TODAY),
                new Option("gone", LocalizedText.of("G"), null, null, TODAY.minusDays(1)));
        var form = form(FieldChange.of("tour", FieldType.CHOICE, LocalizedText.of("Tour"))
                .options(offered)
                .field());

        assertThat(check(form, Map.of("tour", JSON.stringNode("today")))).isEmpty();
        assertThat(check(form, Map.of("tour", JSON.stringNode("gone")))).containsExactly("/answers/tour option_closed");
    }

    @Test
    void aTokenOfAFileIsKeptAsTheFile() {
        var form = form(field("cv", FieldType.FILE, true, null));

        var checked =
                rules.check(asked(form, form), Map.of("cv", JSON.stringNode("token")), "/answers", new Violations());

        assertThat(checked.answers())
                .hasEntrySatisfying(
                        "cv", kept -> assertThat(kept.path("name").asString()).isEqualTo("cv.pdf"));
    }

    private List<String> check(FormDefinition form, Map<String, JsonNode> answers) {
        var found = new Violations();
        rules.check(asked(form, form), answers, "/answers", found);
        return found.list().stream().map(v -> v.pointer() + " " + v.code()).toList();
    }

    private static AnswerRules.Asked asked(FormDefinition given, FormDefinition newest) {
        return new AnswerRules.Asked(given, newest, null, TODAY, false);
    }

    private static FormDefinition form(Field... fields) {
        return new FormDefinition(List.of(new Section("main", LocalizedText.of("Main"), List.of(fields))));
    }

    private static Field field(String key, FieldType type, boolean required, @Nullable Condition condition) {
        return new Field(key, type, LocalizedText.of(key), null, required, null, List.of(), condition);
    }

    private static Field choice(String key, String... options) {
        var offered = List.of(options).stream()
                .map(option -> new Option(option, LocalizedText.of(option)))
                .toList();
        return new Field(key, FieldType.CHOICE, LocalizedText.of(key), null, false, null, offered, null);
    }
}
