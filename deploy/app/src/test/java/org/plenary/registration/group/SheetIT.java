package org.plenary.registration.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aConference;
import static org.plenary.registration.RegistrationFixture.aFee;
import static org.plenary.registration.RegistrationFixture.publish;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.registration.group.CheckedSheet.Row;
import org.plenary.registration.group.CheckedSheet.Wrong;
import org.plenary.registration.order.StockCheck;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;

/** Sheets of names: filled, checked row by row, and taken. */
class SheetIT extends PlenaryIT {
    private static final String FORM = """
            {"sections": [{"key": "you", "title": {"en": "You", "zh-CN": "您"}, "fields": [
              {"key": "name", "type": "text", "label": {"en": "Full name", "zh-CN": "姓名"}, "required": true},
              {"key": "home", "type": "address", "label": {"en": "Home", "zh-CN": "住址"}},
              {"key": "workshop", "type": "choice", "label": {"en": "Workshop", "zh-CN": "工作坊"}, "options": [
                {"key": "small", "label": {"en": "Small one", "zh-CN": "小"}, "capacity": 1},
                {"key": "large", "label": {"en": "Large one", "zh-CN": "大"}}]},
              {"key": "photos", "type": "consent", "label": "Photos", "required": true,
                "consent": {"version": "1", "text": "We take pictures."}}]}]}""";

    @Autowired
    private Entrance.Door door;

    @Autowired
    private SheetChecking checking;

    @Autowired
    private SheetTaking taking;

    @Autowired
    private GroupTables tables;

    @Autowired
    private PlaceRows places;

    @Autowired
    private StockCheck stockCheck;

    private Tenant tenant;
    private Http.Answer group;

    @BeforeEach
    void aGroupOfTwoFees() {
        tenant = aTenant();
        var owner = owner(tenant);
        aConference(owner);
        owner.put(PATH + "/registration-form", FORM).expect(200);
        aFee(owner, "regular", "0.00", 10);
        aFee(owner, "student", "0.00", null);
        publish(owner);
        owner.put(PATH + "/group-settings", Map.of("allowed", true, "most", 8)).expect(200);
        group = anonymous(tenant).post(PATH + "/groups", """
                        {"contact": {"name": "Mona", "email": "mona@example.org", "country": "DE"}, "organization": "Looms",
                         "places": [{"fee": "regular", "quantity": 2}, {"fee": "student", "quantity": 1}]}""").expect(201);
    }

    @Test
    void theSheetToFillIsKnownAgainInEachFormatAndLanguage() {
        for (var locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE))
            for (var format : List.of("csv", "xlsx")) {
                var sheet = Tenancy.callAs(
                        tenant,
                        () -> tables.template(entrance(), format, locale).getBody());

                var checked = check(sheet, locale);

                assertThat(checked.unknown()).as(format + " in " + locale).isEmpty();
                assertThat(checked.rows())
                        .hasSize(3)
                        .allSatisfy(row -> assertThat(row.wrong()).hasSize(2));
            }
    }

    @Test
    void eachWrongCellIsNamed() {
        var checked = check("""
                Fee;Name;E-mail;Workshop;Home City;Shoe size
                Fee regular;Ada;ada@example.org;Small one;;38
                ;Grace;grace@example.org;;;
                regular;Joan;joan@example.org;small;;
                student;Mary;mary@example.org;huge;Paris;
                visitor;Rosa;rosa@example.org;;;
                regular;ADA;Ada@example.org;large;;
                student;Katherine;kj@example.org;;;
                student;Dorothy;dv@example.org;;;
                """);

        assertThat(checked.unknown()).containsExactly("Shoe size");
        assertThat(checked.good()).extracting(Row::number).containsExactly(2, 8);
        assertThat(checked.bad().stream().map(row -> row.number() + " " + columns(row)))
                .containsExactly(
                        "3 [Fee]",
                        "4 [Workshop]",
                        "5 [Home Country, Home Street and number, Workshop]",
                        "6 [Fee]",
                        "7 []",
                        "9 [Fee]");
        assertThat(checked.bad().get(4).wrong())
                .extracting(Wrong::message)
                .containsExactly("This person is in the sheet twice, or has a place already.");
    }

    @Test
    void goodRowsAreTakenAndSomethingIsLeftForThePersonToSay() {
        var checked = check("Fee,Name,E-mail,Workshop\nregular,Ada,ada@example.org,small\nregular,Joan,nobody,\n");

        var taken = Tenancy.callAs(tenant, () -> taking.each(entrance(), checked.good()));

        assertThat(taken).isEqualTo(new SheetTaking.Taken(1, 0));
        var all = Tenancy.callAs(
                tenant, () -> places.of(entrance().group().order().id()));
        assertThat(all).extracting(Place::name).containsExactly("Ada", "", "");
        assertThat(all.getFirst().isComplete()).isFalse();
        assertThat(all.getFirst().ticket()).isNotNull();
        assertThat(Tenancy.callAs(tenant, stockCheck::differences)).isEmpty();
        assertThat(check("Fee,Name,E-mail\nregular,Ada,ada@example.org\n").bad())
                .hasSize(1);
    }

    @Test
    void allRowsAreTakenOrNone() {
        var checked = check("Fee,Name,E-mail\nregular,Ada,ada@example.org\nregular,Joan,joan@example.org\n");
        Tenancy.runAs(
                tenant,
                () -> taking.each(
                        entrance(),
                        check("Fee,Name,E-mail\nregular,A,a@example.org\nregular,B,b@example.org\n")
                                .good()
                                .subList(1, 2)));

        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> Tenancy.runAs(tenant, () -> taking.all(entrance(), checked.good()))))
                .hasMessageContaining("Somebody else was faster");

        var all = Tenancy.callAs(
                tenant, () -> places.of(entrance().group().order().id()));
        assertThat(all).extracting(Place::name).containsExactly("", "B", "");
    }

    private static List<String> columns(Row row) {
        return row.wrong().stream()
                .map(Wrong::column)
                .filter(column -> !column.isEmpty())
                .sorted()
                .toList();
    }

    private CheckedSheet check(String csv) {
        return check(csv.getBytes(StandardCharsets.UTF_8), Locale.ENGLISH);
    }

    private CheckedSheet check(byte[] sheet, Locale locale) {
        return Tenancy.callAs(tenant, () -> checking.check(entrance(), sheet, locale));
    }

    private Entrance entrance() {
        return door.open("conf27", group.text("/code"), group.text("/secret"), false);
    }
}
