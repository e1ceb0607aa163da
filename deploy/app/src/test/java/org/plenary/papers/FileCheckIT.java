package org.plenary.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plenary.identity.Browser;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of a PDF after an author handed it in. */
class FileCheckIT extends ReviewFixture {
    private static final String FILES = "/manage/conferences/robots/papers/files";
    private static final String ON_PAPER = "/manage/conferences/robots/papers/1/file-check";
    private static final String OF_AUTHOR = "/c/robots/submissions/1/file-check?secret=";

    @Autowired
    private JdbcClient jdbc;

    @Test
    void anAuthorIsToldOnceWhatIsToBeMendedAndTheChairsSeeIt() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var chair = chair(tenant);
        blinding(owner(tenant), "double");
        var author = author(tenant);
        var secret = submit(
                tenant,
                "A paper that says who wrote it",
                author,
                PaperPdf.of("A paper that says who wrote it", "by Quilla Authorsen, Authorlab of Wellington"));

        var page = checked(tenant, secret);
        assertThat(page)
                .contains(
                        "please upload another one",
                        "The name of Quilla Authorsen stands on page 1.",
                        "The institution of Quilla Authorsen stands on page 1.",
                        "One page, A4",
                        "2099-01-31 23:59 AoE");
        var email = String.valueOf(author.get("email"));
        eventually("mailed", () -> mailsTo(email).contains("Please mend the file of paper 1"));
        assertThat(mailsTo(email)).contains("The name of Quilla Authorsen stands on page 1. Reviewers must not know");
        var own = new Browser().open(at(tenant, "/c/robots/submissions/1?secret=" + secret));
        assertThat(own.body()).contains("Upload another PDF: something in this one has to be mended");
        assertThat(new Browser().open(link(email, "/file-check?secret=")).body())
                .as("the mailed link")
                .contains("The name of Quilla Authorsen");

        assertThat(chair.open(at(tenant, FILES)).body())
                .contains("A paper that says who wrote it", "To mend", "stands on page 1");
        assertThat(chair.open(at(tenant, FILES + "?show=fine")).body()).doesNotContain("stands on page 1");
        assertThat(chair.open(at(tenant, ON_PAPER)).body()).contains("must be mended by its authors");
        assertThat(chair.open(at(tenant, "/manage/conferences/robots/papers/1")).body())
                .contains("The PDF must be mended by its authors");

