package org.plenary.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.plenary.Http.Answer;
import org.plenary.PlenaryIT;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class FilesIT extends PlenaryIT {
    private static final String PDF = "%PDF-1.7\nsmall";
    private static final String BOUNDARY = "----plenary";

    @Autowired
    private FileStore files;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void anUploadedFileIsFoundByItsTokenInItsTenantOnly() throws IOException {
        var tenant = aTenant();
        var token = upload(tenant, "paper", "../my paper.pdf", PDF).expect(201).text("/file_token");

        var found = Tenancy.callAs(tenant, () -> files.byToken(token)).orElseThrow();

        assertThat(found.name()).isEqualTo("my paper.pdf");
        assertThat(found.type()).isEqualTo("application/pdf");
        Tenancy.<Boolean, IOException>callAs(tenant, () -> {
            try (var content = files.open(found.id())) {
                assertThat(content.readAllBytes()).asString().isEqualTo(PDF);
            }
            assertThat(files.usage()).isEqualTo(PDF.length());
            return true;
        });
        assertThat(Tenancy.callAs(aTenant(), () -> files.byToken(token))).isEmpty();
    }

    @Test
    void whoeverOnlyReadsAFileByItsTokenWritesNothing() {
        var tenant = aTenant();
        var token = upload(tenant, "paper", "a.pdf", PDF).expect(201).text("/file_token");
        var reading = new TransactionTemplate(transactions.getTransactionManager());
        reading.setReadOnly(true);

        var found = Tenancy.callAs(tenant, () -> reading.execute(_ -> files.byToken(token)));

        assertThat(found).isPresent();
        assertThat(redeemed(tenant)).isFalse();
        assertThat(Tenancy.callAs(tenant, () -> files.byToken(token))).isPresent();
        assertThat(redeemed(tenant)).isTrue();
    }

    private boolean redeemed(Tenant tenant) {
        return Tenancy.callAs(
                tenant,
                () -> jdbc.sql("SELECT redeemed_at IS NOT NULL FROM stored_file")
                        .query(Boolean.class)
                        .single());
    }

    @Test
    void whatIsNotWhatItsNameSaysIsRefused() {
        var tenant = aTenant();

        assertThat(upload(tenant, "paper", "a.pdf", "<svg/>").expect(422).text("/errors/0/pointer"))
                .isEqualTo("/file");
        assertThat(upload(tenant, "paper", "a.png", PDF).expect(422).text("/errors/0/code"))
                .isEqualTo("file_name");
        assertThat(upload(tenant, "anything", "a.pdf", PDF).expect(422).text("/errors/0/pointer"))
                .isEqualTo("/purpose");
        assertThat(Tenancy.<Long, RuntimeException>callAs(tenant, () -> files.usage()))
                .isZero();
    }

    @Test
    void aFileComesWithAFormOfManyFieldsAndALongChineseName() {
        var tenant = aTenant();
        var others = "\r\n--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"field\"\r\n\r\nx";

        upload(tenant, "paper" + others.repeat(2_000), "纸".repeat(190) + ".pdf", PDF)
                .expect(201);
    }

    @Test
    void aFileOfARolledBackTransactionIsGone() {
        var tenant = aTenant();

        var kept = Tenancy.callAs(
                tenant,
                () -> transactions.execute(status -> {
                    status.setRollbackOnly();
                    var content = new ByteArrayInputStream(PDF.getBytes(StandardCharsets.US_ASCII));
                    return files.keep(FileRule.PAPER, "/file", "a.pdf", content);
                }));

        assertThat(Tenancy.callAs(tenant, () -> files.find(kept.id()))).isEmpty();
    }

    private static Answer upload(Tenant tenant, String purpose, String name, String content) {
        var boundary = BOUNDARY;
        var body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\n" + purpose + "\r\n--"
                + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n" + content + "\r\n--" + boundary + "--\r\n";
        return anonymous(tenant)
                .send(
                        "POST",
                        "/api/v1/files",
                        "multipart/form-data; boundary=" + boundary,
                        body.getBytes(StandardCharsets.UTF_8));
    }
}
