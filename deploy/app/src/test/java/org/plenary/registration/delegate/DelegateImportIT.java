package org.plenary.registration.delegate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.plenary.registration.RegistrationFixture.PATH;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violation;
import org.plenary.registration.RegistrationFixture;
import org.plenary.registration.Stock;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Delegates brought in from a file; what the pages look like is in the journey. */
class DelegateImportIT extends PlenaryIT {
    private static final int MANY = 12;

    private final String domain = Ids.reference(8).toLowerCase(Locale.ROOT) + ".example.org";

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
    private DelegateJobRunning running;

    @Autowired
    private Stock stock;

    @Autowired
    private JdbcClient jdbc;

    private Tenant tenant;
    private Http owner;

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

    @Test
    void eachBadCellIsNamedAndRowsThatAreGoodAreWrittenWithoutThem() {
        var job = upload("""
                Full name;E-Mail;Country;Born;Dinner;Home City;Fee;Age
                Ada Lovelace;ada@%1$s;United Kingdom;10.12.1815;With us;;guest;36
                刘慧敏;liu@%1$s;中国;1990-05-14;参加;;费用
                Emmy Noether;emmy@%1$s;DE;last year;yes;;guest
                ;;XX;;;;guest
                Ada Again;ADA@%1$s;GB;;;;guest
                Max Born;max@%1$s;Germany;;;Göttingen;guest
                Joseph Fourier;joseph@%1$s;FR;;Fish;;student;old
                Grace Hopper;grace@%1$s;USA;;With us;;guest
                """);
        var mapping = guess(job);

        var checked = tried(job, mapping);

        assertThat(checked.good()).extracting(ImportChecking.Good::row).containsExactly(2, 3);
        assertThat(checked.bad())
                .extracting(bad -> bad.row() + " " + bad.column() + " " + bad.target() + " "
                        + bad.violation().code())
                .containsExactlyInAnyOrder(
                        "4 Born answer.born date",
                        "5 Full name name required",
                        "5 E-Mail email required",
                        "5 Country country country",
                        "6 E-Mail email duplicate_row",
                        "7  answer.home.lines required",
                        "7  answer.home.country required",
                        "8 Age answer.age type",
                        "8 Dinner answer.dinner unknown_option",
                        "8 Fee fee unknown_fee_name",
                        "9 Dinner answer.dinner sold_out_here");
        assertThat(delegates()).isEmpty();

        start(job, mapping, false);

        assertThat(finished(job).problems()).isEmpty();
        assertThat(delegates()).allSatisfy(each -> {
            assertThat(each.at("/status").asString()).isEqualTo("confirmed");
            assertThat(each.at("/answers/dinner").asString()).isEqualTo("yes");
        });
        var liu = delegates().stream()
                .filter(each -> each.at("/country").asString().equals("CN"))
                .findFirst()
                .orElseThrow();
        assertThat(liu.at("/answers/born").asString()).isEqualTo("1990-05-14");
        assertThat(liu.at("/answers/mail").asString()).isEqualTo("liu@" + domain);
        assertThat(levels("option:dinner:yes").left()).isZero();
        assertThat(Tenancy.callAs(
                        tenant,
                        () -> jdbc.sql("SELECT DISTINCT source || ' ' || settled || total_minor FROM orders")
                                .query(String.class)
                                .list()))
                .containsExactly("import invited0");
        assertThat(Tenancy.callAs(
                        tenant,
                        () -> jdbc.sql("SELECT count(*) FROM audit_entry WHERE action = 'delegates.imported'")
                                .query(Integer.class)
                                .single()))
                .isEqualTo(1);
    }

    @Test
    void whatEverybodyNeedsIsAskedOnceAndNotRowByRow() {
        var job = upload("Who;Where\nAda;GB\n");

        var refused = catchThrowableOfType(Problem.InvalidInput.class, () -> tried(job, guess(job)));

        assertThat(refused.violations())
                .extracting(Violation::code)
                .containsExactly("no_person_column", "no_country_column", "no_fee_column");
    }

    @Test
    void capacitiesAndQuotasAreKeptAndOneRowTooManyLeavesAllOut() {
        owner.post(PATH + "/quotas", """
                {"key": "hall", "name": "Hall", "size": 3, "members": {"fees": ["guest", "open"]}}""").expect(201);
        var job = upload(people(4));
        var mapping = mapping(job, "open", false);

        var checked = tried(job, mapping);

        assertThat(checked.good()).hasSize(3);
        assertThat(checked.bad())
                .singleElement()
                .satisfies(bad -> assertThat(bad.violation().code()).isEqualTo("sold_out_here"));
        assertThatExceptionOfType(Problem.Conflict.class).isThrownBy(() -> start(job, mapping, true));
        assertThat(delegates()).isEmpty();
    }

    @Test
    void whoIsRegisteredAlreadyIsNotBroughtInAgain() {
        var first = upload(people(2));
        start(first, mapping(first, "open", false), true);
        finished(first);

        var again = upload(people(3));

        assertThat(tried(again, mapping(again, "open", false)).bad())
                .hasSize(2)
                .allSatisfy(bad -> assertThat(bad.violation().code()).isEqualTo("duplicate_delegate"));
    }

