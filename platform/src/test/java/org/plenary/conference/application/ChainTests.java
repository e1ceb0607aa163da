package org.plenary.conference.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.plenary.conference.application.Application.Guest;
import org.plenary.conference.application.Application.State;
import org.plenary.conference.approval.RuleBook;
import org.plenary.kernel.Violations;
import tools.jackson.databind.json.JsonMapper;

/** The way of an application as the published rules for universities in China have it. */
class ChainTests {
    private static Chain chain;

    @BeforeAll
    static void asPublished() throws IOException {
        try (var file = ChainTests.class.getResourceAsStream("/db/control/changes/038-rule-pack.sql")) {
            assertThat(file).isNotNull();
            var pack = Pattern.compile("'(\\{\"rules\": \\[.*\\]\\})'", Pattern.DOTALL)
                    .matcher(new String(file.readAllBytes(), StandardCharsets.UTF_8));
            assertThat(pack.find()).isTrue();
            chain = Chain.of(
                    RuleBook.read("CN-University", 1, JsonMapper.shared().readTree(pack.group(1))));
        }
    }

    @Test
    void departmentsSignSideBySideThenOneAfterTheOtherDecides() {
        assertThat(chain.main())
                .extracting(Chain.Step::offices)
                .containsExactly(
                        List.of("hr", "finance", "security", "it", "publicity"),
                        List.of("leading_group"),
                        List.of("research_office"),
                        List.of("exchange_office"),
                        List.of("exchange_office"),
                        List.of("vice_president"),
                        List.of("ministry"),
                        List.of("exchange_office"));
        assertThat(chain.detours().keySet()).containsExactlyInAnyOrder("prelim_review", "ministry");
    }

    @Test
    void theLeadingGroupComesWhenAllFiveHaveAgreed() {
        var joint = chain.main().getFirst();

        assertThat(chain.after(joint, Action.AGREE, Set.of("hr", "finance", "security", "it")))
                .isEqualTo(new Chain.Place(State.UNDER_REVIEW, joint.key()));
        assertThat(chain.after(joint, Action.AGREE, Set.copyOf(joint.offices())))
                .isEqualTo(
                        new Chain.Place(State.UNDER_REVIEW, chain.main().get(1).key()));
    }

    @Test
    void oneDepartmentThatDoesNotAgreeSendsItBackToTheApplicant() {
        assertThat(chain.after(chain.main().getFirst(), Action.REJECT, Set.of("hr")))
                .isEqualTo(new Chain.Place(State.DRAFT, null));
    }

    @Test
    void aRevisionComesBackToWhoAskedForItAndSoDoesAClarification() {
        var review = step("prelim_review");
        assertThat(chain.after(review, Action.RETURN, Set.of()))
                .isEqualTo(new Chain.Place(State.UNDER_REVIEW, "revision"));
        assertThat(chain.after(step("revision"), Action.ANSWER, Set.of()))
                .isEqualTo(new Chain.Place(State.UNDER_REVIEW, "prelim_review"));
        assertThat(chain.after(step("ministry"), Action.RETURN, Set.of()).step())
                .isEqualTo("clarification");
        assertThat(chain.after(step("clarification"), Action.ANSWER, Set.of()).step())
                .isEqualTo("ministry");
    }

    @Test
    void whereNothingIsAskedReturningBeginsAnewAndRejectingEnds() {
        assertThat(chain.after(step("countersign"), Action.RETURN, Set.of()))
                .isEqualTo(new Chain.Place(State.DRAFT, null));
        assertThat(chain.after(step("leader_approval"), Action.REJECT, Set.of()))
                .isEqualTo(new Chain.Place(State.REJECTED, null));
    }

    @Test
    void itIsApprovedAfterTheLastStepAndNotBefore() {
        var at = chain.begin();
        for (var i = 0; i < chain.main().size(); i++) {
            assertThat(at.state()).isEqualTo(State.UNDER_REVIEW);
            assertThat(chain.done(at)).isEqualTo(i);
            var step = chain.main().get(i);
            assertThat(at.step()).isEqualTo(step.key());
            at = chain.after(step, Action.AGREE, Set.copyOf(step.offices()));
        }
        assertThat(at).isEqualTo(new Chain.Place(State.APPROVED, null));
    }

    @Test
    void foreignDelegatesComeAsASpreadsheetHasThem() {
        var wrong = new Violations();

        assertThat(GuestList.read("Ada Lovelace\tGB\tAnalytical Institute\tDr\n\nMax;DE;Uni；Prof\n", wrong))
                .containsExactly(
                        new Guest("Ada Lovelace", "GB", "Analytical Institute", "Dr"),
                        new Guest("Max", "DE", "Uni", "Prof"));
        assertThat(wrong.isEmpty()).isTrue();
        GuestList.read("Ada\tGB\tInstitute\tDr\nMax DE", wrong);
        assertThat(wrong.list())
                .singleElement()
                .satisfies(each -> assertThat(each.details()).containsEntry("line", 2));
    }

    private static Chain.Step step(String key) {
        return chain.find(key).orElseThrow();
    }
}
