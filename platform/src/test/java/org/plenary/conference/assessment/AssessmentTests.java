package org.plenary.conference.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.plenary.conference.Attendance;
import org.plenary.conference.approval.RuleBook;
import org.plenary.conference.approval.RuleBook.Rule;
import org.plenary.conference.assessment.Finding.Code;
import org.plenary.kernel.LocalizedText;
import tools.jackson.databind.json.JsonMapper;

/** The published rules for universities in China, on the cases of the requirements: acceptance scenarios 8 to 13 and section 29. */
class AssessmentTests {
    private static final LocalDate START = LocalDate.of(2027, 8, 9);
    private static final LocalDate COMMITMENT = LocalDate.of(2026, 4, 9);
    private static final LocalDate EARLY = LocalDate.of(2025, 1, 1);
    private static final Attendance.Count NOBODY = new Attendance.Count(0, 0, 0);

    private static RuleBook rules;

    @BeforeAll
    static void asPublished() throws IOException {
        try (var file = AssessmentTests.class.getResourceAsStream("/db/control/changes/038-rule-pack.sql")) {
            assertThat(file).isNotNull();
            var pack = Pattern.compile("'(\\{\"rules\": \\[.*\\]\\})'", Pattern.DOTALL)
                    .matcher(new String(file.readAllBytes(), StandardCharsets.UTF_8));
            assertThat(pack.find()).isTrue();
            rules = RuleBook.read("CN-University", 1, JsonMapper.shared().readTree(pack.group(1)));
        }
    }

    @ParameterizedTest
    @CsvSource({"99, 399, GENERAL", "100, 200, MAJOR", "50, 400, MAJOR"})
    void aGeneralConferenceIsMajorFrom100ForeignGuestsOr400InAll(int foreign, int total, ConferenceClass expected) {
        var found = assess(said(Field.GENERAL, foreign, total));

        assertThat(found.conferenceClass()).isEqualTo(expected);
        if (expected == ConferenceClass.MAJOR)
            assertThat(found.reasons()).extracting(Rule::id).containsExactly("major-m4-general");
        else assertThat(found.reasons()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "299, 799, GENERAL",
        "300, 500, MAJOR",
        "10, 800, MAJOR",
        "422, 603, MAJOR",
        "730, 880, MAJOR",
        "150, 500, GENERAL"
    })
    void inTheNaturalSciencesOtherNumbersReplaceThose(int foreign, int total, ConferenceClass expected) {
        var found = assess(said(Field.NATURAL_SCIENCE, foreign, total));

        assertThat(found.conferenceClass()).isEqualTo(expected);
        assertThat(found.reasons())
                .extracting(Rule::id)
                .isEqualTo(expected == ConferenceClass.MAJOR ? List.of("major-m4-science") : List.of());
    }

    @ParameterizedTest
    @EnumSource(Circumstance.class)
    void aPersonOrABodyMakesAConferenceOf50AMajorOne(Circumstance circumstance) {
        var found = assess(with(said(Field.GENERAL, 5, 50), Map.of("circumstances", Set.of(circumstance))));

        assertThat(found.conferenceClass()).isEqualTo(ConferenceClass.MAJOR);
        assertThat(found.reasons()).extracting(rule -> rule.text("when")).containsExactly(circumstance.wire());
        assertThat(codes(found).contains(Code.CONSENT_MISSING)).isEqualTo(circumstance == Circumstance.STATE_LEADER);
    }

    @Test
    void whoeverInvitesAStateLeaderHasTheConsentInPrincipleBefore() {
        var leader = Map.<String, Object>of("circumstances", Set.of(Circumstance.STATE_LEADER), "consentOn", EARLY);

        assertThat(codes(assess(with(said(Field.GENERAL, 5, 50), leader)))).doesNotContain(Code.CONSENT_MISSING);
    }

    @Test
    void allReasonsAreNamedInTheirOrder() {
        var found = assess(with(
                said(Field.GENERAL, 200, 500),
                Map.of("circumstances", Set.of(Circumstance.STATE_LEADER, Circumstance.UN_SESSION))));

        assertThat(found.reasons()).extracting(rule -> rule.text("reason")).containsExactly("M1", "M4", "M6");
        assertThat(found.reasons()).extracting(Rule::requirement).containsExactly("APPR-02", "APPR-05", "APPR-07");
    }