    @Test
    void threeAtTheSameJobWriteEachRowOnce() throws Exception {
        for (var together : List.of(true, false)) {
            var before = delegates().size();
            var job = upload(people(MANY).replace("person", together ? "one" : "each"));
            start(job, mapping(job, "open", false), together);
            var work = IntStream.range(0, 2)
                    .<Callable<Object>>mapToObj(n -> () -> again(job))
                    .toList();
            try (var threads = Executors.newFixedThreadPool(2)) {
                for (var each : threads.invokeAll(work)) each.state();
            }

            finished(job);
            assertThat(delegates()).hasSize(before + MANY);
            assertThat(levels("fee:open").used()).isEqualTo(before + MANY);
        }
    }

    /** The database refuses the eighth row, as if the machine had stopped there; then it goes on. */
    @Test
    void aJobThatIsKilledInTheMiddleGoesOnWhereItStopped() {
        var job = upload(people(MANY));
        trap("delegate", "NEW.name = 'Person 7'");
        start(job, mapping(job, "open", false), false);
        eventually("seven rows", () -> delegates().size() == 7);
        assertThat(find(job).isRunning()).isTrue();

        trap("delegate", "false");

        assertThat(finished(job).done()).isEqualTo(MANY);
        assertThat(delegates()).hasSize(MANY);
        assertThat(levels("fee:open").used()).isEqualTo(MANY);
    }

    @Test
    void aJobThatIsKilledBeforeItCouldSayThatItIsDoneWritesNothingTwice() {
        var job = upload(people(MANY));
        trap("delegate_job", "NEW.status = 'finished'");
        start(job, mapping(job, "open", false), true);
        eventually("all rows", () -> delegates().size() == MANY);

        trap("delegate_job", "false");

        assertThat(finished(job).problems()).isEmpty();
        assertThat(delegates()).hasSize(MANY);
    }

    @Test
    void nobodyIsWrittenToUnlessItIsAskedFor() {
        var silent = upload(people(1));
        start(silent, mapping(silent, "open", false), true);
        finished(silent);
        var told = upload(people(1).replace("person", "told"));
        start(told, mapping(told, "open", true), true);

        eventually("a mail", () -> inbox().mails("told0@" + domain).size() == 1);
        assertThat(inbox().mails("person0@" + domain)).isEmpty();
    }

    private String people(int many) {
        return "name,email,country\n"
                + IntStream.range(0, many)
                        .mapToObj(n -> "Person %d,person%d@%s,DE\n".formatted(n, n, domain))
                        .collect(Collectors.joining());
    }

    private DelegateJob upload(String text) {
        var file = TableFile.of(text.formatted(domain).getBytes(StandardCharsets.UTF_8));
        return Tenancy.callAs(
                tenant,
                () -> drafts.find(conference(), drafts.keep(conference(), file)).orElseThrow());
    }

    private ConferenceView conference() {
        return conferences.bySlug("conf27");
    }

    private ImportMapping guess(DelegateJob job) {
        return Tenancy.callAs(
                tenant,
                () -> ImportTargets.guess(
                        drafts.file(job), targets.of(ground.form(conference()).definition(), Locale.ENGLISH)));
    }

    private ImportMapping mapping(DelegateJob job, String fee, boolean mails) {
        var guessed = guess(job);
        return new ImportMapping(guessed.targets(), fee, "", "en", "paid_elsewhere", mails);
    }

    private ImportChecking.Checked tried(DelegateJob job, ImportMapping mapping) {
        return Tenancy.callAs(tenant, () -> importing.tried(conference(), job, mapping));
    }

    private void start(DelegateJob job, ImportMapping mapping, boolean together) {
        Tenancy.runAs(tenant, () -> importing.start(conference(), job, mapping, together));
    }

    private Object again(DelegateJob job) {
        Tenancy.runAs(tenant, () -> running.on(new DelegateJobStarted(tenant.id(), job.conference(), job.id())));
        return job;
    }

    private DelegateJob finished(DelegateJob job) {
        eventually("an end", () -> !find(job).isRunning());
        assertThat(find(job).status()).isEqualTo(DelegateJob.FINISHED);
        return find(job);
    }

    private DelegateJob find(DelegateJob job) {
        return Tenancy.callAs(tenant, () -> drafts.find(conference(), job.id()).orElseThrow());
    }

    private List<JsonNode> delegates() {
        var items = owner.get(PATH + "/delegates?limit=100").expect(200).json().at("/items");
        return items.valueStream().toList();
    }

    private Stock.Level levels(String key) {
        return Tenancy.callAs(tenant, () -> stock.levels(conference().id(), key))
                .get(key);
    }

    /** Every change of the table that meets the condition fails from now on. */
    private void trap(String table, String condition) {
        Tenancy.runAs(tenant, () -> {
            jdbc.sql("""
                    CREATE OR REPLACE FUNCTION trap_%s() RETURNS trigger AS $trap$
                    BEGIN IF %s THEN RAISE EXCEPTION 'killed'; END IF; RETURN NEW; END $trap$ LANGUAGE plpgsql""".formatted(table, condition)).update();
            jdbc.sql(
                            "CREATE OR REPLACE TRIGGER trap BEFORE INSERT OR UPDATE ON %1$s FOR EACH ROW EXECUTE FUNCTION trap_%1$s()"
                                    .formatted(table))
                    .update();
        });
    }
}
