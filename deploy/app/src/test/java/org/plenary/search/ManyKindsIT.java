package org.plenary.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plenary.fulltext.DocumentsChanged;
import org.plenary.fulltext.FoundKind.Order;
import org.plenary.fulltext.ManyKinds;
import org.plenary.tenancy.Tenancy;

/** Several kinds in one request, of tenants whose documents are in one shard or the other. */
class ManyKindsIT extends IndexFixture {
    /** All in the same of two shards: once in two thousand runs. */
    private static final int TENANTS = 12;

    @Test
    void everyTenantFindsWhatItHasWhereverThatIsKept() throws Exception {
        var paper = things.put(paper(1, "Robots on sand", "Ada", "A study"));
        var box = new ElasticManyKinds(client, indexes, new Reach(System::nanoTime));
        for (var i = 0; i < TENANTS; i++) {
            var each = aTenant();
            as(each, () -> synchronizing.on(new DocumentsChanged(each.id(), "paper", List.of(paper))));
            refresh();

            var found = Tenancy.callAs(
                    each,
                    () -> box.search(
                            "robots",
                            Order.RELEVANCE,
                            List.of(new ManyKinds.Part("paper", List.of(conference), 5, 0, List.of(), false))));

            assertThat(found.get("paper").total()).as("tenant " + i).isOne();
        }
    }
}
