package org.plenary.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.identity.Permission;

/** From the file of another system to the found paper, over the API. */
class ImportAndFindIT extends CallFixture {
    @Test
    void aWholeConferenceIsImportedOnceAndFound() throws IOException {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var staff = owner(tenant);
        byte[] file;
        try (var stream = getClass().getResourceAsStream("/demo/papers-corl2024.json")) {
            file = stream.readAllBytes();
        }

        var first = staff.send("POST", CONFERENCE + "/submissions:import", "application/json", file)
                .expect(200);
        var again = staff.send("POST", CONFERENCE + "/submissions:import", "application/json", file)
                .expect(200);

        assertThat(first.json().at("/rows").asInt()).isEqualTo(264);
        assertThat(first.json().at("/imported").asInt()).isEqualTo(264);
        assertThat(again.json().at("/results/0/status").asString()).isEqualTo("updated");
        eventually("all indexed", () -> total(anonymous(tenant), "") == 264);
        assertThat(total(staff, "difusion+policy")).isPositive();
        assertThat(pages(staff, "")).hasSize(264);
        // every paper but one has the word, or another that begins with it or is one letter away
        assertThat(pages(staff, "the")).hasSize(263).doesNotContain(97);
        assertThat(anonymous(tenant)
                        .get("/c/robots/papers?q=difusion")
                        .expect(200)
                        .body())
                .contains("<em>");
    }

    @Test
    void oneBadRowKeepsAllOthersOutUnlessPartial() {
        var tenant = aTenantWithCall("2099-01-31T23:59");
        var staff = owner(tenant);
        var lines = "{\"title\": \"Good\", \"authors\": [\"Ada\"]}\n{\"title\": \"\", \"authors\": [\"Ada\"]}\n"
                .getBytes(StandardCharsets.UTF_8);

        var refused = staff.send("POST", CONFERENCE + "/submissions:import", "application/x-ndjson", lines)
                .expect(422);
        var partial = staff.send("POST", CONFERENCE + "/submissions:import?partial=true", "application/x-ndjson", lines)
                .expect(200);

        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/1/title");
        assertThat(refused.json().at("/imported").asInt()).isZero();
        assertThat(partial.json().at("/imported").asInt()).isEqualTo(1);
        assertThat(partial.text("/results/1/status")).isEqualTo("invalid");
        as(tenant, Permission.PAPERS_READ)
                .send("POST", CONFERENCE + "/submissions:import", "application/x-ndjson", lines)
                .expect(403);
    }

    /** The numbers on all pages; as many different ones as the first page said there are in total. */
    private static Set<Integer> pages(Http client, String query) {
        var numbers = new ArrayList<Integer>();
        var after = "";
        do {
            var page = client.get(CONFERENCE + "/search/papers?q=" + query + "&limit=100" + after)
                    .expect(200)
                    .json();
            page.at("/items")
                    .valueStream()
                    .forEach(item -> numbers.add(item.at("/number").asInt()));
            after = page.at("/next").isNull()
                    ? ""
                    : "&after=" + page.at("/next").asString();
        } while (!after.isEmpty());
        assertThat(numbers).doesNotHaveDuplicates().hasSize((int) total(client, query));
        return Set.copyOf(numbers);
    }
}
