package org.plenary.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.plenary.fulltext.FullText;
import org.plenary.tenancy.Branding;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantId;
import org.plenary.tenancy.TenantStatus;

class SearchRequestsTests {
    private static final UUID TENANT = UUID.fromString("0198f0b0-0000-7000-8000-00000000000a");
    private static final FullText.Query QUERY = new FullText.Query(
            "paper",
            UUID.randomUUID(),
            "robto grasping",
            Map.of("track", List.of("learning"), "country", List.of("CN", "DE")),
            List.of("track", "country"),
            20,
            null);

    private static final Cursor AFTER =
            new Cursor(new Cursor.Score(1.5), UUID.randomUUID(), List.of(UUID.randomUUID()), null);

    @Test
    void withNoTenantBoundThereIsNoRequest() {
        assertThatThrownBy(() -> SearchRequests.of("papers", QUERY, null)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> SearchRequests.following("snapshot", QUERY, AFTER))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> TenantBoundary.snapshot("papers")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> TenantBoundary.delete(UUID.randomUUID())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void everyRequestIsFilteredAndRoutedByItsTenant() {
        var request = asTenant(() -> SearchRequests.of("papers", QUERY, null));

        assertThat(request.routing()).containsExactly(TENANT.toString());
        assertThat(request.query().bool().filter().toString()).contains("tenant", TENANT.toString());
        assertThat(asTenant(() -> TenantBoundary.snapshot("papers")).routing()).containsExactly(TENANT.toString());
        assertThat(asTenant(() -> SearchRequests.following("snapshot", QUERY, AFTER))
                        .query()
                        .bool()
                        .filter()
                        .toString())
                .contains("tenant", TENANT.toString());
    }

    @Test
    void aFacetIsCountedUnderTheOtherFiltersOnly() {
        var request = asTenant(() -> SearchRequests.of("papers", QUERY, null));

        assertThat(request.aggregations().get("track").filter().toString())
                .contains("facets.country")
                .doesNotContain("facets.track");
        assertThat(request.postFilter().toString()).contains("facets.country", "facets.track");
    }

    @Test
    void noRequestNamesFilesUnlessTheyMayBeLookedInto() {
        for (var inFiles : List.of(true, false)) {
            var query = new FullText.Query(
                    "paper",
                    UUID.randomUUID(),
                    "robots 全文：grasping \"two words\" robo* -全文：legs",
                    Map.of(),
                    List.of("track"),
                    20,
                    null,
                    List.of(List.of("robots", "androids")),
                    FullText.Order.RELEVANCE,
                    List.of(),
                    inFiles);
            for (var request : List.of(
                    asTenant(() -> SearchRequests.of("papers", query, null)),
                    asTenant(() -> SearchRequests.following("snapshot", query, AFTER)),
                    asTenant(() -> Corrections.request("papers", query.text(), inFiles))))
                if (inFiles && request.highlight() != null)
                    assertThat(request.toString()).contains("\"file\"");
                else assertThat(request.toString()).doesNotContain("\"file", "file^");
        }
    }

    @Test
    void wordsAreSplitInBothLanguages() {
        assertThat(Typed.split("Robots,  机器人、学习 （robots）")).containsExactly("robots", "机器人", "学习");
    }

    @Test
    void documentsOfAnotherTenantAreNotTaken() {
        var id = UUID.randomUUID();

        assertThat(asTenant(() -> TenantBoundary.thing(TENANT + ":" + id))).isEqualTo(id);
        assertThatThrownBy(() -> asTenant(() -> TenantBoundary.thing(UUID.randomUUID() + ":" + id)))
                .isInstanceOf(IllegalStateException.class);
    }

    private static <T> T asTenant(java.util.function.Supplier<T> work) {
        var tenant = new Tenant(
                TenantId.of(TENANT),
                "acme",
                "t_1",
                "Acme",
                "DE",
                Locale.ENGLISH,
                ZoneId.of("UTC"),
                TenantStatus.ACTIVE,
                null,
                "free",
                Branding.DEFAULT,
                null,
                null,
                Instant.EPOCH);
        return Tenancy.callAs(tenant, work::get);
    }
}
