package org.plenary.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.identity.Browser;
import org.plenary.kernel.Ids;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantDirectory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** One organization goes back to its backup; no other notices, and it itself only when all is well. */
class BackupIT extends OffboardingFixture {
    /** Where the restore itself is noted. */
    private static final Set<String> WRITTEN_SINCE = Set.of("audit_entry", "mail_delivery", "databasechangelog");

    @Autowired
    private TenantDirectory directory;

    @Value("${plenary.files.folder:.data/files}")
    private Path files;

    @Value("${plenary.backups.folder}")
    private Path archives;

    private Browser operating;

    @BeforeEach
    void anOperator() {
        var email = "operator-" + Ids.next() + "@example.org";
        accounts.createOperator("Olga", email, quickHash(PASSWORD));
        operating = signedIn("/operator/backups", email);
    }

    @Test
    void whatWasDamagedComesBackAsItWasAndNobodyElseNotices() throws Exception {
        var tenant = aTenant();
        var other = aTenant();
        var kept = furnish(tenant);
        furnish(other);
        settled(tenant);
        settled(other);
        var before = checksums(tenant);
        var ofOthers = checksums(other);
        var file = someFile(tenant);
        var content = Files.readAllBytes(file);
        var backup = backUp(tenant);

        jdbc.sql("delete from " + tenant.schema() + ".paper").update();
        jdbc.sql("update " + tenant.schema() + ".conference set slug = 'damaged-' || slug")
                .update();
        jdbc.sql("delete from " + tenant.schema() + ".person_role").update();
        Files.writeString(file, "damaged");
        assertThat(checksums(tenant)).isNotEqualTo(before);

        restore(tenant, backup, "The import of Tuesday went wrong");

        var now = directory.byId(tenant.id()).orElseThrow();
        assertThat(now.schema()).isNotEqualTo(tenant.schema());
        assertThat(now.isActive()).isTrue();
        var after = checksums(now);
        for (var sums : java.util.List.of(before, after)) sums.keySet().removeAll(WRITTEN_SINCE);
        assertThat(after).isEqualTo(before);
        assertThat(Files.readAllBytes(file)).isEqualTo(content);
        assertThat(checksums(other)).isEqualTo(ofOthers);
        owner(now).get("/api/v1/conferences/" + kept.conference()).expect(200);
        eventually(
                "it is found again",
                () -> owner(now)
                                .get("/api/v1/conferences/" + conference(now) + "/search/papers?q=" + kept.mark())
                                .json()
                                .at("/total")
                                .asInt()
                        == 1);
        eventually(
                "the owner is told",
                () -> inbox().mails(email(kept.mark())).stream()
                        .anyMatch(mail -> mail.text().contains("The import of Tuesday went wrong")));
        assertThat(owner(now).get("/api/v1/audit?limit=50").body()).contains("tenant.restored");
        assertThat(aside(tenant)).containsExactly(tenant.schema());
    }

    @Test
    void numbersThatWereGivenAfterTheBackupAreNotGivenAgain() {
        var tenant = aTenant();
        furnish(tenant);
        var series = ".invoice_series (conference_id, kind, prefix, next) select id, 'INVOICE', 'C', ? from ";
        var insert = "insert into " + tenant.schema() + series + tenant.schema() + ".conference on conflict do nothing";
        jdbc.sql(insert).param(28).update();
        settled(tenant);
        var backup = backUp(tenant);
        jdbc.sql("update " + tenant.schema() + ".invoice_series set next = 31").update();

        restore(tenant, backup, "The import of Tuesday went wrong");

        var now = directory.byId(tenant.id()).orElseThrow().schema();
        assertThat(now).isNotEqualTo(tenant.schema());
        assertThat(jdbc.sql("select distinct next from " + now + ".invoice_series")
                        .query(Long.class)
                        .single())
                .isEqualTo(31);
    }

    /** As Stripe forgets after a day by which key it was asked, and may have been asked after the backup. */
    @Test
    void aRefundThatWaitedIsLookedForBeforeItIsAskedForAgain() {
        var tenant = aTenant();
        furnish(tenant);
        var payment = Ids.next();
        jdbc.sql(
                        "insert into " + tenant.schema()
                                + ".payment (id, subject, reference, attempt, status, amount, currency,"
                                + " account_id, expires_at, created_at) values (?, ?, 'A', 1, 'PAID', 100, 'EUR', 'acct_1', now(), now())")
                .params(payment, Ids.next())
                .update();
        jdbc.sql("insert into " + tenant.schema()
                        + ".refund (id, payment_id, key, amount, currency, reason, status, created_at)"
                        + " values (?, ?, 'k', 100, 'EUR', 'withdrawn', 'PENDING', now())")
                .params(Ids.next(), payment)
                .update();
        settled(tenant);

        restore(tenant, backUp(tenant), "The import of Tuesday went wrong");

        var now = directory.byId(tenant.id()).orElseThrow().schema();
        assertThat(jdbc.sql("select attempts from " + now + ".refund")
                        .query(Integer.class)
                        .single())
                .as("whoever has asked before looks first")
                .isPositive();
    }

