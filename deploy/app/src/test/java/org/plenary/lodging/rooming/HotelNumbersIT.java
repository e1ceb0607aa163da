package org.plenary.lodging.rooming;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plenary.kernel.Problem;
import org.plenary.kernel.TableFile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/** The numbers by which a hotel knows its guests, from the file that it sends back. */
class HotelNumbersIT extends HotelSideFixture {
    @Autowired
    private NumberImporting importing;

    @Autowired
    private MessageSource messages;

    @Test
    void aFileOfNumbersWithBadRowsWritesNothingInTheDryRun() {
        var ada = book("grand", "2027-05-10", "2027-05-12", "Ada Lovelace");
        var two = order("grand", List.of(room("grand", "Grace Hopper"), room("grand", "Lise Meitner")));
        var file = TableFile.of(("Our ref;Gast;预订编号;Conf. No.;Room No\n"
                        + ";;" + stayOf("Ada Lovelace") + ";C-1;101\n"
                        + two.text("/code") + ";LISE meitner;;C-2;\n"
                        + two.text("/code") + ";;;C-3;\n"
                        + two.text("/code") + ";Nobody;;C-4;\n"
                        + "NOPE;;;C-5;\n"
                        + ada.text("/code") + ";;;C-6;\n"
                        + ada.text("/code") + ";;;" + "9".repeat(51) + ";\n"
                        + ada.text("/code") + ";;;;\n")
                .getBytes(StandardCharsets.UTF_8));
        assertThat(NumberMapping.guess(file, messages).targets())
                .containsExactly("", "", "booking", "acknowledgement", "room-number");
        var mapping = new NumberMapping(List.of("order", "guest", "booking", "acknowledgement", "room-number"));

        var id = inTenant(desk -> importing.keep(desk, file));
        var tried = inTenant(desk -> importing.tried(desk, importing.file(desk, id), mapping));

        assertThat(tried.good()).hasSize(2);
        assertThat(tried.bad())
                .extracting(bad -> bad.row() + " " + bad.violation().code())
                .containsExactly(
                        "4 several_rooms", "5 unknown_guest", "6 unknown_order", "7 duplicate_stay", "8 too_long");
        assertThat(numbers()).as("nothing is written yet").isEmpty();
        assertThat(failure(() -> inTenant(desk -> importing.take(desk, id, mapping, true, true))))
                .isEqualTo("rows_changed");
        assertThat(numbers()).isEmpty();

        int taken = inTenant(desk -> importing.take(desk, id, mapping, false, true));
        assertThat(taken).isEqualTo(2);

        assertThat(numbers()).containsExactlyInAnyOrder("Ada Lovelace C-1 101", "Lise Meitner C-2");
        assertThat(staff.open(orderPage(ada)).body()).contains("Hotel’s number", "C-1");
        eventually("both are told", () -> told("C-1") && told("C-2"));
        assertThat(failure(() -> inTenant(desk -> importing.take(desk, id, mapping, false, true))))
                .isEqualTo("not_found");
        assertThat(audit("hotel-numbers.imported")).isEqualTo(1);

        var again = inTenant(desk -> importing.keep(
                desk, TableFile.of(("Confirmation number,Room number\nC-2,202\n").getBytes(StandardCharsets.UTF_8))));
        var known = new NumberMapping(List.of("acknowledgement", "room-number"));
        int mended = inTenant(desk -> importing.take(desk, again, known, true, false));
        assertThat(mended).isEqualTo(1);
        assertThat(numbers()).contains("Lise Meitner C-2 202");
    }

    private static String failure(Runnable work) {
        try {
            work.run();
            return "none";
        } catch (Problem e) {
            return e.code();
        }
    }

    private List<String> numbers() {
        return inTenant(desk -> stays.all(desk.hotel()).stream()
                .filter(stay -> !stay.acknowledgement().isEmpty())
                .map(stay -> (stay.guest() + " " + stay.acknowledgement() + " " + stay.roomNumber()).strip())
                .toList());
    }
}
