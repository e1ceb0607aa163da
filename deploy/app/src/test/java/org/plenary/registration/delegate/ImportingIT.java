package org.plenary.registration.delegate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Ids;
import org.plenary.kernel.TableFile;
import org.plenary.registration.RegistrationFixture;
import org.plenary.registration.Stock;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A conference for delegates to be brought into, and what tests do with files. */
abstract class ImportingIT extends PlenaryIT {
    static final int MANY = 12;

    final String domain = Ids.reference(8).toLowerCase(Locale.ROOT) + ".example.org";

    @Autowired
    private ConferenceApi conferences;

    @Autowired
    private ImportDrafts drafts;

    @Autowired
    private ImportTargets targets;

    @Autowired
    private ImportGround ground;

    @Autowired
    private DelegateImporting importing;

    @Autowired
    private Stock stock;

    @Autowired
    JdbcClient jdbc;

    Tenant tenant;
    Http owner;

    @BeforeEach
    void aConference() {
        tenant = aTenant();
        owner = owner(tenant);
        RegistrationFixture.aConference(owner);
        owner.put(PATH + "/registration-form", """
                {"sections": [{"key": "you", "title": "You", "fields": [
                  {"key": "name", "type": "text", "label": {"en": "Full name", "zh-CN": "全名"}, "required": true},
                  {"key": "mail", "type": "email", "label": "Your address", "required": true},
                  {"key": "age", "type": "number", "label": "Age", "required": true},
                  {"key": "born", "type": "date", "label": "Born", "required": false},
                  {"key": "consent", "type": "consent", "label": "Consent", "required": true},
                  {"key": "home", "type": "address", "label": "Home", "required": false},
                  {"key": "dinner", "type": "choice", "label": "Dinner", "required": false, "options": [
                    {"key": "yes", "label": {"en": "With us", "zh-CN": "参加"}, "price": {"amount": "80.00", "currency": "EUR"}, "capacity": 2},
                    {"key": "no", "label": "No"}]}]}]}""").expect(200);
        RegistrationFixture.aFee(owner, "guest", "100.00", MANY);
        RegistrationFixture.aFee(owner, "open", "50.00", null);
    }

    String people(int many) {
        return "name,email,country\n"
                + IntStream.range(0, many)
                        .mapToObj(n -> "Person %d,person%d@%s,DE\n".formatted(n, n, domain))
                        .collect(Collectors.joining());
    }

    DelegateJob upload(String text) {
        var file = TableFile.of(text.formatted(domain).getBytes(StandardCharsets.UTF_8));
        return Tenancy.callAs(
                tenant,
                () -> drafts.find(conference(), drafts.keep(conference(), file)).orElseThrow());
    }

    ConferenceView conference() {
        return conferences.bySlug("conf27");
    }

    ImportMapping guess(DelegateJob job) {
        return Tenancy.callAs(
                tenant,
                () -> ImportTargets.guess(
                        drafts.file(job), targets.of(ground.form(conference()).definition(), Locale.ENGLISH)));
    }

    ImportMapping mapping(DelegateJob job, String fee, boolean mails) {
        var guessed = guess(job);
        return new ImportMapping(guessed.targets(), fee, "", "en", "paid_elsewhere", mails);
    }

    ImportChecking.Checked tried(DelegateJob job, ImportMapping mapping) {
        return Tenancy.callAs(tenant, () -> importing.tried(conference(), job, mapping));
    }

    void start(DelegateJob job, ImportMapping mapping, boolean together) {
        Tenancy.runAs(tenant, () -> importing.start(conference(), job, mapping, together));
    }

    DelegateJob finished(DelegateJob job) {
        eventually("an end", () -> !find(job).isRunning());
        assertThat(find(job).status()).isEqualTo(DelegateJob.FINISHED);
        return find(job);
    }

    DelegateJob find(DelegateJob job) {
        return Tenancy.callAs(tenant, () -> drafts.find(conference(), job.id()).orElseThrow());
    }

    List<JsonNode> delegates() {
        var items = owner.get(PATH + "/delegates?limit=100").expect(200).json().at("/items");
        return items.valueStream().toList();
    }

    Stock.Level levels(String key) {
        return Tenancy.callAs(tenant, () -> stock.levels(conference().id(), key))
                .get(key);
    }
}
