package org.plenary.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plenary.identity.Browser;

/** Papers like the one on a page: which ones, and for whom. */
class AlikePapersIT extends ReviewFixture {
    private static final Map<String, Object> ANN = Map.of("name", "Ann Author", "email", "ann@far.example");

    @Test
    void staffSeeWhatIsAlikeAndTheOthersOnlyWhatWasAnnounced() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var owner = owner(tenant);
        var chair = chair(tenant);
        var staff = at(tenant, "/manage/conferences/robots/papers/1/similar");
        var open = at(tenant, "/c/robots/papers/1/similar");
        var anybody = new Browser();
        submit(tenant, "Dexterous grasping with soft gears", ANN);
        submit(tenant, "Soft gears for dexterous grasping hands", ANN);
        submit(tenant, "Grasping with soft and dexterous gears again", ANN);

        eventually("both are alike", () -> {
            var body = chair.open(staff).body();
            return body.contains("/papers/2\"") && body.contains("/papers/3\"");
        });
        assertThat(chair.open(staff).body()).doesNotContain("/papers/1\"");
        assertThat(anybody.open(open).status()).as("nobody knows of it yet").isEqualTo(404);

        for (var number : new int[] {1, 2})
            owner.post(CONFERENCE + "/submissions/" + number + "/decision", Map.of("decision", "accept"))
                    .expect(200);
        decidingPlan(chair, tenant, Map.of("held", "true"));
        owner.post(CONFERENCE + "/submissions/3/decision", Map.of("decision", "accept"))
                .expect(200);
        eventually("the announced one is alike", () -> anybody.open(open).body().contains("Soft gears for dexterous"));
        assertThat(anybody.open(open).body()).doesNotContain("again", "far.example");
        assertThat(anybody.open(at(tenant, "/c/robots/papers/3/similar")).status())
                .isEqualTo(404);
        var others = aTenantWithCall("2099-01-31T23:59");
        assertThat(anybody.open(at(others, "/c/robots/papers/1/similar")).status())
                .isEqualTo(404);
    }
}
