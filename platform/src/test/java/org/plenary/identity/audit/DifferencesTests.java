package org.plenary.identity.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class DifferencesTests {
    private static List<Differences.Change> between(String before, String after) {
        var mapper = JsonMapper.builder().build();
        return Differences.between(mapper.readTree(before), mapper.readTree(after));
    }

    @Test
    void eachValueThatDiffersIsNamedByItsPath() {
        var found = between("""
                {"version": 1, "name": {"en": "Hall", "zh-CN": "厅"}, "prices": [{"amount": 1}, {"amount": 2}]}""", """
                {"version": 2, "name": {"en": "Hall", "zh-CN": "大厅"}, "prices": [{"amount": 1}, {"amount": 3}], "open": true}""");

        assertThat(found)
                .containsExactly(
                        new Differences.Change("name.zh-CN", "厅", "大厅"),
                        new Differences.Change("prices.2.amount", "2", "3"),
                        new Differences.Change("open", null, "true"));
    }

    @Test
    void ofSomebodysOwnDataOnlyThatItWasChangedIsKept() {
        var found = between(
                "{\"contact\": {\"name\": \"Ada\"}, \"email\": \"a@example.org\"}",
                "{\"contact\": {\"name\": \"Bo\"}, \"email\": \"b@example.org\"}");

        assertThat(found)
                .containsExactly(
                        new Differences.Change("contact.name", null, null),
                        new Differences.Change("email", null, null));
    }

    @Test
    void equalStatesDoNotDifferAndLongListsAreToldAsAWhole() {
        assertThat(between("{\"a\": null, \"id\": 1}", "{\"id\": 2}")).isEmpty();
        assertThat(between("{\"a\": [1, 2]}", "{\"a\": [1]}"))
                .containsExactly(new Differences.Change("a", "[1,2]", "[1]"));
    }
}
