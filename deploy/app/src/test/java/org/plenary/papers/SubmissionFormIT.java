package org.plenary.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plenary.identity.Accounts;
import org.plenary.identity.Browser;
import org.plenary.identity.Permission;
import org.plenary.kernel.Csv;
import org.plenary.kernel.Ids;
import org.plenary.kernel.TableFile;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.Urls;
import org.springframework.beans.factory.annotation.Autowired;

/** A call asks its authors further questions, by the same forms as registrations. */
class SubmissionFormIT extends CallFixture {
    private static final String PASSWORD = "four unrelated words";
    private static final String CALL = CONFERENCE + "/call-for-papers";
    private static final String PAPERS = CONFERENCE + "/submissions";
    private static final String BUILDER = "/manage/conferences/robots/call/form";
    private static final String SUBMIT = "/c/robots/submit";

    @Autowired
    private Accounts accounts;

    @Autowired
    private Urls urls;

    private final Browser browser = new Browser();

    @Test
    void theCallSetsItsFormAndTellsIt() {
        var owner = owner(aTenantWithForm());

        var told = owner.get(CALL).expect(200);
        assertThat(told.text("/form/sections/0/fields/0/key")).isEqualTo("student");
        assertThat(told.text("/form_version")).isEqualTo("1");
        assertThat(owner.post(CALL, call("")).expect(200).text("/form_version"))
                .as("left out, it stays as it is")
                .isEqualTo("1");
        assertThat(owner.get(CONFERENCE + "/registration-form").expect(200).text("/version"))
                .as("the form of registrations is another")
                .isEqualTo("0");
    }

    @Test
    void aFormOfACallHasNothingThatIsSoldAndNoFiles() {
        var owner = owner(aTenantWithForm());

        var refused = owner.post(CALL, call("""
                , "form": {"sections": [{"key": "s", "title": "S", "fields": [
                  {"key": "cv", "type": "file", "label": "CV"},
                  {"key": "note", "type": "text", "label": "Note", "staff_only": true},
                  {"key": "dinner", "type": "choice", "label": "Dinner", "options": [
                    {"key": "yes", "label": "Yes", "price": {"amount": "5.00", "currency": "CNY"}, "capacity": 3}]}]}]}""")).expect(422);

        assertThat(refused.body())
                .contains(
                        "/form/sections/0/fields/0/type",
                        "/form/sections/0/fields/1/staff_only",
                        "/form/sections/0/fields/2/options/0/price",
                        "/form/sections/0/fields/2/options/0/capacity");
        assertThat(owner.get(CALL).text("/form_version"))
                .as("nothing was changed")
                .isEqualTo("1");
    }

    @Test
    void authorsAnswerWhatTheirTrackIsAsked() {
        var tenant = aTenantWithForm();
        var author = anonymous(tenant);

        assertThat(author.post(PAPERS, answering("learning", Map.of("student", true)))
                        .expect(422)
                        .body())
                .contains("/answers/university", "/answers/data");
        assertThat(author.post(PAPERS, answering("control", Map.of("student", false, "data", "open")))
                        .expect(422)
                        .body())
                .as("another track's question")
                .contains("/answers/data", "not_visible");
        var created = author.post(PAPERS, answering("learning", Map.of("student", false, "data", "open")))
                .expect(201);
        author.post(PAPERS, answering("control", Map.of("student", false))).expect(201);

        var owner = owner(tenant);
        var kept = owner.get(PAPERS + "/1").expect(200);
        assertThat(kept.text("/answers/data")).isEqualTo("open");
        assertThat(kept.text("/form_version")).isEqualTo("1");
        var own = PAPERS + "/1?secret=" + created.text("/secret");
        assertThat(author.patch(own, Map.of("title", "Another title"))
                        .expect(200)
                        .text("/answers/data"))
                .as("without answers, those that are there stay")
                .isEqualTo("open");
        assertThat(author.patch(own, Map.of("answers", Map.of("student", false, "data", "closed")))
                        .expect(200)
                        .text("/answers/data"))
                .isEqualTo("closed");
        author.patch(own, Map.of("answers", Map.of("data", "secret"))).expect(422);
    }