    @Test
    void whileRegistrationsArriveTheConferenceIsAboutToBecomeMajorAndThenIs() {
        var said = said(Field.GENERAL, 60, 200);

        assertThat(codes(assess(said, new Attendance.Count(180, 89, 9)))).doesNotContain(Code.NEARLY_MAJOR_FOREIGN);
        var near = assess(said, new Attendance.Count(180, 90, 9));
        assertThat(near.conferenceClass()).isEqualTo(ConferenceClass.GENERAL);
        assertThat(near.findings())
                .contains(Finding.warning(Code.NEARLY_MAJOR_FOREIGN, "APPR-05", 90, 100))
                .noneMatch(finding -> finding.code() == Code.NEARLY_MAJOR_TOTAL);
        assertThat(assess(said, new Attendance.Count(180, 100, 9)).conferenceClass())
                .isEqualTo(ConferenceClass.MAJOR);
    }

    @Test
    void aGeneralConferenceIsFiledThreeMonthsBeforeTheCommitmentAndAMajorOneSix() {
        var committed = Map.<String, Object>of("committedOn", COMMITMENT);
        var general = with(said(Field.NATURAL_SCIENCE, 100, 200), committed);
        var major = with(said(Field.NATURAL_SCIENCE, 422, 603), committed);

        assertThat(assess(general).filing())
                .extracting(Filing::due, Filing::isAssumed)
                .containsExactly(LocalDate.of(2026, 1, 9), false);
        assertThat(assess(major).filing()).extracting(Filing::due).isEqualTo(LocalDate.of(2025, 10, 9));
        assertThat(codes(assess(major, NOBODY, LocalDate.of(2025, 10, 9)))).doesNotContain(Code.FILING_OVERDUE);
        assertThat(assess(major, NOBODY, LocalDate.of(2025, 10, 10)).findings())
                .contains(Finding.blocking(Code.FILING_OVERDUE, "APPR-13", LocalDate.of(2025, 10, 9)));
        assertThat(codes(assess(general, NOBODY, LocalDate.of(2025, 10, 10)))).doesNotContain(Code.FILING_OVERDUE);
        var filed = with(major, Map.of("filedOn", LocalDate.of(2025, 10, 9)));
        assertThat(codes(assess(filed, NOBODY, LocalDate.of(2026, 1, 1)))).doesNotContain(Code.FILING_OVERDUE);
    }

    @Test
    void whileNobodySaysWhenTheNoticeOfTheCallIsTheCommitmentAndNothingIsInTheWay() {
        var found = assess(said(Field.NATURAL_SCIENCE, 422, 603), NOBODY, LocalDate.of(2026, 1, 1));

        assertThat(found.filing())
                .isNotNull()
                .extracting(Filing::committedOn, Filing::due, Filing::isAssumed)
                .containsExactly(COMMITMENT, LocalDate.of(2025, 10, 9), true);
        assertThat(found.findings())
                .contains(Finding.warning(Code.FILING_OVERDUE, "APPR-13", LocalDate.of(2025, 10, 9)));
    }

    @ParameterizedTest
    @CsvSource({
        "2027-08-10, 2027-02",
        "2027-07-01, 2027-02",
        "2027-12-31, 2027-02",
        "2027-03-01, 2026-10",
        "2027-06-30, 2026-10"
    })
    void theAuthorityCallsForForecastsInFebruaryAndOctober(LocalDate start, YearMonth window) {
        var forecast = Forecast.of(ConferenceClass.GENERAL, 31, start, rules);

        assertThat(forecast.required()).isTrue();
        assertThat(forecast.window()).isEqualTo(window);
        assertThat(forecast.due()).isEqualTo(window.atEndOfMonth());
    }

    @Test
    void upTo30ForeignGuestsNeedNoForecastAndTheLimitItselfIsShown() {
        assertThat(assess(said(Field.GENERAL, 29, 100)).forecast())
                .extracting(Forecast::required, Forecast::atLimit)
                .containsExactly(false, false);
        var limit = assess(said(Field.GENERAL, 30, 100));
        assertThat(limit.forecast())
                .extracting(Forecast::required, Forecast::atLimit)
                .containsExactly(false, true);
        assertThat(limit.findings()).contains(Finding.warning(Code.FORECAST_LIMIT, "APPR-10", 30));
        assertThat(assess(said(Field.GENERAL, 31, 100)).forecast())
                .extracting(Forecast::required, Forecast::atLimit)
                .containsExactly(true, false);
    }

    @Test
    void aMajorConferenceIsAlwaysForecastAYearAhead() {
        var leader = with(said(Field.GENERAL, 2, 20), Map.of("circumstances", Set.of(Circumstance.UN_SESSION)));

        var forecast = assess(leader).forecast();
        assertThat(forecast.required()).isTrue();
        assertThat(forecast.due()).isEqualTo(LocalDate.of(2026, 8, 9));
        assertThat(forecast.window()).isEqualTo(YearMonth.of(2026, 2));
        assertThat(assess(leader, NOBODY, LocalDate.of(2026, 8, 10)).findings())
                .contains(Finding.blocking(Code.FORECAST_OVERDUE, "APPR-11", LocalDate.of(2026, 8, 9)));
        var made = with(leader, Map.of("forecastOn", LocalDate.of(2026, 8, 9)));
        assertThat(codes(assess(made, NOBODY, LocalDate.of(2026, 8, 10)))).doesNotContain(Code.FORECAST_OVERDUE);
    }