        replace(tenant, secret, PaperPdf.of("A paper that says it no more", "by nobody"));
        assertThat(checked(tenant, secret)).contains("all is well").doesNotContain("stands on page 1");
        assertThat(mailsTo(email).split("Please mend the file of paper 1", -1))
                .as("one mail")
                .hasSize(2);
    }

    @Test
    void aFileThatCannotBeReadIsWithheldFromReviewersUntilAChairHasReadIt() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var owner = owner(tenant);
        var chair = chair(tenant);
        blinding(owner, "double");
        var secret = submit(tenant, "Without an end", author(tenant), PaperPdf.endless());
        var rita = reviewer(tenant, "Rita Readwell", "rita-" + tenant.slug() + "@uni-one.example");
        give(owner, 1, rita.email());

        eventually("it is looked into", () -> inspecting().findAny().isPresent());
        var waiting = rita.browser().open(at(tenant, "/review/robots/papers/1"));
        assertThat(waiting.body()).contains("It is being prepared.").doesNotContain("/review/robots/papers/1/file");
        assertThat(rita.browser()
                        .open(at(tenant, "/review/robots/papers/1/file"))
                        .status())
                .isEqualTo(404);

        // killed each time that it is begun, as by a node that has no memory left
        for (var tries : List.of("2", "3"))
            eventually("try " + tries, () -> {
                killAllThatRead();
                return inspection(tenant, "tries").equals(tries);
            });
        eventually("given up", () -> {
            killAllThatRead();
            return inspection(tenant, "standing").equals("done");
        });
        assertThat(inspection(tenant, "tries")).isEqualTo("3");
        assertThat(new Browser().open(at(tenant, OF_AUTHOR + secret)).body())
                .contains("The organizers look at it themselves");
        assertThat(rita.browser().open(at(tenant, "/review/robots/papers/1")).body())
                .contains("It cannot be given to reviewers as it is.");
        assertThat(rita.browser()
                        .open(at(tenant, "/review/robots/papers/1/file"))
                        .status())
                .isEqualTo(404);
        assertThat(chair.open(at(tenant, FILES + "?show=withheld")).body())
                .contains("Without an end", "Not checked", "Not for reviewers");

        var page = chair.open(at(tenant, ON_PAPER));
        assertThat(page.body()).contains("They get nothing");
        assertThat(chair.submit(page, ON_PAPER + "/release", Map.of()).body())
                .contains("please say first that you have read the file", "They get nothing");
        assertThat(chair.submit(page, ON_PAPER + "/release", Map.of("read", "true"))
                        .body())
                .contains("They get the file as it is: Carla Chair");
        assertThat(rita.browser()
                        .open(at(tenant, "/review/robots/papers/1/file"))
                        .content())
                .isEqualTo(PaperPdf.endless());
        assertThat(chair.open(at(tenant, "/manage/audit")).body())
                .contains("File of a paper let through to reviewers as it is");

        replace(tenant, secret, PaperPdf.of("With an end, as papers have"));
        assertThat(checked(tenant, secret)).contains("all is well");
        assertThat(PaperPdf.text(rita.browser()
                        .open(at(tenant, "/review/robots/papers/1/file"))
                        .content()))
                .as("what was let through was another file")
                .contains("With an end");
    }

    @Test
    void anUploadThatWasBrokenOffIsAskedForAgainWhateverTheRules() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var chair = chair(tenant);
        blinding(owner(tenant), "double");
        var author = author(tenant);
        var whole = PaperPdf.of("Nobody reads this to its end");
        var secret = submit(tenant, "Broken off", author, Arrays.copyOf(whole, whole.length / 2));

        assertThat(checked(tenant, secret))
                .contains("Your PDF cannot be read: please upload another one", "The PDF ends in the middle.");
        eventually(
                "mailed", () -> mailsTo(String.valueOf(author.get("email"))).contains("The PDF ends in the middle."));
        assertThat(chair.open(at(tenant, FILES)).body()).contains("Broken off", "Unreadable", "Not for reviewers");
        assertThat(chair.open(at(tenant, ON_PAPER)).body()).contains("The PDF cannot be read", "They get nothing");
    }

    @Test
    void whatIsKeptForReviewersIsTheNewestFileAndNothingElse() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        blinding(owner(tenant), "double");
        var secret = submit(tenant, "First", author(tenant), PaperPdf.signed("First", "Quilla Authorsen"));
        assertThat(checked(tenant, secret))
                .contains("The properties of the file say who made it.", "reviewers get a copy");
        var first = inspection(tenant, "copy");

        replace(tenant, secret, PaperPdf.signed("Second", "Quilla Authorsen"));

        eventually(
                "copied anew",
                () -> !inspection(tenant, "copy").equals(first)
                        && inspection(tenant, "standing").equals("done"));
        assertThat(inspection(tenant, "copy")).isNotEqualTo("null");
        assertThat(stored(tenant, first)).as("the copy of the first").isZero();
        assertThat(stored(tenant, inspection(tenant, "copy"))).isEqualTo(1);
    }

    @Test
    void whereAuthorsMayBeKnownReviewersGetTheFileItself() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var owner = owner(tenant);
        blinding(owner, "single");
        var pdf = PaperPdf.signed("Signed", "Quilla Authorsen");
        var secret = submit(tenant, "Signed", author(tenant), pdf);
        var rita = reviewer(tenant, "Rita Readwell", "rita-" + tenant.slug() + "@uni-one.example");
        give(owner, 1, rita.email());

        assertThat(checked(tenant, secret)).contains("all is well");
        assertThat(rita.browser()
                        .open(at(tenant, "/review/robots/papers/1/file"))
                        .content())
                .isEqualTo(pdf);
        assertThat(inspection(tenant, "copy")).isEqualTo("null");
    }

    @Test
    void theChairsSayWhatAFileMustKeepAndWhetherItIsRefused() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var chair = chair(tenant);
        blinding(owner(tenant), "single");
        var author = author(tenant);
        var secret = submit(tenant, "Three pages", author, PaperPdf.ofPages(3));
        assertThat(checked(tenant, secret)).contains("all is well", "3 pages");

        var form = chair.open(at(tenant, FILES + "/rules"));
        var version = value(form, "version");
        var wrong = chair.submit(
                form,
                FILES + "/rules",
                Map.of("version", version, "most_pages", "0", "megabytes", "31", "paper", "FOOLSCAP"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("#f-most_pages", "#f-megabytes", "#f-paper");
        var rules =
                Map.of("version", version, "most_pages", "2", "megabytes", "30", "paper", "LETTER", "fonts", "true");
        assertThat(chair.submit(form, FILES + "/rules", rules).body())
                .contains("Saved.", "The file has 3 pages; at most 2");
        assertThat(chair.submit(form, FILES + "/rules", rules).status())
                .as("an older page")
                .isEqualTo(409);
        assertThat(new Browser().open(at(tenant, OF_AUTHOR + secret)).body())
                .contains("there is something you should know", "The pages are not Letter: A4.");

        var strict = chair.open(at(tenant, FILES + "/rules"));
        chair.submit(
                strict,
                FILES + "/rules",
                Map.of(
                        "version",
                        value(strict, "version"),
                        "most_pages",
                        "2",
                        "megabytes",
                        "30",
                        "paper",
                        "ANY",
                        "refuses",
                        "true"));
        replace(tenant, secret, PaperPdf.ofPages(4));
        assertThat(checked(tenant, secret)).contains("please upload another one", "The file has 4 pages; at most 2");
        eventually("mailed", () -> mailsTo(String.valueOf(author.get("email"))).contains("The file has 4 pages"));
    }

    /** Children of this virtual machine that look into a PDF. */
    private static Stream<ProcessHandle> inspecting() {
        return running("PdfInspection");
    }

    /** What reads the text, too: one waits for the other. */
    private static void killAllThatRead() {
        Stream.of("PdfInspection", "PdfReading").flatMap(FileCheckIT::running).forEach(ProcessHandle::destroyForcibly);
    }

    private static Stream<ProcessHandle> running(String program) {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().arguments().stream()
                        .flatMap(Arrays::stream)
                        .anyMatch(argument -> argument.endsWith(program)));
    }

    private static Map<String, Object> author(Tenant tenant) {
        return Map.of(
                "name",
                "Quilla Authorsen",
                "email",
                "quilla-" + tenant.slug() + "@authorlab.example",
                "affiliation",
                "Authorlab of Wellington");
    }

    private void replace(Tenant tenant, String secret, byte[] pdf) {
        anonymous(tenant)
                .patch(CONFERENCE + "/submissions/1?secret=" + secret, Map.of("file_token", upload(tenant, pdf)))
                .expect(200);
    }

    /** The author's page once the newest file was looked into. */
    private String checked(Tenant tenant, String secret) {
        var page = at(tenant, OF_AUTHOR + secret);
        eventually("checked", () -> !new Browser().open(page).body().contains("We are checking your PDF"));
        return new Browser().open(page).body();
    }

    private String inspection(Tenant tenant, String column) {
        return Tenancy.callAs(tenant, () -> {
            List<String> found = jdbc.sql("select coalesce(" + column + "::text, 'null') from paper_inspection")
                    .query((row, _) -> row.getString(1))
                    .list();
            return found.isEmpty() ? "null" : found.getFirst();
        });
    }

    private int stored(Tenant tenant, String file) {
        return Tenancy.callAs(
                tenant,
                () -> jdbc.sql("select count(*) from stored_file where id = cast(? as uuid)")
                        .param(file)
                        .query(Integer.class)
                        .single());
    }
}
