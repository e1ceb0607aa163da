package org.plenary.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.identity.Browser;
import org.plenary.registration.privacy.Tidying;
import org.plenary.tenancy.Tenancy;
import org.springframework.beans.factory.annotation.Autowired;

/** A copy of somebody's data that is too large to wait for. */
class DataCopyIT extends PaidOrderIT {
    private static final int LARGE = 5_200_000;

    @Autowired
    private Tidying tidying;

    @Test
    void aLargeCopyIsMadeByAJobAndKeptForAWeek() throws Exception {
        owner.put(PATH + "/registration-form", """
                        {"sections": [{"key": "s", "title": "S", "fields": [
                          {"key": "name", "type": "text", "label": "Name"},
                          {"key": "proof", "type": "file", "label": "Proof"}]}]}""").expect(200);
        var order = paid(Map.of("name", "Ada", "proof", upload("x".repeat(LARGE))));
        var other = paid(Map.of("name", "Eve"));
        var data = data(order);
        var visitor = new Browser();
        var page = open(visitor, data + "?lang=en&secret=" + order.text("/secret"));

        var started = visitor.submit(page, data + "/copy", Map.of("secret", order.text("/secret")));

        assertThat(started.body()).contains("the copy is being made");
        eventually("made", () -> count("SELECT count(*) FROM data_copy WHERE file_id IS NOT NULL") == 1);
        var id = Tenancy.callAs(
                tenant,
                () -> jdbc.sql("SELECT id::text FROM data_copy")
                        .query(String.class)
                        .single());
        assertThat(open(visitor, data + "?lang=en&secret=" + order.text("/secret"))
                        .body())
                .contains("/copies/" + id);
        var copy = open(visitor, data + "/copies/" + id + "?secret=" + order.text("/secret"));
        assertThat(names(copy.content())).containsExactly("README.txt", "data.json", "files/1-proof/a.pdf");
        assertThat(open(visitor, data(other) + "/copies/" + id + "?secret=" + other.text("/secret"))
                        .status())
                .isEqualTo(404);

        Tenancy.runAs(
                tenant,
                () -> jdbc.sql("UPDATE data_copy SET asked_at = asked_at - interval '8 days'")
                        .update());
        Tenancy.runAs(tenant, tidying::tidy);

        assertThat(count("SELECT count(*) FROM stored_file")).isEqualTo(1);
        assertThat(open(visitor, data + "/copies/" + id + "?secret=" + order.text("/secret"))
                        .status())
                .isEqualTo(404);
    }

    private static String data(Http.Answer order) {
        return "/c/conf27/orders/" + order.text("/code") + "/data";
    }

    private int count(String sql) {
        return Tenancy.callAs(tenant, () -> jdbc.sql(sql).query(Integer.class).single());
    }

    private static List<String> names(byte[] content) throws Exception {
        var names = new ArrayList<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) names.add(entry.getName());
        }
        return names;
    }
}