    @Test
    void aDamagedBackupAndARestoreThatIsKilledLeaveTheOrganizationAsItIs() throws Exception {
        var tenant = aTenant();
        furnish(tenant);
        var backup = backUp(tenant);
        var archive = archives.resolve(tenant.id().toString()).resolve(backup + ".backup");
        var bytes = Files.readAllBytes(archive);
        assertThat(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("owner.example");
        var changed = bytes.clone();
        changed[bytes.length / 2] ^= 1;
        Files.write(archive, changed);

        var job = askToRestore(tenant, backup, "Try");
        eventually("it has failed", () -> status(job).equals("FAILED"));
        assertThat(directory.byId(tenant.id()).orElseThrow().schema()).isEqualTo(tenant.schema());
        anonymous(tenant).get("/").expect(200);
        eventually("nothing is left of it", () -> aside(tenant).isEmpty());

        Files.write(archive, bytes);
        var killed = killedInTheMiddle(tenant, backup);
        eventually("it was taken up again", () -> status(killed.job()).equals("DONE"));
        var now = directory.byId(tenant.id()).orElseThrow();
        assertThat(now.isActive()).isTrue();
        assertThat(now.schema()).isNotIn(tenant.schema(), killed.schema());
        assertThat(tables(killed.schema())).isZero();
    }

    @Test
    void anErasedOrganizationComesBackUnderItsAddressWithItsOwner() {
        var tenant = aTenant();
        var mark = furnish(tenant).mark();
        var backup = backUp(tenant);
        begin(tenant);
        var refused = submit(backup, tenant.slug(), "Too early");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("The organization is leaving.");
        export(tenant);
        erase(tenant);
        anonymous(tenant).get("/").expect(404);

        restore(tenant, backup, "It was a mistake");

        anonymous(tenant).get("/").expect(200);
        assertThat(owner(tenant).get("/api/v1/conferences").body()).contains(mark);
        assertThat(jdbc.sql("select count(*) from control.account where email = ?")
                        .param(email(mark))
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(jdbc.sql("select restored_at is not null from control.deletion_certificate where tenant_id = ?")
                        .param(tenant.id().value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    private UUID backUp(Tenant tenant) {
        var list = operating.open(
                urls.platform("/operator/backups?q=" + tenant.slug()).toString());
        var job = job(operating.submit(list, "/operator/backups", Map.of("tenant", tenant.slug())));
        eventually("the backup is made", () -> status(job).equals("DONE"));
        assertThat(operating
                        .open(urls.platform("/operator/work/" + job).toString())
                        .body())
                .contains("The backup is made.");
        assertThat(operating
                        .open(urls.platform("/operator/backups?q=" + tenant.slug())
                                .toString())
                        .body())
                .contains("/operator/backups/" + job + "/restore");
        return job;
    }

    private void restore(Tenant tenant, UUID backup, String reason) {
        var job = askToRestore(tenant, backup, reason);
        eventually("it is restored", () -> {
            assertThat(status(job)).isNotEqualTo("FAILED");
            return status(job).equals("DONE");
        });
    }

    private UUID askToRestore(Tenant tenant, UUID backup, String reason) {
        var wrong = submit(backup, "another", reason);
        assertThat(wrong.status()).isEqualTo(422);
        return job(submit(backup, tenant.slug(), reason));
    }

    private Browser.View submit(UUID backup, String slug, String reason) {
        var path = "/operator/backups/" + backup + "/restore";
        var confirm = operating.open(urls.platform(path).toString());
        return operating.submit(confirm, path, Map.of("slug", slug, "reason", reason));
    }

    private static UUID job(Browser.View page) {
        assertThat(page.address().getPath()).startsWith("/operator/work/");
        return UUID.fromString(page.address().getPath().substring("/operator/work/".length()));
    }

    private record Killed(UUID job, String schema) {}

    /** As a process leaves it that ends while the site is closed and a schema is half made. */
    private Killed killedInTheMiddle(Tenant tenant, UUID backup) {
        var id = Ids.next();
        var schema = "t_half" + tenant.schema().substring(2);
        jdbc.sql("create schema " + schema).update();
        jdbc.sql("create table " + schema + ".paper (id uuid)").update();
        jdbc.sql("insert into control.replaced_schema values (?, ?, now(), now() + interval '1 day')")
                .params(schema, tenant.id().value())
                .update();
        assertThat(tables(schema)).isOne();
        jdbc.sql("update control.tenant set status = 'MAINTENANCE', status_reason = 'restoring' where id = ?")
                .param(tenant.id().value())
                .update();
        jdbc.sql("""
                        insert into control.tenant_job (id, tenant_id, kind, status, asked_by, asker_name, asked_at, claim,
                            seen_at, attempts, step, done, total, facts)
                        values (?, ?, 'RESTORE', 'RUNNING', 'account:x', 'Olga', now(), ?, now() - interval '2 minutes', 1,
                            'switching', 3, 4, jsonb_build_object('backup', ?, 'reason', 'Killed', 'schema', ?))""")
                .params(id, tenant.id().value(), Ids.next(), backup.toString(), schema)
                .update();
        return new Killed(id, schema);
    }

    private String status(UUID job) {
        return jdbc.sql("select status from control.tenant_job where id = ?")
                .param(job)
                .query(String.class)
                .single();
    }

    private java.util.List<String> aside(Tenant tenant) {
        return jdbc.sql("select schema_name from control.replaced_schema where tenant_id = ?")
                .param(tenant.id().value())
                .query(String.class)
                .list();
    }

    private String conference(Tenant tenant) {
        return owner(tenant).get("/api/v1/conferences").text("/items/0/slug");
    }

    private Path someFile(Tenant tenant) throws IOException {
        try (Stream<Path> all = Files.walk(files.resolve(tenant.id().toString()))) {
            return all.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
    }
}
