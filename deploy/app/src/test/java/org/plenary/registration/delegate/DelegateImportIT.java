package org.plenary.registration.delegate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.plenary.registration.RegistrationFixture.PATH;

import org.junit.jupiter.api.Test;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violation;
import org.plenary.tenancy.Tenancy;

/** Delegates brought in from a file; what the pages look like is in the journey. */
class DelegateImportIT extends ImportingIT {
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
    void whoComesAlongIsReadFromColumnsOfTheirOwn() {
        owner.put(PATH + "/registration-form", """
                {"sections": [{"key": "you", "title": "You", "fields": [
                  {"key": "name", "type": "text", "label": "Full name", "required": true},
                  {"key": "family", "type": "accompanying_persons", "label": "Family",
                   "accompanying": {"maximum": 3, "fields": [
                     {"key": "name", "type": "text", "label": {"en": "Name", "zh-CN": "姓名"}, "required": true},
                     {"key": "born", "type": "date", "label": "Born"}]}}]}]}""").expect(200);
        var job = upload("""
                Full name,Email,Country,Fee,Companion 1 name,Companion 1 born,Family 2 Name,随行人员3姓名
                Ada,ada@%1$s,GB,open,Byron,1.2.2010,,Annabella
                Ben,ben@%1$s,GB,open,,,,
                Cem,cem@%1$s,TR,open,,2010-01-01,,
                Dora,dora@%1$s,GR,open,,,Emil,
                """);
        var mapping = guess(job);

        var checked = tried(job, mapping);

        assertThat(checked.bad())
                .extracting(bad ->
                        bad.row() + " " + bad.column() + " " + bad.violation().code())
                .containsExactly("4 Companion 1 name required");
        start(job, mapping, false);
        assertThat(finished(job).problems()).isEmpty();
        assertThat(delegates())
                .extracting(each -> each.at("/answers/family").toString())
                .containsExactlyInAnyOrder(
                        "[{\"born\":\"2010-02-01\",\"name\":\"Byron\"},{\"name\":\"Annabella\"}]",
                        "",
                        "[{\"name\":\"Emil\"}]");
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
    void nobodyIsWrittenToUnlessItIsAskedFor() {
        var silent = upload(people(1));
        start(silent, mapping(silent, "open", false), true);
        finished(silent);
        var told = upload(people(1).replace("person", "told"));
        start(told, mapping(told, "open", true), true);

        eventually("a mail", () -> inbox().mails("told0@" + domain).size() == 1);
        assertThat(inbox().mails("person0@" + domain)).isEmpty();
    }
}
