package org.plenary.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.aConference;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.files.FileStore;
import org.plenary.identity.Accounts;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is small on the wire and would be large inside is refused in seconds, and nothing of it is kept. */
class BombsIT extends PlenaryIT {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final String MULTIPART = "multipart/form-data; boundary=XXX";
    private static final String CONFERENCE = "/manage/conferences/conf27";

    @Autowired
    private Accounts accounts;

    @Autowired
    private FileStore files;

    @Autowired
    private JdbcClient jdbc;

    private Tenant tenant;
    private Http owner;
    private long started;

    @BeforeEach
    void anOrganization() {
        tenant = aTenant();
        owner = owner(tenant);
        aConference(owner);
        started = System.nanoTime();
    }

    @AfterEach
    void nothingTookLongAndNothingIsKept() {
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(SOON.multipliedBy(2));
        assertThat(Tenancy.<Long, RuntimeException>callAs(tenant, () -> files.usage()))
                .isZero();
        for (var table : new String[] {"stored_file", "bank_statement", "delegate_job", "orders"})
            assertThat(rows(table)).as(table).isZero();
    }

    @Test
    void picturesOfThousandsOfMillionsOfDotsAreRefused() {
        for (var picture : Map.of("a.png", png(50_000), "b.jpg", jpeg(50_000), "c.png", png(Integer.MAX_VALUE))
                .entrySet()) {
            var logo = owner.send("PUT", "/api/v1/tenant/logo", MULTIPART, part("file", picture));
            var attachment = anonymous(tenant)
                    .send("POST", "/api/v1/files", MULTIPART, part("purpose\"\r\n\r\nattachment", picture));

            for (var answer : new Http.Answer[] {logo, attachment}) {
                answer.expect(422);
                assertThat(answer.text("/errors/0/pointer")).isEqualTo("/file");
                assertThat(answer.text("/errors/0/code")).isIn("image_size", "file_type");
            }
        }
    }

    @Test
    void tablesThatAreUnpackedWithoutAnEndAreRefused() throws IOException {
        var staff = new DeskFixture(tenant, owner.port(), accounts);
        var path = CONFERENCE + "/delegates/import";

        var unpacked = staff.upload(staff.open(path + "?lang=en"), path, "people.xlsx", xlsx());
        var endless = staff.upload(
                staff.open(path + "?lang=en"), path, "people.csv", ("name\n" + "x".repeat(15_000_000)).getBytes());

        assertThat(unpacked.status()).isEqualTo(422);
        assertThat(unpacked.body()).contains("This is too large: at most 20 MB.");
        assertThat(endless.status()).isEqualTo(422);
        assertThat(endless.body()).contains("A cell has more than 32,767 characters.");
    }

    @Test
    void statementsThatLaughAMillionTimesAreRefused() {
        var staff = new DeskFixture(tenant, owner.port(), accounts);
        var laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY l0 \"ha\">");
        for (var i = 1; i < 30; i++)
            laughs.append("<!ENTITY l" + i + " \"" + ("&l" + (i - 1) + ";").repeat(10) + "\">");
        laughs.append("]><Document><BkToCstmrStmt><Stmt>&l29;</Stmt></BkToCstmrStmt></Document>");

        var page = staff.upload(
                staff.open("/manage/billing/bank?lang=en"),
                "/manage/billing/bank/statements",
                "one.xml",
                laughs.toString().getBytes(StandardCharsets.US_ASCII));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("This is not a statement that we can read.");
    }

    @Test
    void aBodyThatSaysThatItIsVeryLargeIsNotReadAtAll() throws IOException {
        try (var socket = posting("Content-Length: 15000000")) {
            socket.getOutputStream().write('{');

            assertThat(text(socket.getInputStream())).contains("HTTP/1.1 422", "too_large");
        }
    }

    @Test
    void aBodyWithoutAnEndIsRefusedBeforeItsEnd() throws IOException {
        try (var socket = posting("Transfer-Encoding: chunked")) {
            var out = socket.getOutputStream();
            var sender = Thread.startVirtualThread(() -> sendWithoutEnd(out));

            assertThat(text(socket.getInputStream())).contains("HTTP/1.1 400", "malformed_body");
            sender.interrupt();
        }
    }

    private Socket posting(String length) throws IOException {
        var socket = new Socket("127.0.0.1", owner.port());
        socket.setSoTimeout((int) SOON.toMillis());
        socket.getOutputStream()
                .write(("POST /api/v1/conferences/conf27/orders HTTP/1.1\r\nHost: " + tenant.slug()
                                + ".localhost\r\nContent-Type: application/json\r\n" + length + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** Until nobody listens any more; a thousand megabytes at most. */
    private static void sendWithoutEnd(OutputStream out) {
        var chunk = ("100000\r\n" + ",{}".repeat(0x55555) + " \r\n").getBytes(StandardCharsets.US_ASCII);
        try {
            out.write("11\r\n{\"delegates\": [{}\r\n".getBytes(StandardCharsets.US_ASCII));
            for (var i = 0; i < 1_000 && !Thread.currentThread().isInterrupted(); i++) out.write(chunk);
        } catch (IOException e) {
            // as it should be
        }
    }

    /** What arrives before the connection is closed, which it may be at once. */
    private static String text(InputStream in) {
        var text = new ByteArrayOutputStream();
        try {
            for (var read = in.read(); read >= 0; read = in.read()) text.write(read);
        } catch (IOException e) {
            // as it should be: nobody waits for the rest
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    private long rows(String table) {
        return Tenancy.callAs(
                tenant,
                () -> jdbc.sql("SELECT count(*) FROM " + table)
                        .query(Long.class)
                        .single());
    }

    private static byte[] part(String before, Map.Entry<String, byte[]> file) {
        var bytes = new ByteArrayOutputStream();
        if (!before.equals("file"))
            bytes.writeBytes(("--XXX\r\nContent-Disposition: form-data; name=\"" + before + "\r\n").getBytes());
        bytes.writeBytes(("--XXX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + file.getKey()
                        + "\"\r\nContent-Type: image/png\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(file.getValue());
        bytes.writeBytes("\r\n--XXX--\r\n".getBytes(StandardCharsets.US_ASCII));
        return bytes.toByteArray();
    }

    /** Its head alone, which says how large it is. */
    private static byte[] png(int side) {
        var size = HexFormat.of().toHexDigits(side);
        return HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452" + size + size + "0806000000deadbeef");
    }

    private static byte[] jpeg(int side) {
        var size = HexFormat.of().toHexDigits((short) side);
        return HexFormat.of()
                .parseHex("ffd8ffe000104a46494600010100000100010000" + "ffc0001108" + size + size
                        + "03011100021100031100" + "ffda000c03010002000300003f00");
    }

    private static byte[] xlsx() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write("<worksheet><sheetData><row r=\"1\"/>".getBytes(StandardCharsets.US_ASCII));
            var nothing = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            for (var i = 0; i < 100; i++) zip.write(nothing);
        }
        return bytes.toByteArray();
    }
}
