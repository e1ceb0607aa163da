package org.plenary.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.plenary.JumpingClock;
import org.plenary.identity.Browser;
import org.plenary.tenancy.Tenancy;
import org.springframework.beans.factory.annotation.Autowired;

/** Authors of accepted papers hand in their final versions, and editors check them. */
class CameraReadyIT extends FinalFixture {
    @Autowired
    private JumpingClock clock;

    @AfterEach
    void theClockIsRightAgain() {
        clock.isRight();
    }

    @Test
    void whoseNotAcceptedHasNoFinalVersionToHandIn() {
        var tenant = aTenantWithFinals();
        var secret = submit(tenant, "Not yet", Map.of("name", "Ada", "email", "ada@example.org"));

        assertThat(finalPage(tenant, 1, secret).status()).isEqualTo(404);
        assertThat(author.open(at(tenant, "/c/robots/submissions/1?secret=" + secret))
                        .body())
                .doesNotContain("camera-ready");
    }

    @Test
    void anAcceptanceThatIsKeptBackShowsItsAuthorsNoFinalVersion() {
        var tenant = aTenantWithFinals();
        var secret = accepted(tenant, 1, "Grasping at last", "Ada Lovelace");
        Tenancy.runAs(
                tenant, () -> jdbc.sql("update paper set announced = null").update());

        assertThat(finalPage(tenant, 1, secret).status()).isEqualTo(404);
        assertThat(author.open(at(tenant, "/c/robots/submissions/1?secret=" + secret))
                        .body())
                .doesNotContain("camera-ready", "Hand in the final PDF");
        assertThat(chair(tenant).open(at(tenant, FINALS + "/1")).status()).isEqualTo(200);
    }

    @Test
    void theFinalVersionIsReachedByTheSecretAlone() {
        var tenant = aTenantWithFinals();
        var secret = accepted(tenant, 1, "Grasping at last", "Ada Lovelace");

        assertThat(finalPage(tenant, 1, "guessed").status()).isEqualTo(404);
        assertThat(author.open(at(tenant, "/c/robots/submissions/1/camera-ready"))
                        .status())
                .isEqualTo(404);
        assertThat(author.open(at(tenant, "/c/robots/submissions/1?secret=" + secret))
                        .body())
                .contains("Hand in the final PDF", "Tick the checklist", "2099-03-31 23:59 AoE")
                .doesNotContain("Sign the copyright form");
    }

    @Test
    void aNewVersionCountsAndTheOldOneIsKept() {
        var tenant = aTenantWithFinals();
        var secret = accepted(tenant, 1, "Grasping at last", "Ada Lovelace");

        assertThat(handIn(tenant, 1, secret, pdf(3, "first")).body())
                .contains("Your final version is handed in.", "3 pages");
        assertThat(handIn(tenant, 1, secret, pdf(4, "second")).body())
                .contains("Version 1", "Version 2", "4 pages", "3 pages");

        var chair = chair(tenant);
        var first = chair.open(at(tenant, FINALS + "/1/files/1"));
        assertThat(first.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("attachment"));
        assertThat(text(first.content())).contains("first sheet 3").doesNotContain("second");
        assertThat(text(chair.open(at(tenant, FINALS + "/1/files/2")).content()))
                .contains("second sheet 4");
        assertThat(audited(tenant, "camera-ready.handed-in")).isEqualTo(2);
        assertThat(chair.open(at(tenant, FINALS + "?state=waiting")).body()).contains("Grasping at last", "Version 2");
        assertThat(chair.open(at(tenant, FINALS + "?state=missing")).body()).doesNotContain("Grasping at last");
    }

    @Test
    void whatIsNoReadablePdfIsRefusedAndNotKept() {
        var tenant = aTenantWithFinals();
        var secret = accepted(tenant, 1, "Grasping at last", "Ada Lovelace");

        var text = handIn(tenant, 1, secret, "I am a text.".getBytes(StandardCharsets.UTF_8));
        assertThat(text.status()).isEqualTo(422);
        var broken = handIn(tenant, 1, secret, "%PDF-1.7\nand then nothing".getBytes(StandardCharsets.UTF_8));
        assertThat(broken.status()).isEqualTo(422);
        assertThat(broken.body()).contains("This PDF cannot be read");
        assertThat(files(tenant, 1)).isEmpty();
    }

