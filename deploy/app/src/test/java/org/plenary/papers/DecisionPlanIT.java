package org.plenary.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How decisions are told: what the chairs type is kept, or refused beside its field. */
class DecisionPlanIT extends ReviewFixture {
    private static final String PLAN = "/manage/conferences/robots/papers/decisions/plan";

    @Test
    void aTextThatIsTooLongIsRefusedBesideItsFieldWithWhatItMayHave() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var chair = chair(tenant);
        var page = chair.open(at(tenant, PLAN + "?lang=en"));

        var refused = chair.submit(
                page,
                PLAN,
                Map.of(
                        "version",
                        value(page, "version"),
                        "signer",
                        "Grace",
                        "signer_post.zh-CN",
                        "主".repeat(201),
                        "accepted_note.en",
                        "n".repeat(5_001)));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("id=\"e-signer_post.zh-CN\"", "Use at most 200 characters.")
                .contains("id=\"e-accepted_note.en\"", "Use at most 5,000 characters.")
                .contains("value=\"Grace\"")
                .doesNotContain("{0}");
    }

    @Test
    void whatIsSavedStandsInTheFormAndWhoSavesFromAnOldOneIsToldAndLosesNothing() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var chair = chair(tenant);
        var old = chair.open(at(tenant, PLAN + "?lang=en"));
        var fields = new HashMap<>(Map.of(
                "version", value(old, "version"),
                "signer", "Grace",
                "signer_post.en", "Chair of the programme",
                "accepted_note.zh-CN", "欢迎"));
        assertThat(chair.submit(old, PLAN, fields).body()).contains("Saved.");

        assertThat(chair.open(at(tenant, PLAN)).body())
                .contains("value=\"Grace\"", "value=\"Chair of the programme\"", ">欢迎</textarea>");
        fields.put("signer", "Somebody else");
        var late = chair.submit(old, PLAN, fields);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("Somebody else changed it meanwhile.", "value=\"Somebody else\"");
    }
}
