package org.plenary.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.fulltext.DocumentChanged;
import org.plenary.identity.Permission;
import org.plenary.papers.text.TextCatchUp;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

/** A paper is found by what stands in its newest file, by whoever may read all papers and by nobody else. */
class PaperTextIT extends FinalFixture {
    private static final Map<String, Object> ADA = Map.of("name", "Ada Author", "email", "ada@one.example");

    @Autowired
    private TextCatchUp catchUp;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionOperations transactions;

    @Test
    void aPaperIsFoundByItsNewestFileAndNoLongerByTheOneBefore() {
        var tenant = aTenantWithFinals();
        var owner = owner(tenant);
        var chair = chair(tenant);
        var begun = System.nanoTime();
        var secret = submit(
                tenant,
                "Towels are folded by one arm",
                ADA,
                PaperPdf.of("A quetzal is the reinforce-", "ment learning bird of Uppsala."));
        eventually("found by its file", () -> total(owner, "quetzal") == 1);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(15));

        assertThat(total(owner, "reinforcement")).isOne();
        assertThat(total(owner, said("file:\"learning bird of uppsala\""))).isOne();
        assertThat(total(owner, said("全文：quetzal -towels"))).isZero();
        assertThat(chair.open(at(tenant, "/manage/conferences/robots/search?q=quetzal"))
                        .body())
                .contains("In the file:", "<em>quetzal</em>", "Towels are folded");
        assertThat(chair.open(at(tenant, "/manage/search?q=quetzal")).body()).contains("Towels are folded");

        anonymous(tenant)
                .patch(
                        CONFERENCE + "/submissions/1?secret=" + secret,
                        Map.of("file_token", upload(tenant, PaperPdf.of("A walrus dives below the ice."))))
                .expect(200);
        eventually("found by the file that replaced it", () -> total(owner, "walrus") == 1);
        eventually("the file before is forgotten", () -> total(owner, "quetzal") == 0);