    @Test
    void anAuthorWhoIsLateByOneSecondIsRefusedAndOneWithLeaveIsNot() {
        var tenant = aTenantWithFinals();
        var secret = accepted(tenant, 1, "Grasping at last", "Ada Lovelace");
        var other = accepted(tenant, 2, "Walking", "Grace Hopper");
        // anywhere on Earth is twelve hours behind
        var due = LocalDateTime.ofInstant(Instant.now().plus(Duration.ofHours(1)), ZoneOffset.ofHours(-12))
                .truncatedTo(ChronoUnit.MINUTES);
        finalsUntil(owner(tenant), "2020-01-31T23:59", due.toString());
        var left = Duration.between(Instant.now(), due.toInstant(ZoneOffset.ofHours(-12)));

        clock.isAheadBy(left.minusSeconds(30));
        assertThat(handIn(tenant, 1, secret, pdf(2, "in time")).body()).contains("Your final version is handed in.");
        clock.isAheadBy(left.plusSeconds(1));
        var late = handIn(tenant, 1, secret, pdf(2, "late"));

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("The deadline has passed.");
        assertThat(files(tenant, 1)).hasSize(1);
        assertThat(tickAll(tenant, 1, secret).status()).isEqualTo(409);
        clock.isRight();
        var chair = chair(tenant);
        var page = chair.open(at(tenant, MANAGED + "/call/late"));
        chair.submit(
                page, MANAGED + "/call/late", Map.of("note", "Fell ill", "paper", "2", "until", "2098-12-31T23:59"));
        clock.isAheadBy(left.plusSeconds(1));
        assertThat(handIn(tenant, 2, other, pdf(2, "by leave")).body()).contains("Your final version is handed in.");
    }

