package org.plenary.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.embedded.Inbox;
import org.plenary.identity.Accounts;
import org.plenary.kernel.Ids;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;

/** Two brands side by side, through the same connections and caches: each of pages, mails and documents shows its own alone. */
class BrandsNeverMeetIT extends PlenaryIT {
    private static final int ROUNDS = 12;

    @Autowired
    private Accounts accounts;

    private Brand crimson;
    private Brand azure;

    /** @param mark stands in everything that this one sets, and in nothing of the other's */
    private record Brand(Tenant tenant, Http owner, DeskFixture desk, String mark, String colour, int side) {}

    @BeforeEach
    void twoBrands() throws Exception {
        crimson = brand("#8b1a2b", "inter", 4);
        azure = brand("#1a4f8b", "source-serif-4", 6);
    }

    @Test
    void pagesStyleSheetsAndLogosAreTheirOwnWhenBothAreAskedForAtOnce() throws Exception {
        var calls = new ArrayList<Callable<String>>();
        for (var round = 0; round < ROUNDS; round++)
            for (var pair : List.of(List.of(crimson, azure), List.of(azure, crimson)))
                calls.add(() -> mixed(pair.getFirst(), pair.getLast()));

        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var result : threads.invokeAll(calls)) assertThat(result.get()).isEmpty();
        }
    }

    @Test
    void mailsTicketsAndReceiptsAreTheirOwn() throws Exception {
        for (var each : List.of(List.of(crimson, azure), List.of(azure, crimson))) {
            var ours = each.getFirst();
            var theirs = each.getLast();
            var mail = confirmation(ours);

            assertThat(mail.from()).startsWith("Sender " + ours.mark());
            assertThat(mail.html()).contains(ours.mark(), ours.colour());
            assertThat(mail.text()).contains("Footer " + ours.mark());
            assertThat(mail.from() + mail.subject() + mail.html() + mail.text())
                    .doesNotContain(theirs.mark(), theirs.tenant().name(), theirs.colour());
            var documents = mail.attachments().stream()
                    .filter(file -> file.type().equals("application/pdf"))
                    .toList();
            assertThat(documents).hasSizeGreaterThanOrEqualTo(2);
            for (var document : documents) {
                assertThat(text(document.bytes()))
                        .contains(ours.tenant().name())
                        .doesNotContain(theirs.tenant().name(), theirs.mark());
                assertThat(sidesOfPictures(document.bytes()))
                        .contains(ours.side())
                        .doesNotContain(theirs.side());
            }
        }
    }

    /** What is wrong with what one of them shows; empty when nothing is. */
    private static String mixed(Brand ours, Brand theirs) {
        var http = anonymous(ours.tenant());
        for (var path : List.of("/", "/pages/about", "/c/conf27", "/brand.css")) {
            var answer = http.with("Accept", "text/html").get(path);
            var body = answer.body();
            if (body.contains(theirs.mark()) || body.contains(theirs.tenant().name()) || body.contains(theirs.colour()))
                return path + " of " + ours.mark() + " shows " + theirs.mark();
            var own = path.equals("/brand.css") ? ours.colour() : ours.mark();
            if (answer.status() == 200 && !body.contains(own)) return path + " lacks " + own + ": " + body;
        }
        var sheet = ours.side() == 4 ? "font-inter" : "font-source-serif-4";
        if (!http.get("/").body().contains(sheet)) return "no " + sheet;
        var logo = http.get("/brand/logo").headers().firstValue("ETag").orElse("");
        var other = anonymous(theirs.tenant()).get("/brand/logo").headers().firstValue("ETag");
        return logo.isEmpty() || other.equals(Optional.of(logo)) ? "the logos are mixed up" : "";
    }

    private Inbox.Mail confirmation(Brand brand) {
        var to = "buyer-" + brand.mark() + "@example.org";
        var cart = new HashMap<>(RegistrationFixture.cart("regular", Map.of("name", "Ada Lovelace")));
        cart.put("contact", Map.of("name", "Ada", "email", to, "country", "GB"));
        var order = anonymous(brand.tenant())
                .post(RegistrationFixture.PATH + "/orders", cart)
                .expect(201);
        brand.desk().take(order.text("/code"), "119", "cash", "");
        eventually(
                "the documents are mailed",
                () -> inbox().mails(to).stream()
                        .anyMatch(mail -> mail.attachments().size() > 1));
        return inbox().mails(to).stream()
                .filter(mail -> mail.attachments().size() > 1)
                .findFirst()
                .orElseThrow();
    }

    private Brand brand(String colour, String font, int side) throws Exception {
        var tenant = aTenant();
        var owner = owner(tenant);
        var mark = "mark" + Ids.reference(8).toLowerCase(Locale.ROOT);
        owner.patch("/api/v1/tenant", Map.of("branding", Map.of("primary_color", colour)))
                .expect(200);
        owner.send("PUT", "/api/v1/tenant/logo", "multipart/form-data; boundary=XXX", upload(png(side)))
                .expect(200);
        owner.put(
                        "/api/v1/tenant/pages/about",
                        Map.of("title", "About " + mark, "text", "Text " + mark, "status", "published"))
                .expect(201);
        RegistrationFixture.aConference(owner);
        RegistrationFixture.aFee(owner, "regular", "119.00", 5);
        RegistrationFixture.publish(owner);
        var desk = new DeskFixture(tenant, owner.port(), accounts);
        desk.submit(desk.open("/manage/site"), "/manage/site", Map.of("font", font, "text.en", "Below " + mark));
        desk.submit(
                desk.open("/manage/mail-sender"),
                "/manage/mail-sender",
                Map.of("name", "Sender " + mark, "footer.en", "Footer " + mark));
        return new Brand(tenant, owner, desk, mark, colour, side);
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static List<Integer> sidesOfPictures(byte[] pdf) throws IOException {
        var sides = new ArrayList<Integer>();
        try (var document = Loader.loadPDF(pdf)) {
            for (var page : document.getPages())
                for (var name : page.getResources().getXObjectNames())
                    if (page.getResources().getXObject(name) instanceof PDImageXObject picture)
                        sides.add(picture.getWidth());
        }
        return sides;
    }

    private static byte[] png(int side) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    private static byte[] upload(byte[] content) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(("--XXX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"logo.png\"\r\n"
                        + "Content-Type: image/png\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(content);
        bytes.writeBytes("\r\n--XXX--\r\n".getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }
}