    @ParameterizedTest
    @CsvSource({
        "World Summit on Robots, summit",
        "Summits of Robots, summit",
        "An International  Forum of Robots, international forum",
        "WORLD CONGRESS of Robots, world congress",
        "Global Congress, global congress",
        "High Level Meeting on Robots, high-level meeting",
        "First Edition of Robots, first edition"
    })
    void restrictedWordsInTheNameAreFoundInWhateverCase(String name, String word) {
        assertThat(TitleWord.in(LocalizedText.of(name), Map.of(), rules))
                .extracting(TitleWord::word)
                .containsExactly(word);
    }

    @ParameterizedTest
    @CsvSource({"峰会", "国际论坛", "世界大会", "全球大会", "高层会议", "首届"})
    void theyAreFoundInChineseToo(String word) {
        var name = LocalizedText.of("Robots", "机器人" + word);

        assertThat(TitleWord.in(name, Map.of(), rules))
                .extracting(TitleWord::word)
                .containsExactly(word);
    }

    @Test
    void aWordIsNotInTheWayOnceSomebodySaysWhyAndPartsOfWordsAreNone() {
        assertThat(TitleWord.in(LocalizedText.of("Summitry and consummation of forums"), Map.of(), rules))
                .isEmpty();
        var said = said(Field.GENERAL, 20, 100);
        assertThat(found("Robot Summit", said).findings())
                .contains(Finding.blocking(Code.WORD_UNEXPLAINED, "APPR-21", "summit"));
        var explained = with(said, Map.of("words", Map.of("word-summit", "It is the name of a mountain hut.")));
        assertThat(found("Robot Summit", explained).findings()).noneMatch(Finding::isBlocking);
    }

    @ParameterizedTest
    @CsvSource({"0, UNKNOWN", "1, DOMESTIC", "2, BILATERAL", "3, MULTILATERAL", "37, MULTILATERAL"})
    void whatKindItIsGoesByItsCountries(int countries, Kind expected) {
        var said = with(said(Field.GENERAL, 20, 100), Map.of("countries", countries));

        assertThat(assess(said).kind()).isEqualTo(expected);
        assertThat(assess(with(said, Map.of("ofProject", true))).kind()).isEqualTo(Kind.PROJECT_WORKING);
    }

    @Test
    void ofOneCountryAloneNothingIsForecastOrFiled() {
        var found = assess(with(said(Field.GENERAL, 40, 100), Map.of("countries", 1)));

        assertThat(found.forecast().required()).isFalse();
        assertThat(found.filing()).isNull();
    }

    private static Declaration said(Field field, int foreign, int total) {
        return new Declaration(field, Set.of(), foreign, total, 10, false, null, null, null, null, Map.of());
    }

    @SuppressWarnings("unchecked")
    private static Declaration with(Declaration said, Map<String, Object> changes) {
        var all = new HashMap<>(changes);
        return new Declaration(
                said.field(),
                (Set<Circumstance>) all.getOrDefault("circumstances", said.circumstances()),
                said.foreign(),
                said.total(),
                (Integer) all.getOrDefault("countries", said.countries()),
                (boolean) all.getOrDefault("ofProject", said.ofProject()),
                (LocalDate) all.getOrDefault("committedOn", said.committedOn()),
                (LocalDate) all.getOrDefault("forecastOn", said.forecastOn()),
                (LocalDate) all.getOrDefault("filedOn", said.filedOn()),
                (LocalDate) all.getOrDefault("consentOn", said.consentOn()),
                (Map<String, String>) all.getOrDefault("words", said.words()));
    }

    private static Assessment assess(Declaration said) {
        return assess(said, NOBODY);
    }

    private static Assessment assess(Declaration said, Attendance.Count coming) {
        return assess(said, coming, EARLY);
    }

    private static Assessment assess(Declaration said, Attendance.Count coming, LocalDate today) {
        return Assessment.of(new Assessment.Case(LocalizedText.of("Robots"), START, said, coming, today), rules);
    }

    private static Assessment found(String name, Declaration said) {
        return Assessment.of(new Assessment.Case(LocalizedText.of(name), START, said, NOBODY, EARLY), rules);
    }

    private static List<Code> codes(Assessment found) {
        return found.findings().stream().map(Finding::code).toList();
    }
}