    @Test
    void aPaperKeepsTheVersionThatItAnswered() {
        var tenant = aTenantWithForm();
        var author = anonymous(tenant);
        var created = author.post(PAPERS, answering("control", Map.of("student", false)))
                .expect(201);

        owner(tenant).post(CALL, call("""
                , "form": {"sections": [{"key": "s", "title": "S", "fields": [
                  {"key": "length", "type": "text", "label": "How long is the talk?", "required": true}]}]}""")).expect(200);

        author.post(PAPERS, answering("control", Map.of("student", false))).expect(422);
        author.post(PAPERS, answering("control", Map.of("length", "an hour"))).expect(201);
        var own = PAPERS + "/1?secret=" + created.text("/secret");
        assertThat(author.patch(own, Map.of("answers", Map.of("student", true, "university", "Padua")))
                        .expect(200)
                        .text("/form_version"))
                .isEqualTo("1");
    }

    @Test
    void authorsAnswerOnThePageAndFindTheirAnswersAgain() {
        var tenant = aTenantWithForm();
        var page = browser.open(at(tenant, SUBMIT));
        assertThat(page.body()).contains("Is the first author a student?", "Is the data open?");

        var fields = new HashMap<>(fields());
        fields.put("form_version", "1");
        var refused = browser.submit(page, SUBMIT, fields);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("f-answers.student", "f-answers.data");
        fields.put("answers.student", "true");
        fields.put("answers.university", "Padua");
        fields.put("answers.data", "closed");
        var draft = browser.submit(page, SUBMIT + "/draft", fields);
        var address = draft.headers().firstValue("HX-Replace-Url").orElseThrow();
        assertThat(browser.open(at(tenant, address)).body())
                .as("a draft keeps them")
                .contains("value=\"Padua\"");
        var submitted = browser.submit(refused, SUBMIT, fields);
        assertThat(submitted.status()).as(submitted.body()).isEqualTo(200);
        assertThat(submitted.body()).contains("University of the student", "Padua", "Closed");

        var edit = browser.open(at(tenant, edit(submitted.address())));
        assertThat(edit.body()).contains("value=\"Padua\"");
        fields.put("secret", submitted.address().getQuery().replace("secret=", ""));
        fields.put("answers.university", "Bologna");
        var changed = browser.submit(edit, "/c/robots/submissions/1/edit", fields);
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.body()).contains("Bologna").doesNotContain("Padua");
        signIn(tenant);
        assertThat(browser.open(at(tenant, "/manage/conferences/robots/papers/1"))
                        .body())
                .contains("University of the student", "Bologna");
    }

    @Test
    void tablesHaveAColumnForEachQuestion() {
        var tenant = aTenantWithForm();
        anonymous(tenant)
                .post(PAPERS, answering("learning", Map.of("student", true, "university", "=Padua", "data", "open")))
                .expect(201);
        signIn(tenant);

        var csv = Csv.parse(new String(export(tenant, "csv"), StandardCharsets.UTF_8));
        assertThat(csv.getFirst()).endsWith("answers.student", "answers.university", "answers.data");
        assertThat(csv.get(1)).as("no formula").endsWith("Yes", "'=Padua", "Open");
        assertThat(TableFile.of(export(tenant, "xlsx")).rows().getFirst()).endsWith("Yes", "=Padua", "Open");
        assertThat(owner(tenant)
                        .get(CONFERENCE + "/submissions:export?format=json")
                        .expect(200)
                        .text("/0/answers/university"))
                .isEqualTo("=Padua");
    }

    @Test
    void organizersBuildTheFormOnPages() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        signIn(tenant);
        assertThat(browser.open(at(tenant, "/manage/conferences/robots/papers/call"))
                        .body())
                .contains(BUILDER);
        var empty = browser.open(at(tenant, BUILDER));
        assertThat(empty.status()).as(empty.body()).isEqualTo(200);

        var begun = browser.submit(empty, BUILDER + "/sections", Map.of("title.en", "About your talk"));
        assertThat(begun.address().getPath()).isEqualTo(BUILDER);
        assertThat(begun.body()).contains("About your talk");
        var section = begun.body().replaceAll("(?s).*/call/form/sections/([A-Za-z0-9_-]+)/order.*", "$1");
        assertThat(browser.open(at(tenant, BUILDER + "/sections/" + section)).body())
                .contains("Only for these tracks and types", "Track: Learning", "track:control");
        var kinds = browser.open(at(tenant, BUILDER + "/sections/" + section + "/fields/new"));
        assertThat(kinds.body()).contains("type=yes_no").doesNotContain("type=file", "type=accompanying_persons");
        var field = browser.open(at(tenant, BUILDER + "/sections/" + section + "/fields/new?type=choice"));
        assertThat(field.body()).doesNotContain("options.0.price", "staff_only");
        var added = browser.submit(
                field,
                BUILDER + "/sections/" + section + "/fields",
                Map.of("type", "choice", "label.en", "Poster or talk?", "options.0.label.en", "Poster"));
        assertThat(added.status()).as(added.body()).isEqualTo(200);
        assertThat(added.body()).contains("Poster or talk?");
        assertThat(browser.open(at(tenant, BUILDER + "/preview")).body()).contains("Poster or talk?", "Learning");
        assertThat(browser.open(at(tenant, BUILDER + "/start")).status()).isEqualTo(200);
        assertThat(browser.open(at(tenant, BUILDER + "/comparison")).status()).isEqualTo(200);
        assertThat(browser.open(at(tenant, SUBMIT)).body()).contains("Poster or talk?");
    }

    @Test
    void whoMayNotChangeTheCallDoesNotSetItsForm() {
        var tenant = aTenantWithForm();

        as(tenant, Permission.CONFERENCE_READ, Permission.CONFERENCE_WRITE)
                .post(CALL, call(""))
                .expect(403);
    }

    private Tenant aTenantWithForm() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        owner(tenant).post(CALL, call("""
                , "form": {"sections": [
                  {"key": "authors", "title": "Authors", "fields": [
                    {"key": "student", "type": "yes_no", "label": "Is the first author a student?", "required": true},
                    {"key": "university", "type": "text", "label": "University of the student", "required": true,
                     "visible_if": {"field": "student", "in": ["true"]}}]},
                  {"key": "data", "title": "Data", "categories": ["track:learning"], "fields": [
                    {"key": "data", "type": "choice", "label": "Is the data open?", "required": true, "options": [
                      {"key": "open", "label": "Open"}, {"key": "closed", "label": "Closed"}]}]}]}""")).expect(200);
        return tenant;
    }

    private static String call(String further) {
        return """
                {"tracks": [{"key": "learning", "name": "Learning"}, {"key": "control", "name": "Control"}],
                 "deadline": {"at": "2099-01-31T23:59", "zone": "AoE"}""" + further + "}";
    }

    private static Map<String, Object> answering(String track, Map<String, Object> answers) {
        var paper = new HashMap<>(paper("Soft hands"));
        paper.put("track", track);
        paper.put("answers", answers);
        return paper;
    }

    private static Map<String, String> fields() {
        return Map.of(
                "title", "Soft hands",
                "abstract", "They hold what is soft.",
                "track", "learning",
                "authors.0.name", "Ada",
                "authors.0.email", "ada@example.org",
                "corresponding", "0");
    }

    private static String edit(URI own) {
        return own.getPath() + "/edit?" + own.getQuery();
    }

    private String at(Tenant tenant, String path) {
        return urls.tenant(tenant, path).toString();
    }

    private byte[] export(Tenant tenant, String format) {
        return browser.open(at(tenant, "/manage/conferences/robots/papers/export?format=" + format))
                .content();
    }

    private void signIn(Tenant tenant) {
        var email = "owner-" + Ids.reference(8) + "@example.org";
        var account = accounts.createOwner("Mona Müller", email, quickHash(PASSWORD));
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));
        var form = browser.open(at(tenant, "/manage/conferences/robots/papers"));
        browser.submit(form, "/login", Map.of("email", email, "password", PASSWORD));
    }
}
