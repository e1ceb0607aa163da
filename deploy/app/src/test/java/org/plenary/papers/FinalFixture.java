package org.plenary.papers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.plenary.Http;
import org.plenary.identity.Browser;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A conference whose accepted papers are handed in as final versions. */
abstract class FinalFixture extends ReviewFixture {
    static final String MANAGED = "/manage/conferences/robots/papers";
    static final String FINALS = MANAGED + "/camera-ready";

    @Autowired
    JdbcClient jdbc;

    final Browser author = new Browser();

    /** Papers and final versions are taken until far from now. */
    Tenant aTenantWithFinals() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        finalsUntil(owner(tenant), "2099-01-31T23:59", "2099-03-31T23:59");
        return tenant;
    }

    static void finalsUntil(Http owner, String papers, String until) {
        owner.post(
                        CONFERENCE + "/call-for-papers",
                        Map.of(
                                "tracks",
                                List.of(
                                        Map.of("key", "learning", "name", Map.of("en", "Learning", "zh-CN", "学习")),
                                        Map.of("key", "control", "name", "Control")),
                                "deadline",
                                Map.of("at", papers, "zone", "AoE"),
                                "rounds",
                                List.of(
                                        Map.of("stage", "full"),
                                        Map.of(
                                                "stage",
                                                "camera_ready",
                                                "deadline",
                                                Map.of("at", until, "zone", "AoE")))))
                .expect(200);
    }

    /** A paper that is accepted. @return the author's secret */
    String accepted(Tenant tenant, int number, String title, String name) {
        var secret = submit(
                tenant,
                title,
                Map.of(
                        "name",
                        name,
                        "email",
                        "author-" + number + "-" + tenant.slug() + "@example.org",
                        "affiliation",
                        "University of Somewhere",
                        "country",
                        "CN"));
        owner(tenant)
                .post(CONFERENCE + "/submissions/" + number + "/decision", Map.of("decision", "accept"))
                .expect(200);
        return secret;
    }

    static String own(int number, String secret) {
        return "/c/robots/submissions/" + number + "/camera-ready?secret=" + secret;
    }

    Browser.View finalPage(Tenant tenant, int number, String secret) {
        return author.open(at(tenant, own(number, secret)));
    }

    Browser.View handIn(Tenant tenant, int number, String secret, byte[] pdf) {
        return author.upload(
                finalPage(tenant, number, secret),
                "/c/robots/submissions/" + number + "/camera-ready/file",
                Map.of("secret", secret),
                "file",
                "final.pdf",
                pdf);
    }

    Browser.View tickAll(Tenant tenant, int number, String secret) {
        var page = finalPage(tenant, number, secret);
        var keys = Pattern.compile("name=\"ticked\" value=\"([^\"]+)\"")
                .matcher(page.body())
                .results()
                .map(found -> found.group(1))
                .toList();
        return author.submitAll(
                page,
                "/c/robots/submissions/" + number + "/camera-ready/checklist",
                Map.of("secret", List.of(secret), "ticked", keys));
    }

    Browser.View sign(Tenant tenant, int number, String secret, String name) {
        var page = finalPage(tenant, number, secret);
        return author.submit(
                page,
                "/c/robots/submissions/" + number + "/camera-ready/copyright",
                Map.of(
                        "secret",
                        secret,
                        "form",
                        value(page, "form"),
                        "name",
                        name,
                        "capacity",
                        "all-authors",
                        "agreed",
                        "true"));
    }

    Browser.View approve(Browser chair, Tenant tenant, int number) {
        var page = chair.open(at(tenant, FINALS + "/" + number));
        return chair.submit(page, FINALS + "/" + number + "/approval", Map.of());
    }

    /** @return the page that says so */
    Browser.View copyrightForm(Browser chair, Tenant tenant, String text, boolean again) {
        var page = chair.open(at(tenant, FINALS + "/copyright"));
        var fields = new HashMap<>(Map.of("version", value(page, "version"), "text.en", text));
        if (again) fields.put("asks_again", "true");
        return chair.submit(page, FINALS + "/copyright", fields);
    }

    long audited(Tenant tenant, String action) {
        return Tenancy.callAs(
                tenant,
                () -> jdbc.sql("select count(*) from audit_entry where action = ?")
                        .param(action)
                        .query(Long.class)
                        .single());
    }

    List<UUID> files(Tenant tenant, int paper) {
        return Tenancy.callAs(
                tenant,
                () -> jdbc.sql("""
                                select f.file from camera_ready_file f join paper p on p.id = f.paper
                                where p.number = ? order by f.number""")
                        .param(paper)
                        .query((row, _) -> row.getObject(1, UUID.class))
                        .list());
    }

    /** A PDF of as many pages, each with a text. */
    static byte[] pdf(int pages, String text) {
        var out = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            for (var i = 0; i < pages; i++) {
                var page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(FontName.HELVETICA), 12);
                    content.newLineAtOffset(80, 600);
                    content.showText(text + " sheet " + (i + 1));
                    content.endText();
                }
            }
            document.save(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
