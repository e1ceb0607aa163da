package org.plenary.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchTraceTests {
    private static final String LOG = """
            2026-11-27T09:46:38,386 INFO  o.e.c.m.MetadataMappingService [tt/XXwwvnAtTbyhEsRKgEwoww] create_mapping
            2026-11-27T09:46:40,094 WARN  i.s.s.query elasticsearch.slowlog.message="[plenary-paper-v1][0]" elasticsearch.slowlog.search_type="QUERY_THEN_FETCH" elasticsearch.slowlog.source="{\\"query\\":{\\"match\\":{\\"title\\":{\\"query\\":\\"a \\\\\\"robot\\\\\\"\\"}}}}" elasticsearch.slowlog.stats="[]" elasticsearch.slowlog.took="198.1ms"
            """;

    @Test
    void aSearchIsReadAsItWasUnderstood() {
        assertThat(SearchTrace.read(LOG))
                .containsExactly(new SearchTrace.Search(
                        "plenary-paper-v1", "{\"query\":{\"match\":{\"title\":{\"query\":\"a \\\"robot\\\"\"}}}}"));
    }
}