        owner.post(CONFERENCE + "/submissions/1/decision", Map.of("decision", "accept"))
                .expect(200);
        handIn(tenant, 1, secret, PaperPdf.of("A narwhal sings of the final version."));
        eventually("found by the final version", () -> total(owner, "narwhal") == 1);
        eventually("which takes the place of what was submitted", () -> total(owner, "walrus") == 0);
        assertThat(total(owner, "towels")).isOne();
    }

    @Test
    void nothingOfAFileStaysWhenThePaperIsWithdrawn() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var owner = owner(tenant);
        var secret = submit(tenant, "Towels", ADA, PaperPdf.inChinese("机器人的强化学习"));
        eventually("found by Chinese words", () -> total(owner, said("强化学习")) == 1);
        assertThat(total(owner, said("file:机器人 towels"))).isOne();
        assertThat(total(owner, said("file:学机"))).isZero();

        anonymous(tenant)
                .patch(CONFERENCE + "/submissions/1?secret=" + secret, Map.of("status", "withdrawn"))
                .expect(200);

        eventually("forgotten", () -> total(owner, said("强化学习")) == 0);
        assertThat(row(tenant)).isEqualTo("none: ");
        assertThat(total(owner, "towels")).isOne();
    }

    @Test
    void aFileThatCannotBeReadIsTriedOnceAndThePaperIsFoundByItsTitle() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var owner = owner(tenant);
        var broken = "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 9 0 R>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        var locked = PaperPdf.locked(PaperPdf.of("A quetzal behind a door."));
        var number = 0;
        for (var file : List.of(broken, locked, PaperPdf.of())) {
            submit(tenant, "Towels " + ++number, ADA, file);
            var expected = number;
            eventually("tried " + number, () -> rows(tenant, "standing = 'empty'") == expected);
        }

        assertThat(rows(tenant, "text = '' and tries = 1 and version = 0")).isEqualTo(number);
        var all = number;
        eventually("found by their titles", () -> total(owner, "towels") == all);
        assertThat(total(owner, "quetzal")).isZero();
        assertThat(again(tenant, Instant.now().plus(Duration.ofDays(9)))).isZero();
    }

    @Test
    void whatWasMissedLateTwiceOrKilledEndsTheSame() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var owner = owner(tenant);
        submit(tenant, "Towels", ADA, PaperPdf.of("A quetzal glides."));
        eventually("found", () -> total(owner, "quetzal") == 1);
        var read = "read: A quetzal glides.";
        assertThat(row(tenant)).isEqualTo(read);

        changed(tenant);
        changed(tenant);
        assertThat(again(tenant, Instant.now())).isZero();
        assertThat(rows(tenant, "version = 1 and tries = 1")).isOne();

        // as before texts were kept
        change(tenant, "delete from paper_text");
        assertThat(again(tenant, Instant.now())).isOne();
        assertThat(row(tenant)).isEqualTo(read);

        // the node that reads it now is left alone; one that was killed is not waited for
        var killed =
                "update paper_text set standing = 'reading', text = '', begun_at = now() - interval '%s', tries = %s";
        change(tenant, killed.formatted("10 seconds", 1));
        assertThat(again(tenant, Instant.now())).isZero();
        assertThat(row(tenant)).isEqualTo("reading: ");
        change(tenant, killed.formatted("3 minutes", 1));
        assertThat(again(tenant, Instant.now())).isOne();
        assertThat(row(tenant)).isEqualTo(read);

        // it ended its node three times
        change(tenant, killed.formatted("3 minutes", 3));
        assertThat(again(tenant, Instant.now())).isOne();
        assertThat(row(tenant)).isEqualTo("given_up: ");
        assertThat(again(tenant, Instant.now().plus(Duration.ofDays(9)))).isZero();
        assertThat(total(owner, "towels")).isOne();
    }

    @Test
    void neitherThePublicNorAuthorsNorOtherStaffFindOrCountByAFile() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var owner = owner(tenant);
        submit(tenant, "Towels are folded", ADA, PaperPdf.of("A quetzal glides over folded sand."));
        submit(tenant, "Towels are dried", ADA, PaperPdf.of("A walrus dives."));
        for (var number : List.of(1, 2))
            owner.post(CONFERENCE + "/submissions/" + number + "/decision", Map.of("decision", "accept"))
                    .expect(200);
        var reader = as(tenant, Permission.PAPERS_READ);
        eventually("found by who may", () -> total(reader, "quetzal") == 1);
        eventually("accepted", () -> total(anonymous(tenant), "towels") == 2);

        var askers = List.of(anonymous(tenant), as(tenant, Permission.REGISTRATION_READ));
        for (var question : List.of(
                "%s",
                "file:%s",
                "全文：%s",
                "towels %s",
                "towels folded %s",
                "towels file:%s",
                "\"%s glides\"",
                "%s*",
                "file:%s*",
                "towels -%s",
                "towels -file:%s",
                "-file:%s"))
            for (var asker : askers)
                assertThat(answer(asker, question.formatted("quetzal")))
                        .as(question)
                        .isEqualTo(answer(asker, question.formatted("mxyzptl")));

        var page = "/c/robots/papers?q=";
        var chair = chair(tenant);
        for (var question : List.of("quetzal", "file:quetzal", "\"quetzal glides\"")) {
            assertThat(anonymous(tenant).get(page + said(question)).expect(200).body())
                    .as(question)
                    .doesNotContain("Towels are folded", "In the file", "over folded sand");
            assertThat(chair.open(at(tenant, page + said(question))).body())
                    .as("staff on the public page, " + question)
                    .doesNotContain("Towels are folded", "In the file", "over folded sand");
        }
    }

    /** All of an answer but scores, which move with whatever else is in the index. */
    private static List<JsonNode> answer(Http asker, String question) {
        var answer = asker.get(CONFERENCE + "/search/papers?q=" + said(question))
                .expect(200)
                .json();
        var told = new ArrayList<>(List.of(answer.at("/total"), answer.at("/facets"), answer.at("/next")));
        for (var item : answer.at("/items")) told.addAll(List.of(item.at("/number"), item.at("/highlights")));
        return told;
    }

    private static String said(String typed) {
        return URLEncoder.encode(typed, StandardCharsets.UTF_8);
    }

    private int again(Tenant tenant, Instant now) {
        return Tenancy.callAs(tenant, () -> catchUp.run(now));
    }

    private void changed(Tenant tenant) {
        Tenancy.runAs(tenant, () -> {
            var paper = jdbc.sql("select id from paper")
                    .query((row, n) -> row.getObject(1, UUID.class))
                    .single();
            Consumer<Object> publish = _ -> events.publishEvent(new DocumentChanged(tenant.id(), "paper", paper));
            transactions.executeWithoutResult(publish::accept);
        });
    }

    private void change(Tenant tenant, String sql) {
        Tenancy.runAs(tenant, () -> jdbc.sql(sql).update());
    }

    private String row(Tenant tenant) {
        return Tenancy.callAs(
                tenant,
                () -> jdbc.sql("select standing || ': ' || text from paper_text")
                        .query(String.class)
                        .single());
    }

    private int rows(Tenant tenant, String condition) {
        return Tenancy.callAs(
                tenant,
                () -> jdbc.sql("select count(*) from paper_text where " + condition)
                        .query(Integer.class)
                        .single());
    }
}