    @Test
    void theCopyrightFormIsSignedBeforeAPaperIsApproved() throws Exception {
        var tenant = aTenantWithFinals();
        var secret = accepted(tenant, 1, "Grasping at last", "Ada Lovelace");
        var chair = chair(tenant);
        assertThat(chair.open(at(tenant, FINALS + "/copyright")).body())
                .contains("Have your lawyer check it", "non-exclusive right");
        copyrightForm(chair, tenant, "You give us all.\n\nFor ever.", false);
        handIn(tenant, 1, secret, pdf(2, "final"));

        var refused = approve(chair, tenant, 1);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("The copyright form is to be signed first.");
        var unsigned = sign(tenant, 1, secret, " ");
        assertThat(unsigned.status()).isEqualTo(422);
        assertThat(sign(tenant, 1, secret, "Ada Lovelace").body()).contains("The copyright form is signed.");
        assertThat(approve(chair, tenant, 1).body()).contains("The final version is approved.");

        var document = author.open(at(tenant, "/c/robots/submissions/1/camera-ready/copyright.pdf?secret=" + secret));
        var fingerprint = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest("You give us all.\n\nFor ever.".getBytes(StandardCharsets.UTF_8)));
        assertThat(text(document.content()))
                .contains(
                        "Ada Lovelace", "You give us all.", "on behalf of all authors", "Version 1", "Grasping at last")
                .contains(fingerprint);
        assertThat(audited(tenant, "copyright.signed")).isEqualTo(1);
        assertThat(audited(tenant, "camera-ready.approved")).isEqualTo(1);
    }

    @Test
    void aNewerFormIsSignedAgainOnlyIfTheChairsSaySo() {
        var tenant = aTenantWithFinals();
        var secret = accepted(tenant, 1, "Grasping at last", "Ada Lovelace");
        var chair = chair(tenant);
        copyrightForm(chair, tenant, "The first text.", false);
        sign(tenant, 1, secret, "Ada Lovelace");

        copyrightForm(chair, tenant, "A better text.", false);
        assertThat(finalPage(tenant, 1, secret).body()).contains("version 1").doesNotContain("A better text.");
        copyrightForm(chair, tenant, "Quite another text.", true);

        assertThat(finalPage(tenant, 1, secret).body()).contains("it is to be signed again", "Quite another text.");
        assertThat(sign(tenant, 1, secret, "Ada Lovelace").body()).contains("version 3");
    }

    @Test
    void whatIsSentBackIsMendedAndHandedInAgainThoughTheDeadlineIsOver() {
        var tenant = aTenantWithFinals();
        var secret = accepted(tenant, 1, "Grasping at last", "Ada Lovelace");
        var mail = "author-1-" + tenant.slug() + "@example.org";
        handIn(tenant, 1, secret, pdf(2, "first"));
        finalsUntil(owner(tenant), "2020-01-31T23:59", "2020-03-31T23:59");
        assertThat(handIn(tenant, 1, secret, pdf(2, "late")).status()).isEqualTo(409);
        var chair = chair(tenant);
        var page = chair.open(at(tenant, FINALS + "/1"));

        var without = chair.submit(page, FINALS + "/1/return", Map.of("note", ""));
        assertThat(without.status()).isEqualTo(422);
        var back = chair.submit(page, FINALS + "/1/return", Map.of("note", "Embed the fonts, please.", "until", ""));

        assertThat(back.body()).contains("The paper is sent back", "Embed the fonts, please.");
        eventually("the author is told", () -> mailsTo(mail).contains("Embed the fonts, please."));
        assertThat(finalPage(tenant, 1, secret).body()).contains("Sent back by the editors", "Embed the fonts");
        assertThat(handIn(tenant, 1, secret, pdf(2, "mended")).body()).contains("Your final version is handed in.");
        assertThat(chair.open(at(tenant, FINALS + "?state=waiting")).body()).contains("Grasping at last");
        assertThat(approve(chair, tenant, 1).body()).contains("The final version is approved.");
        assertThat(new Browser().open(link(mail, "/camera-ready?secret=")).body())
                .as("the mailed link opens the page without the first one")
                .contains("The editors have approved this version.");
        assertThat(audited(tenant, "camera-ready.returned")).isEqualTo(1);
    }

    @Test
    void correctionsAreShownToTheEditorWhoLooksAtAnApprovedPaperAgain() {
        var tenant = aTenantWithFinals();
        var secret = accepted(tenant, 1, "Grasping at last", "Ada Lovelace");
        var chair = chair(tenant);
        handIn(tenant, 1, secret, pdf(2, "final"));
        approve(chair, tenant, 1);
        var path = "/c/robots/submissions/1/camera-ready/correction";
        var page = author.open(at(tenant, path + "?secret=" + secret));
        var fields = new HashMap<>(Map.of(
                "secret", secret,
                "title", "Grasping at long last",
                "abstract", "A beginning, a middle and an end.",
                "corresponding", "author-1-" + tenant.slug() + "@example.org",
                "authors.0.name", "Ada Lovelace",
                "authors.0.email", "author-1-" + tenant.slug() + "@example.org",
                "authors.1.name", "Charles Babbage"));

        var wrong = new HashMap<>(fields);
        wrong.put("title", "");
        assertThat(author.submit(page, path, wrong).status()).isEqualTo(422);
        assertThat(author.submit(page, path, fields).body()).contains("Your corrections are saved.");

        assertThat(chair.open(at(tenant, FINALS + "/1")).body())
                .contains("What the authors have corrected", "Grasping at last", "Grasping at long last")
                .contains("Charles Babbage", "To be checked");
        assertThat(owner(tenant).get(CONFERENCE + "/submissions/1").expect(200).text("/title"))
                .isEqualTo("Grasping at long last");
    }

    @Test
    void severalAreApprovedAtOnceAndThoseOfWhichSomethingIsMissingAreNot() {
        var tenant = aTenantWithFinals();
        var complete = accepted(tenant, 1, "Complete", "Ada Lovelace");
        var unticked = accepted(tenant, 2, "Unticked", "Grace Hopper");
        accepted(tenant, 3, "Nothing yet", "Lise Meitner");
        handIn(tenant, 1, complete, pdf(2, "complete"));
        assertThat(tickAll(tenant, 1, complete).body()).contains("The checklist is saved.");
        handIn(tenant, 2, unticked, pdf(2, "unticked"));
        var chair = chair(tenant);
        var list = chair.open(at(tenant, FINALS));

        var done = chair.submitAll(list, FINALS + "/approval", Map.of("papers", List.of("1", "2", "3")));

        assertThat(done.body()).contains("One is approved.", "2 were not");
        assertThat(chair.open(at(tenant, FINALS + "?state=ready")).body())
                .contains("Complete")
                .doesNotContain("Unticked");
        assertThat(audited(tenant, "camera-ready.approved")).isEqualTo(1);
    }

    @Test
    void theChecklistIsTheChairsOwn() {
        var tenant = aTenantWithFinals();
        var secret = accepted(tenant, 1, "Grasping at last", "Ada Lovelace");
        assertThat(finalPage(tenant, 1, secret).body()).contains("All fonts are embedded");
        var chair = chair(tenant);
        var page = chair.open(at(tenant, FINALS + "/checklist"));

        var saved = chair.submit(
                page,
                FINALS + "/checklist",
                Map.of(
                        "version", value(page, "version"),
                        "lines.0.key", "",
                        "lines.0.text.en", "Our funders are thanked.",
                        "lines.0.text.zh-CN", "已致谢资助方。"));

        assertThat(saved.body()).contains("Saved.");
        assertThat(finalPage(tenant, 1, secret).body())
                .contains("Our funders are thanked.")
                .doesNotContain("All fonts are embedded");
        assertThat(author.open(at(tenant, own(1, secret) + "&lang=zh-CN")).body())
                .contains("已致谢资助方。");
        var stale = chair.submit(
                page, FINALS + "/checklist", Map.of("version", "0", "lines.0.text.en", "Somebody else’s."));
        assertThat(stale.status()).isEqualTo(409);
    }

    private static String text(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
